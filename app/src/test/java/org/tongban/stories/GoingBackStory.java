package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Back and its like, in a browser without script. */
class GoingBackStory {

    private static final String ITEM = "/apply/individual-business-registration";

    @Test
    @Tag("B1")
    @Tag("H1")
    void backAfterAPageThatCameBackShowsThatPageAgain() {
        try (var citizen = Reader.withoutScript()) {
            citizen.opens(ITEM).signsInHere("weilan");
            citizen.presses("main form button[type=submit]");
            assertThat(citizen.page().url()).as("questions unanswered").contains("answered=");
            var cameBack = citizen.page().url();
            assertThat(citizen.text(".errors")).isNotEmpty();

            citizen.opens("/my");
            citizen.page().goBack();

            assertThat(citizen.page().url()).isEqualTo(cameBack);
            assertThat(citizen.text(".errors")).isNotEmpty();
        }
    }

    @Test
    @Tag("A3")
    @Tag("H1")
    void aFormWithoutAPageOfItsOwnComesBackOnThePageItStandsOn() {
        try (var office = Reader.atADesk()) {
            office.signsIn("/staff/sign-in", "staffing1")
                    .opens("/staff/entries/of/marriage-registration");
            var box = office.page().locator("#words-pause");
            // A browser stops at the limit by itself; other senders do not.
            box.evaluate("box => box.removeAttribute('maxlength')");
            box.fill("停".repeat(1001));
            office.presses("button[value=pause]");

            assertThat(office.page().url())
                    .contains("/staff/entries/of/marriage-registration?answered=");
            assertThat(office.text(".errors")).contains("请写短一些");
            assertThat(office.page().locator("#words-pause").inputValue())
                    .as("nothing is cut off")
                    .hasSize(1001);
            assertThat(office.text("main")).contains("在用");
        }
    }

    @Test
    @Tag("B2")
    @Tag("H1")
    void aDeskThatFindsNoPageKeepsItsLists() {
        try (var clerk = Reader.atADesk()) {
            clerk.signsIn("/staff/sign-in", "counter1").opens("/staff/no-such-page");

            assertThat(clerk.text("nav")).contains("受理台");
            assertThat(clerk.text("main")).contains("回到工作台");
        }
    }

    @Test
    @Tag("H1")
    void englishPagesNameTheThemesInEnglishAndSayWhatIsChinese() {
        try (var reader = Reader.withAPhone()) {
            reader.opens("/preferences?language=en&back=/");

            assertThat(reader.text("main")).contains("Business permits").doesNotContain("准营准办");
            reader.opens("/items");
            assertThat(reader.page().locator(".needs h2").first().getAttribute("lang"))
                    .isEqualTo("zh-CN");
        }
    }
}
