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
            meets(decider);
            decider.fills("conditions", "营业时间不超过二十三时").fills("validUntil", "昨天");
            decider.presses("button[value=grant]");
            assertThat(decider.text(".errors")).contains("请写日期");
            decider.fills("validUntil", house.today().plusYears(4) + "");
            decider.presses("button[value=grant]");
            assertThat(decider.page().url()).contains("done=grant");

            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(filed.forTheApplicant());
            citizen.opensPaper("听证笔录");
            assertThat(citizen.text("main")).contains("双方同意加装隔音棉。", "签字");
            citizen.opens(filed.forTheApplicant());
            citizen.opensPaper("准予行政许可决定书");
            assertThat(citizen.text("main")).contains("营业时间不超过二十三时", "有效期到");
            isHandedOverByPost(filed);
            isObjectedToAndPutRight(citizen, decider, filed);
        }
    }

    /** Who took part is chosen from those who work here, and comes from two offices. */
    private static void meets(Reader decider) {
        decider.unfolds("visit").chooses("visit", "MEETING");
        decider.fills("visitedOn", House.theOnly().today() + "").fills("place", "政务中心会议室");
        decider.fills("record", "同意按隔音方案办理。").fills("officers", "张三丰");
        decider.presses("button[value=visit]");
        assertThat(decider.text(".errors")).contains("没有找到“张三丰”");
        decider.fills("officers", "T0041、T0042").presses("button[value=visit]");
        assertThat(decider.text(".errors")).contains("不同部门");
        decider.fills("officers", "T0041、T0044").presses("button[value=visit]");
        assertThat(decider.page().url()).contains("done=visit");
        assertThat(decider.text("main")).contains("联合会审", "工号 T0044");
    }

    private static void isHandedOverByPost(HandedIn filed) {
        try (var clerk = Reader.atADesk()) {
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            clerk.opens("/staff/desk/deliver/" + filed.id());
            clerk.chooses("way", "POST").fills("receivedBy", "韦某兰");
            clerk.presses("main form .acts button");
            assertThat(clerk.text(".errors")).contains("邮寄单号");
            clerk.fills("consignment", "EMS1234567890").presses("main form .acts button");
            assertThat(clerk.text("main")).contains("EMS1234567890");
            clerk.presses("a[href$='/receipt']");
            assertThat(clerk.text("main")).contains("送达回证", "邮寄送达", "受送达人签字");
        }
    }

    /** What the decision says is answered for in writing; a slip is put right beside it. */
    private static void isObjectedToAndPutRight(Reader citizen, Reader decider, HandedIn filed) {
        citizen.opens(filed.forTheApplicant()).presses("a[href$='/object']");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.text(".errors")).contains("异议的理由");
        citizen.fills("objection", "条件里的时间写错了。").presses("main form button[type=submit]");
        assertThat(citizen.text("main")).contains("提出异议", "书面答复");

        decider.opens("/staff/checks").presses("a[href='" + filed.forStaff() + "']");
        assertThat(decider.text("main")).contains("条件里的时间写错了。");
        decider.chooses("founded", "yes").fills("objectionAnswer", "已经更正为二十四时。");
        decider.presses("button[value=answerObjection]");
        assertThat(decider.page().url()).contains("done=answerObjection");
        decider.unfolds("correctSlip");
        var paper =
                decider.page()
                        .locator("[name=slipPaper] option, label:has([name=slipPaper])")
                        .filter(
                                new com.microsoft.playwright.Locator.FilterOptions()
                                        .setHasText("准予行政许可决定书"))
                        .first();
        var list = decider.page().locator("select[name=slipPaper]");
        if (list.count() > 0) {
            list.selectOption(paper.getAttribute("value"));
        } else {
            paper.click();
        }
        decider.fills("slipWrong", "二十二时").fills("slipRight", "二十四时");
        decider.presses("button[value=correctSlip]");
        assertThat(decider.text(".errors")).contains("没有这些字");
        decider.fills("slipWrong", "二十三时").presses("button[value=correctSlip]");
        assertThat(decider.page().url()).contains("done=correctSlip");

        citizen.opens(filed.forTheApplicant());
        citizen.opensPaper("更正通知书");
        assertThat(citizen.text("main")).contains("“二十三时”，更正为“二十四时”");
        citizen.opens(filed.forTheApplicant());
        citizen.opensPaper("异议答复书");
        assertThat(citizen.text("main")).contains("理由成立", "行政复议");
    }
}
