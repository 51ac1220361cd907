package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the county does not decide alone: a higher authority, or a paper that is still to come. */
class WaitingForOthersStory {

    private static final String ABOVE = "黔南布依族苗族自治州市场监督管理局";

    @Test
    @Tag("B3")
    @Tag("B13")
    void aCaseIsPassedUpAndTheDecisionOfTheHigherAuthorityComesBack() {
        var filed = HandedIn.of("special-equipment-use-registration").accepted().reviewed();
        try (var decider = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            decider.hurries(() -> decider.signsIn("/staff/sign-in", "market2"));
            decider.opens(filed.forStaff());
            assertThat(decider.page().locator("button[value=grant]").count())
                    .as("the county does not decide it")
                    .isZero();
            decider.presses("button[value=forward]");
            assertThat(decider.text(".errors")).contains("初步审查意见");
            decider.fills("forwardOpinion", "经初审，符合登记条件。").presses("button[value=forward]");
            assertThat(decider.page().url()).contains("done=forward");

            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(filed.forTheApplicant());
            assertThat(citizen.text("main")).contains(ABOVE);
            citizen.opensPaper("上报告知书");
            assertThat(citizen.text("main")).contains(ABOVE);

            var onTheList = "a[href$='" + filed.id() + "']";
            decider.opensUntil("/staff/kinds?kind=forwarded", onTheList);
            decider.presses(onTheList);
            decider.presses("button[value=higher]");
            assertThat(decider.text(".errors")).contains("文号");
            decider.chooses("higherGranted", "yes").fills("document", "黔南市监特〔2026〕8号");
            decider.fills("decidedOn", day(House.theOnly().today()));
            decider.presses("button[value=higher]");
            assertThat(decider.page().url()).contains("done=higher");

            citizen.opens(filed.forTheApplicant());
            assertThat(citizen.text("main")).contains("黔南市监特〔2026〕8号");
        }
    }

    @Test
    @Tag("B8")
    void whatWasReviewedWithoutEffectBecomesRealWhenThePaperComes() {
        var filed = HandedIn.of("project-approval");
        try (var clerk = Reader.atADesk();
                var decider = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            clerk.opens(filed.forStaff()).unfolds("simulate").presses("button[value=simulate]");
            assertThat(clerk.text(".errors")).contains("还缺的前置条件");
            clerk.fills("lacking", "用地批准文件、规划选址意见").presses("button[value=simulate]");
            assertThat(clerk.page().url()).contains("done=simulate");

            filed.reviewed();
            decider.hurries(() -> decider.signsIn("/staff/sign-in", "development2"));
            decider.opens(filed.forStaff());
            assertThat(decider.text("main")).contains("模拟");
            assertThat(decider.page().locator("button[value=refuse]").count())
                    .as("without effect nothing is refused")
                    .isZero();
            decider.presses("button[value=grant]");
            assertThat(decider.page().url()).contains("done=grant");

            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(filed.forTheApplicant());
            assertThat(citizen.text("main")).contains("用地批准文件", "模拟审批");

            clerk.opens(filed.forStaff()).unfolds("makeReal");
            clerk.fills("proof", "黔府用地函〔2026〕12号").presses("button[value=makeReal]");
            assertThat(clerk.page().url()).contains("done=makeReal");
            citizen.opens(filed.forTheApplicant());
            assertThat(citizen.heading()).contains("准予");
            citizen.opensPaper("准予");
        }
    }

    private static String day(LocalDate day) {
        return day.toString();
    }
}
