package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one officer finds wanting goes back to the step where it was done, with the reason. */
class BackToAnEarlierStepStory {

    private static final String COLLEAGUE = "杨某强";

    @Test
    @Tag("B2")
    @Tag("B3")
    @Tag("B6")
    @Tag("B13")
    void theOneWhoDecidesSendsACaseBackAndItsReviewerHandsItToAColleague() {
        try (var clerk = Reader.atADesk();
                var reviewer = Reader.atADesk();
                var colleague = Reader.atADesk();
                var decider = Reader.atADesk()) {
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            var caseId = takesIn(clerk);
            var address = "/staff/cases/" + caseId;
            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "market1"));
            reviewer.hurries(() -> passes(reviewer, address, "材料齐全。"));

            decider.hurries(() -> decider.signsIn("/staff/sign-in", "market2"));
            decider.opens(address).unfolds("return").presses("button[value=return]");
            assertThat(decider.text(".errors")).contains("退回到", "退回理由");
            decider.chooses("toStep", "review").fills("returnReason", "健康证明过期了，请再核对。");
            decider.presses("button[value=return]");
            assertThat(decider.page().url()).contains("done=return");
            assertThat(decider.page().locator("button[value=grant]").count())
                    .as("nothing to decide until it comes back")
                    .isZero();

            reviewer.opens("/staff");
            assertThat(reviewer.page().locator("a[href$='" + caseId + "']").count()).isEqualTo(1);
            reviewer.opens(address);
            assertThat(reviewer.text("main")).contains("健康证明过期了，请再核对。");
            reviewer.unfolds("handOver").presses("button[value=handOver]");
            assertThat(reviewer.text(".errors")).contains("转给", "转办的原因");
            choosesColleague(reviewer);
            reviewer.fills("handOverReason", "我明天出差。").presses("button[value=handOver]");
            assertThat(reviewer.page().url()).contains("done=handOver");
            assertThat(reviewer.page().locator("button[value=pass]").count())
                    .as("it is the colleague's now")
                    .isZero();

            colleague.hurries(() -> colleague.signsIn("/staff/sign-in", "market4"));
            colleague.opens(address);
            assertThat(colleague.text("main")).contains(COLLEAGUE, "我明天出差。");
            passes(colleague, address, "已换新的健康证明。");
            decider.opens(address).presses("button[value=grant]");
            assertThat(decider.page().url()).contains("done=grant");
        }
    }

    private static void passes(Reader reviewer, String address, String opinion) {
        reviewer.opens(address).fills("opinion", opinion).presses("button[value=pass]");
        assertThat(reviewer.page().url()).contains("done=pass");
    }

    /** A choice is a list where it is long and buttons where it is short. */
    private static void choosesColleague(Reader reviewer) {
        var list = reviewer.page().locator("select[name=colleague]");
        if (list.count() > 0) {
            list.selectOption(new SelectOption().setLabel(COLLEAGUE));
        } else {
            reviewer.page()
                    .locator("label:has(input[name=colleague]):has-text('" + COLLEAGUE + "') input")
                    .check(new Locator.CheckOptions().setForce(true));
        }
    }

    /** A renewal of a food licence for a firm at the window, accepted. */
    private static String takesIn(Reader clerk) {
        var window = new Window(clerk);
        window.opens("食品经营许可 延续", "food-business-renewal");
        window.isAppliedForBy("FIRM", "水乡人家餐饮店", "92990101MA99010126", "潘某忠");
        clerk.chooses("q.changed", "same");
        window.asksForWhatFollows();
        clerk.fills("f.licenceNo", "JY25227320000001").fills("f.expiresOn", "2027-01-31");
        clerk.fills("f.businessName", "水乡人家餐饮店").fills("f.creditCode", "92990101MA99010126");
        clerk.fills("f.premises", "三都水族自治县三合街道都柳江社区28号");
        clerk.fills("f.representative", "潘某忠").fills("f.mobile", "13800003247");
        clerk.chooses("f.mainType", "catering").chooses("f.projects", "hot");
        var caseId = window.sends("ELECTRONIC");
        clerk.hurries(() -> clerk.findsAllInOrder().presses("button[value=accept]"));
        assertThat(clerk.page().url()).contains("done=accept");
        return caseId;
    }
}
