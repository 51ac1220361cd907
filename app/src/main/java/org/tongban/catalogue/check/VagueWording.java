package org.tongban.catalogue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.tongban.catalogue.ItemDefinition;

/** Wording that leaves open what is asked (SZ15 §一): a reader cannot know whether they have it. */
final class VagueWording implements GuideRule {

    @Override
    public String key() {
        return "vague-wording";
    }

    private static final Pattern VAGUE =
            Pattern.compile(
                    "其他(有关|相关)?(材料|资料|证明|文件)|(有关|相关)(材料|资料|证明|文件|手续|规定|部门|要求)"
                            + "|等(材料|资料|证明|文件|手续)|原则上|视情况|一般情况下|特殊情况|必要时|酌情|若干|等等");

    @Override
    public List<Finding> check(ItemDefinition item) {
        var found = new ArrayList<Finding>();
        for (var text : EveryText.of(item)) {
            var vague = VAGUE.matcher(text.words());
            while (vague.find()) {
                found.add(
                        new Finding(
                                text.path(),
                                "“"
                                        + vague.group()
                                        + "”说得不清楚（第 "
                                        + (vague.start() + 1)
                                        + " 个字），写明是什么"));
            }
        }
        return found;
    }
}
