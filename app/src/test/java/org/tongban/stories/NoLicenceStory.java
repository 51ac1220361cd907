package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Applications that end without a licence: what the office owes those who get none. */
class NoLicenceStory {

    @Test
    @Tag("B3")
    @Tag("B7")
    @Tag("B13")
    void aTestStopsTheClockTheTermIsExtendedOnceAndTheRefusalSaysWhyAndWhatCanBeDone() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk();
                var reviewer = Reader.atADesk();
                var head = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            var renewal = Renewal.sentBy(citizen);
            clerk.hurries(() -> renewal.acceptedBy(clerk));

            House.theOnly().letWorkingDaysPass(3);
            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "health1"));
            startsATest(reviewer, renewal);
            House.theOnly().letWorkingDaysPass(3);
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            seesTheClockStopped(citizen, renewal);
            reviewer.hurries(() -> reviewer.signsIn("/staff/sign-in", "health1"));
            endsTheTest(reviewer, renewal);
            reviewer.hurries(
                    () -> renewal.passedBy(reviewer, "材料齐全。").passedBy(reviewer, "没有消毒间。"));

            head.hurries(() -> head.signsIn("/staff/sign-in", "health2"));
            extendsOnce(head, renewal);
            refuses(head);
            readsWhyAndPrintsIt(citizen, renewal);
        }
    }

    @Test
    @Tag("B3")
    @Tag("B4")
    void whoeverAppliesToTheWrongOfficeIsToldWhyAndWhereToGo() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            var renewal = Renewal.sentBy(citizen);

            clerk.opens(renewal.atTheDesk()).unfolds("refuse");
            clerk.chooses("ground", "NOT_OUR_POWER").presses("button[value=refuse]");
            assertThat(clerk.text(".errors")).contains("理由", "哪个机关");
            clerk.fills("reason", "这家店在邻县。").fills("competentOffice", "邻县卫生健康局");
            clerk.presses("button[value=refuse]");
            assertThat(clerk.page().url()).contains("done=refuse");
            assertThat(clerk.text("main")).contains("打印不予受理决定书");

            citizen.opens(renewal.forTheApplicant());
            assertThat(citizen.heading()).contains("不予受理");
            assertThat(citizen.text(".answered"))
                    .contains("邻县卫生健康局", "这家店在邻县", "六十日内", "行政复议", "行政诉讼");
            citizen.opensPaper("不予受理决定书");
            assertThat(citizen.text("main")).contains("韦某兰", "邻县卫生健康局");
            citizen.opens("/my");
            assertThat(citizen.text("main")).contains("不予受理");
        }
    }

    @Test
    @Tag("B1")
    @Tag("B13")
    void whoeverTakesTheirApplicationBackHearsNoMoreOfItAndTheClerkSeesWhy() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "weilan"));
            var renewal = Renewal.sentBy(citizen);
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            clerk.opens(renewal.atTheDesk()).findsAllInOrder();

            citizen.opens(renewal.forTheApplicant()).presses("a[href$='/withdraw']");
            citizen.fills("reason", "先不开了。").presses("main form button[type=submit]");
            assertThat(citizen.heading()).contains("已撤回");
            citizen.opens(renewal.forTheApplicant() + "/withdraw");
            assertThat(citizen.page().url())
                    .as("there is nothing left to take back")
                    .endsWith(renewal.caseNo());

            clerk.presses("button[value=accept]");
            assertThat(clerk.text("main")).contains("先不开了", "撤回");
            assertThat(clerk.page().locator("button[value=accept]").count()).isZero();
        }
    }

    private static void startsATest(Reader reviewer, Renewal renewal) {
        reviewer.opens(renewal.forStaff()).unfolds("start").presses("button[value=start]");
        assertThat(reviewer.text(".errors")).contains("程序", "为什么需要", "预计需要");
        reviewer.chooses("procedure", "检测").fills("procedureReason", "要检测空气和用品。");
        reviewer.fills("expectedDays", "七").presses("button[value=start]");
        assertThat(reviewer.text(".errors")).contains("请写数字");
        assertThat(reviewer.page().locator("#procedureReason").inputValue())
                .as("nothing typed is lost")
                .isEqualTo("要检测空气和用品。");
        reviewer.fills("expectedDays", "7").presses("button[value=start]");
        assertThat(reviewer.page().url()).contains("done=start");
        assertThat(reviewer.text("main")).contains("停表：检测");
    }

    private static void seesTheClockStopped(Reader citizen, Renewal renewal) {
        citizen.opens(renewal.forTheApplicant());
        assertThat(citizen.text("main .lead")).contains("检测", "不计入", "您不用做什么");
        assertThat(citizen.page().locator(".strip li.stopped").count())
                .as("days of the strip that are not counted")
                .isPositive();
        citizen.opensPaper("特别程序告知书");
        assertThat(citizen.text("main")).contains("因要检测空气和用品，需要进行检测", "7 个工作日", "第四十五条");
    }

    private static void endsTheTest(Reader reviewer, Renewal renewal) {
        reviewer.opens(renewal.forStaff()).fills("procedureResult", "检测合格。");
        reviewer.presses("button[value=end]");
        assertThat(reviewer.page().url()).contains("done=end");
        assertThat(reviewer.text("main")).contains("继续计时，新的最后一天是");
    }

    private static void extendsOnce(Reader head, Renewal renewal) {
        head.opens(renewal.forStaff()).unfolds("extend");
        head.fills("extendReason", "要再次核实现场。").presses("button[value=extend]");
        assertThat(head.page().url()).contains("done=extend");
        assertThat(head.text("main")).contains("延长 10 个工作日。原因：要再次核实现场。新的最后一天");
        assertThat(head.page().locator("button[value=extend]").count())
                .as("a term is extended once")
                .isZero();
    }

    private static void refuses(Reader head) {
        head.unfolds("refuse").presses("button[value=refuse]");
        assertThat(head.text(".errors")).contains("查明的事实", "理由", "依据的条款");
        head.fills("facts", "消毒间没有水池。").fills("reasons", "不符合卫生要求。");
        head.fills("articles", "《公共场所卫生管理条例》第四条").presses("button[value=refuse]");
        assertThat(head.page().url()).contains("done=refuse");
        assertThat(head.text("main")).contains("不予行政许可决定书");
    }

    private static void readsWhyAndPrintsIt(Reader citizen, Renewal renewal) {
        citizen.opens(renewal.forTheApplicant());
        assertThat(citizen.heading()).contains("不予办理");
        assertThat(citizen.text(".answered"))
                .contains("消毒间没有水池", "不符合卫生要求", "第四条", "六十日内", "行政复议", "行政诉讼");
        assertThat(citizen.page().locator("a[href$='/withdraw']").count()).isZero();

        citizen.presses(".answered a");
        citizen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(citizen.page().locator(".paper-tools").isVisible())
                .as("what only a screen can do is not printed")
                .isFalse();
        assertThat(citizen.text("main")).contains("不予行政许可决定书", "韦某兰", "消毒间没有水池");
    }
}
