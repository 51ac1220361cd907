package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many cases in few hands: passed and granted together, and done for who is away. */
class ManyHandsStory {

    private static final String TOBACCO = "tobacco-retail-renewal";
    private static final String SITE = "&step=site";
    private static final String DECISION = "&step=decide";

    @Test
    @Tag("B2")
    @Tag("E3")
    void aHeadStandsInForAReviewerPassesManyAtOnceAndPrintsWhatIsGranted() {
        var filed = Stream.generate(() -> HandedIn.of(TOBACCO).accepted()).limit(3).toList();
        var head = Reader.atADesk();
        try (head) {
            head.hurries(() -> head.signsIn("/staff/sign-in", "tobacco2"));
            head.opens("/staff/batch");
            assertThat(head.page().locator("a[href*='step=review']").count())
                    .as("reviewing is another's task")
                    .isZero();

            notesThatTheReviewerIsAway(head);
            head.opens("/staff/batch").presses("a[href*='" + TOBACCO + "'][href*='step=review']");
            chooses(head, filed);
            head.presses(".acts button");
            assertThat(head.text(".errors")).contains("意见");
            head.fills("opinion", "材料齐全。").presses(".acts button");
            assertThat(head.text("main")).contains("办理了 3 件，共 3 件");

            head.opens("/staff/batch?item=" + TOBACCO + SITE);
            chooses(head, filed);
            head.fills("opinion", "经营场所没有变化。").presses(".acts button");
            head.opens("/staff/batch?item=" + TOBACCO + DECISION);
            chooses(head, filed);
            head.presses(".acts button");
            assertThat(head.text("main")).contains("办理了 3 件，共 3 件");
            head.presses("a[href^='/staff/print']");
            assertThat(head.page().locator("article, .paper").count()).isGreaterThanOrEqualTo(3);
            assertThat(head.text("main")).contains("准予");

            head.opens(filed.getFirst().forStaff());
            assertThat(head.text("main")).contains("李某凤");
            head.opens("/staff/absences").presses("main table form button");
            assertThat(head.page().url()).contains("done=ended");
        }
    }

    private static void notesThatTheReviewerIsAway(Reader head) {
        var today = House.theOnly().today();
        head.opens("/staff/absences").presses("main form .acts button");
        assertThat(head.text(".errors")).contains("请");
        picks(head, "away", "杨某海");
        picks(head, "deputy", "李某凤");
        head.fills("from", today + "")
                .fills("until", today.plusDays(3) + "")
                .fills("reason", "休年假");
        head.presses("main form .acts button");
        assertThat(head.page().url()).contains("done=noted");
        assertThat(head.text("main table")).contains("杨某海", "李某凤");
    }

    /** A choice is a list where it is long and buttons where it is short. */
    private static void picks(Reader head, String box, String name) {
        var list = head.page().locator("select[name=" + box + "]");
        if (list.count() > 0) {
            var label =
                    list.locator(
                                    "option",
                                    new com.microsoft.playwright.Locator.LocatorOptions()
                                            .setHasText(name))
                            .first()
                            .innerText();
            list.selectOption(new SelectOption().setLabel(label));
        } else {
            head.page()
                    .locator("label:has(input[name=" + box + "]):has-text('" + name + "')")
                    .click();
        }
    }

    /** These cases alone: others of the house may lie on the same list. */
    private static void chooses(Reader head, List<HandedIn> filed) {
        for (var box : head.page().locator("input[name=case]").all()) {
            var id = box.getAttribute("value").replaceAll("_.*", "");
            box.setChecked(filed.stream().anyMatch(one -> one.id().toString().equals(id)));
        }
    }
}
