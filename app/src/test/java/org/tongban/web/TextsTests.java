package org.tongban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTests {

    private static final Map<String, String> CHINESE =
            Map.of("left", "还剩 {0} 天", "due", "最晚{day}，由{organ}办", "only", "只有中文");
    private static final Map<String, String> ENGLISH =
            Map.of("left", "{0} days left", "left.one", "one day left");

    private final Texts chinese = new Texts(Preferences.CHINESE, CHINESE, CHINESE, List.of());
    private final Texts english = new Texts(Locale.ENGLISH, ENGLISH, CHINESE, List.of());

    @Test
    void fillsNumberedAndNamedPlaces() {
        assertThat(chinese.localize("left", 3)).isEqualTo("还剩 3 天");
        assertThat(chinese.localize("due", Map.of("day", "11月26日", "organ", "市监局")))
                .isEqualTo("最晚11月26日，由市监局办");
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilledAgain() {
        assertThat(chinese.localize("left", "{0}$1\\")).isEqualTo("还剩 {0}$1\\ 天");
    }

    @Test
    void countsWithTheSingularOfTheLanguage() {
        assertThat(english.count("left", 1)).isEqualTo("one day left");
        assertThat(english.count("left", 2)).isEqualTo("2 days left");
        assertThat(chinese.count("left", 1)).isEqualTo("还剩 1 天");
    }

    @Test
    void fallsBackToChinese() {
        assertThat(english.localize("only")).isEqualTo("只有中文");
    }

    @Test
    void offersTheOtherLanguagesInTheirOwnNames() {
        assertThat(new TextBundles().in(Preferences.CHINESE).otherLanguages())
                .contains(new Texts.Language("en", "English"));
        assertThat(new TextBundles().in(Locale.ENGLISH).otherLanguages())
                .contains(new Texts.Language("zh-CN", "中文"));
    }
}
