package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.ClockKind;
import org.tongban.schema.Tables;
import org.tongban.supervision.OpenFindings;

/** What runs late, and what rules decided, is looked at by somebody else. */
class OverseenStory {

    private static final String GRANTED = "a[href*='/papers/']:has-text('办理结果告知书')";
    private static final String ODD_JOBS = "flexible-employment-registration";

    @Test
    @Tag("B7")
    @Tag("G1")
    void aLateCaseIsFoundRebuttedSentBackAnsweredAndClosed() {
        var late = HandedIn.of("food-business-new", Map.of(), 60).accepted(60);
        House.theOnly().part(OpenFindings.class).run();
        var clock = late.file().openClock(ClockKind.PROMISED).orElseThrow().no();
        var card = "/staff/findings/" + late.id() + "/late/" + clock;
        try (var office = Reader.atADesk();
                var supervisor = Reader.atADesk()) {
            office.hurries(() -> office.signsIn("/staff/sign-in", "market2"));
            office.opens("/staff/findings");
            assertThat(office.text("main")).contains("超过期限：承诺期限");
            office.opens(card).presses("button[value=rebut]");
            assertThat(office.text(".errors")).contains("请写明情况和理由");
            office.fills("words", "等企业补图纸，不应计入。").presses("button[value=rebut]");
            assertThat(office.text("[role=status]")).contains("异议");

            supervisor.hurries(() -> supervisor.signsIn("/staff/sign-in", "supervisor1"));
            var onTheList = "a[href='" + card + "']";
            supervisor.opens("/staff/findings?show=rebutted").presses(onTheList);
            supervisor.fills("words", "没有告知补正，期限照算。").presses("button[value=send-back]");
            assertThat(supervisor.text("[role=status]")).contains("退回");

            office.opens(card).fills("words", "人手不足，今天办结。").presses("button[value=answer]");
            supervisor.opens(card).fills("words", "属实。").presses("button[value=uphold]");
            assertThat(supervisor.text(".errors")).contains("还在超期");
            late.reviewed().granted();
            supervisor.opens(card).fills("words", "属实。").presses("button[value=uphold]");
            supervisor.opens("/staff/findings?show=upheld").presses(onTheList);
            assertThat(supervisor.text(".timeline")).contains("等企业补图纸", "没有告知补正", "属实");
        }
    }

    @Test
    @Tag("B9")
    @Tag("G1")
    void aDoubtedAutomaticDecisionOpensACardAndItsHeadSwitchesTheRulesOff() {
        var granted = registering();
        try (var citizen = Reader.withAPhone();
                var reviewer = Reader.atADesk();
                var head = Reader.atADesk();
                var supervisor = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opensUntil(granted.forTheApplicant(), GRANTED);
            citizen.opensPaper("办理结果告知书");
            assertThat(citizen.text("main")).contains("登记的就是实名登录的本人");

            drawn(granted);
            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "humanresources1"));
            var judging = "form[action$='" + granted.id() + "']";
            reviewer.opens("/staff/automatic").presses(judging + " button[value=disagree]");
            assertThat(reviewer.text(".errors")).contains("哪里不对");
            reviewer.page().locator(judging + " [name=words]").fill("手机号不是本人的。");
            reviewer.presses(judging + " button[value=disagree]");
            reviewer.opens("/staff/automatic?show=disagreed");
            assertThat(reviewer.text("main")).contains("手机号不是本人的。");

            supervisor.hurries(() -> supervisor.signsIn("/staff/sign-in", "supervisor1"));
            supervisor.opens("/staff/findings/" + granted.id() + "/automatic/1");
            assertThat(supervisor.text("main")).contains("抽查有异议", "手机号不是本人的。");

            head.hurries(() -> head.signsIn("/staff/sign-in", "humanresources2"));
            head.opens("/staff/automatic");
            turns(head, "off", "抽查发现冒名登记");
            assertThat(head.text("main")).contains("已停止", "抽查发现冒名登记");
            var stopped = registering();
            citizen.page().waitForCondition(() -> isPassed(stopped));
            citizen.opens(stopped.forTheApplicant());
            assertThat(citizen.page().locator(GRANTED).count()).as("left to people").isZero();
            turns(head, "on", "已经查清，恢复");
            assertThat(head.text("main")).contains("正在自动审批");
        }
    }

    @Test
    @Tag("B3")
    @Tag("G1")
    void aSecondCorrectionTakesAHeadAndAReasonAndIsLookedInto() {
        var told = HandedIn.of("food-business-new").corrected("floor-plan", "经营场所平面图", "标出后厨。");
        try (var head = Reader.atADesk();
                var citizen = Reader.withAPhone();
                var supervisor = Reader.atADesk()) {
            head.hurries(() -> head.signsIn("/staff/sign-in", "market2"));
            head.opens(told.forStaff()).unfolds("tellAgain").presses("button[value=tellAgain]");
            assertThat(head.text(".errors")).contains("材料", "要补正的内容", "批准的理由");
            head.chooses("againMaterial", "floor-plan")
                    .fills("againWhat", "图上没有写面积。")
                    .fills("againReason", "第一次漏看了面积。");
            head.presses("button[value=tellAgain]");
            assertThat(head.page().url()).contains("done=tellAgain");

            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            citizen.opens(told.forTheApplicant());
            assertThat(citizen.text("main")).contains("图上没有写面积", "这是本机关没有一次告知");

            supervisor.hurries(() -> supervisor.signsIn("/staff/sign-in", "supervisor1"));
            supervisor.opensUntil("/staff/findings", "a[href*='" + told.id() + "']");
            supervisor.presses("a[href*='" + told.id() + "']");
            assertThat(supervisor.text("main")).contains("一次告知以后又提出新的补正要求", "第一次漏看了面积");
        }
    }

    private static void turns(Reader head, String to, String reason) {
        var form = "form[action$='/items/" + ODD_JOBS + "']";
        head.page().locator(form + " [name=reason]").fill(reason);
        head.presses(form + " button[value=" + to + "]");
    }

    /** Whether the rules have come by it on the line, whatever they made of it. */
    private static boolean isPassed(HandedIn filed) {
        var place = Tables.FOLLOWER;
        var line = Tables.CASE_EVENT;
        return House.theOnly()
                .part(DSLContext.class)
                .fetchExists(
                        DSL.selectOne()
                                .from(place)
                                .join(line)
                                .on(line.CASE_ID.eq(filed.id()))
                                .and(line.SEQ.eq(1))
                                .where(place.NAME.eq("automatic"))
                                .and(
                                        DSL.row(place.XACT, place.CASE_ID, place.SEQ)
                                                .ge(line.XACT, line.CASE_ID, line.SEQ)));
    }

    private static HandedIn registering() {
        return HandedIn.of(
                ODD_JOBS, Map.of("workerId", "990101199001010019", "workerName", "韦某兰"), 0);
    }

    /** The draw falls on one in ten; here it has fallen on this one. */
    private static void drawn(HandedIn granted) {
        var file = granted.file();
        House.theOnly()
                .part(DSLContext.class)
                .insertInto(Tables.AUTOMATIC_SAMPLE)
                .set(Tables.AUTOMATIC_SAMPLE.CASE_ID, granted.id())
                .set(Tables.AUTOMATIC_SAMPLE.CASE_NO, file.caseNo())
                .set(Tables.AUTOMATIC_SAMPLE.ITEM_KEY, file.itemKey())
                .set(Tables.AUTOMATIC_SAMPLE.ITEM_NAME, "灵活就业登记")
                .set(Tables.AUTOMATIC_SAMPLE.AGENCY_KEY, file.agency())
                .set(Tables.AUTOMATIC_SAMPLE.DECIDED_ON, House.theOnly().today())
                .set(Tables.AUTOMATIC_SAMPLE.STATE, "open")
                .set(Tables.AUTOMATIC_SAMPLE.WORDS, "")
                .onConflictDoNothing()
                .execute();
    }
}
