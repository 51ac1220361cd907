package org.tongban.pack.check;

import java.util.regex.Pattern;

/**
 * Refuses wording that lets an officer ask for anything. A list of materials is complete, or it is
 * none: what is not published must not be asked for.
 */
final class CatchAll implements ItemRule {

    private static final Pattern WORDING =
            Pattern.compile(
                    "其他(有关|相关|需要|必要|应当提交|规定)?的?(材料|资料|文件)|(有关|相关)(材料|资料|文件)|等(材料|资料|文件)?$|等(材料|资料|文件)");

    @Override
    public void check(Item item) {
        FaultSheet.each(
                item.node().list("materials"),
                "materials",
                (material, path) -> {
                    if (isOpen(material.text("name"))) {
                        item.sheet().error(material, path, "name", words(material.text("name")));
                    }
                });
        FaultSheet.each(
                item.node().list("conditions"),
                "conditions",
                (condition, path) -> {
                    if (isOpen(condition.text())) {
                        item.sheet().errorAt(condition.line(), path, words(condition.text()), "");
                    }
                });
    }

    private static boolean isOpen(String text) {
        return WORDING.matcher(text).find();
    }

    private static String words(String text) {
        return "兜底的说法：“" + text + "”，要写清楚是什么";
    }
}
