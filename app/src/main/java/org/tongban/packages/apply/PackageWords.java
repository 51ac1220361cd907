package org.tongban.packages.apply;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.tongban.packages.merge.Wording;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The words of merged forms. Chinese, as everything is that stands in a pack. */
@Component
public class PackageWords implements Wording {

    private final Texts chinese;

    PackageWords(TextBundles bundles) {
        this.chinese = bundles.in(Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    public String neededBy(List<String> items) {
        return chinese.localize("packages.needed-by", String.join("、", items));
    }

    @Override
    public String wanted(String item) {
        return chinese.localize("packages.wanted", item);
    }

    @Override
    public String yes() {
        return chinese.localize("packages.wanted.yes");
    }

    @Override
    public String no() {
        return chinese.localize("packages.wanted.no");
    }

    @Override
    public String situationPage() {
        return chinese.localize("packages.situation-page");
    }
}
