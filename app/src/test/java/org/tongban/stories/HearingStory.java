package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Before it decides the office tells that a hearing may be asked for; it is asked for, and held.
 */
class HearingStory {

    /** Seven working days lie within these from whichever day, a holiday of three days included. */
    private static final int NOTICE_DAYS = 15;

    @Test
    @Tag("B3")
    @Tag("B7")
    @Tag("B13")
    void theDecisionWaitsForTheHearingAndFollowsItsTranscript() {
        var house = House.theOnly();
        var filed = HandedIn.of("public-place-hygiene-renewal").accepted();
        try (var reviewer = Reader.atADesk();
                var decider = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "health1"));
            reviewer.opens(filed.forStaff()).unfolds("tellHearing");
            reviewer.fills("hearingReason", "直接涉及您与相邻住户的重大利益。").fills("interested", "楼上住户");
            reviewer.presses("button[value=tellHearing]");
            assertThat(reviewer.page().url()).contains("done=tellHearing");

            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(filed.forTheApplicant());
            citizen.opensPaper("行政许可听证告知书");
            assertThat(citizen.text("main")).contains("五日内", "重大利益。根据");
            citizen.opens(filed.forTheApplicant()).presses("a[href$='/hearing']");
            citizen.fills("reason", "想当面说明隔音的做法。").presses("main form button[type=submit]");
            assertThat(citizen.page().url()).endsWith(filed.caseNo());

            reviewer.opens(filed.forStaff());
            assertThat(reviewer.text("main")).contains("想当面说明隔音的做法。");
            reviewer.fills("opinion", "建议准予。").presses("button[value=pass]");
            filed.reviewed();
            decider.hurries(() -> decider.signsIn("/staff/sign-in", "health2"));
            decider.opens(filed.forStaff()).presses("button[value=grant]");
            assertThat(decider.text(".errors")).contains("听证");
            var on = house.today().plusDays(NOTICE_DAYS);
            decider.unfolds("callHearing").fills("hearingOn", house.today().plusDays(2) + "");
            decider.fills("hearingPlace", "县政务服务中心三楼会议室").fills("chair", "县司法局 王某");
            decider.presses("button[value=callHearing]");
            assertThat(decider.text(".errors")).contains("七日前");
            decider.fills("hearingOn", on + "").presses("button[value=callHearing]");
            assertThat(decider.page().url()).contains("done=callHearing");

            citizen.opens(filed.forTheApplicant());
            assertThat(citizen.text("main")).contains("听证");
            citizen.opensPaper("举行听证通知书");
            assertThat(citizen.text("main")).contains("县政务服务中心三楼会议室", "县司法局 王某");

            house.letDaysPass(NOTICE_DAYS);
            decider.hurries(() -> decider.signsIn("/staff/sign-in", "health2"));
            decider.opens(filed.forStaff()).unfolds("recordHearing");
            decider.fills("present", "韦某兰、楼上住户").fills("transcript", "双方同意加装隔音棉。");
            decider.presses("button[value=recordHearing]");
            assertThat(decider.page().url()).contains("done=recordHearing");
            assertThat(decider.text("main")).contains("双方同意加装隔音棉。");
            decider.presses("button[value=grant]");
            assertThat(decider.page().url()).contains("done=grant");
        }
    }
}
