package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tongban.casework.Applicant;

/**
 * An investment project with four offices: two of them tell what to correct and are answered once;
 * one refuses, what rests on it stops, the rest goes on. And the package itself is looked at and
 * changed in the browser.
 */
class ProjectStory {

    private static final String CODE = "2601-522732-04-01-123456";

    private static final Applicant FIRM =
            new Applicant(
                    Applicant.Kind.FIRM,
                    "水乡人家餐饮店",
                    "92990101MA99010126",
                    "潘某忠",
                    "13800003247",
                    "三合街道都柳江社区28号");

    @Test
    @Tag("C2")
    @Tag("C3")
    @Tag("C5")
    void aFactoryIsBuiltAsFarAsItMay() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk()) {
            citizen.signsIn("/sign-in", "panzhong");
            var sent =
                    new PackageByBrowser(
                                    citizen,
                                    "investment-project",
                                    FIRM,
                                    Map.of("now", "start", "eia", "yes", "earth", "yes"))
                            .sends(Map.of("projectCode", CODE));
            clerk.signsIn("/staff/sign-in", "counter1");
            sent.granted("project-record");

            tellsTogether(citizen, clerk, sent);
            correctsOnce(citizen, sent);
            officesComeTogether(citizen, sent);
            seesWhatIsRefused(citizen, sent);
            readsTheMap(citizen);
            hasAnAgent(citizen);
        }
    }

    private static void tellsTogether(Reader citizen, Reader clerk, SentPackage sent) {
        tells(clerk, sent.caseOf("land-use-planning"), "parcel-map", "图上没有坐标，请补上。");
        assertThat(clerk.text("main")).contains("等它们看完一起告知");
        citizen.opens(sent.path());
        assertThat(citizen.text("main")).contains("正在等其他部门看完").doesNotContain("在一处一次补齐");

        sent.accepted("eia-report-form");
        tells(clerk, sent.caseOf("soil-conservation-plan"), "plan", "没有写弃渣去哪里。");
        assertThat(clerk.text("main")).contains("补正告知书已经发出");
    }

    private static void tells(Reader clerk, String caseId, String material, String what) {
        clerk.opens("/staff/desk/" + caseId);
        clerk.findsAllInOrder();
        clerk.chooses("m." + material, "wrong").fills("r." + material, what);
        clerk.presses("button[value=tell], button[value=preview]");
        if (clerk.page().locator("button[value=tell]").count() > 0) {
            clerk.presses("button[value=tell]");
        }
    }

    private static void correctsOnce(Reader citizen, SentPackage sent) {
        citizen.opens(sent.path());
        assertThat(citizen.text(".turn")).contains("2 个部门告知您要补正");
        citizen.presses(".turn a");
        assertThat(citizen.text("main")).contains("图上没有坐标", "没有写弃渣去哪里");
        citizen.presses("main form:not([action*='again-']) button[type=submit]");
        assertThat(citizen.page().locator(".errors").count()).isEqualTo(1);
        citizen.hurries(
                () -> {
                    for (var id :
                            citizen.page().locator("li[id^='m-']").all().stream()
                                    .map(one -> one.getAttribute("id").substring(2))
                                    .toList()) {
                        citizen.uploads(id, Scan.picture());
                    }
                });
        citizen.presses("main form:not([action*='again-']) button[type=submit]");
        assertThat(citizen.page().url()).endsWith(sent.path());
        assertThat(citizen.page().locator(".turn").count()).isZero();
    }

    private static void officesComeTogether(Reader citizen, SentPackage sent) {
        try (var environment = Reader.atADesk();
                var water = Reader.atADesk()) {
            environment.hurries(() -> environment.signsIn("/staff/sign-in", "environment1"));
            water.hurries(() -> water.signsIn("/staff/sign-in", "water1"));
            sent.accepted("soil-conservation-plan");
            var visits = sent.path().replace("/my/packages/", "/staff/packages/cases/") + "/visits";
            environment.opens(visits).presses("main form button[type=submit]");
            assertThat(environment.text(".errors")).contains("请写去的日期", "请写去哪里", "请写去的人的姓名");
            environment
                    .fills("on", House.theOnly().today().toString())
                    .fills("site", "工业园区三号地")
                    .fills("officers", "潘某敏");
            environment.presses("main form button[type=submit]");
            citizen.opens(sent.path());
            assertThat(citizen.text("main")).contains("工业园区三号地看现场，只来一次");

            water.opens(visits).fills("officers", "莫某桂").presses("button[value=join]");
            water.fills("heldOn", House.theOnly().today().toString());
            water.fills("record", "场地平整，没有占用河道。").presses("button[value=record]");
            water.chooses("passes", "yes").presses("button[value=take]");
            assertThat(water.text("main")).contains("记录已由莫某桂用到办件上", "没有占用河道");
            environment.opens(visits).chooses("passes", "no").presses("button[value=take]");
            environment.opens("/staff/cases/" + sent.caseOf("eia-report-form"));
            assertThat(environment.text("main")).contains("现场踏勘", "莫某桂（水务局，工号 T0039）");
        }
    }

    private static void hasAnAgent(Reader citizen) {
        try (var head = Reader.atADesk();
                var agent = Reader.atADesk()) {
            head.hurries(() -> head.signsIn("/staff/sign-in", "development2"));
            agent.hurries(() -> agent.signsIn("/staff/sign-in", "development1"));
            head.opens("/staff/packages/projects/" + CODE);
            head.fills("phone", "打我手机").presses("form[action$='/agent'] button");
            assertThat(head.text(".errors")).contains("请选牵头部门的一位同事", "请写电话号码");
            head.fills("phone", "0854-3920001");
            head.page().locator("label:has-text('莫某玲')").first().click();
            head.presses("form[action$='/agent'] button");
            assertThat(head.text("main")).contains("莫某玲", "电话 0854-3920001");

            agent.opens("/staff/packages/projects");
            assertThat(agent.text("main")).contains(CODE, "接着要办");
            agent.presses("a[href$='" + CODE + "']").presses("form[action$='/help'] button");
            assertThat(agent.text(".errors")).contains("请写帮了什么");
            agent.fills("said", "陪同到环保局问清楚了防护距离怎么改。");
            agent.presses("form[action$='/help'] button");
            citizen.opens("/my/projects/" + CODE);
            assertThat(citizen.text("main")).contains("莫某玲", "0854-3920001", "防护距离怎么改");
            citizen.opens("/packages/investment-project");
            citizen.presses("a[href$='/merged']");
            assertThat(citizen.text("main"))
                    .contains("24 项审批合并成 8 项", "要整合 25 项", "待核实", "涉路施工活动许可");
        }
    }

    private static void seesWhatIsRefused(Reader citizen, SentPackage sent) {
        sent.granted("land-use-planning");
        sent.refused("eia-report-form", "防护距离不够");
        sent.granted("soil-conservation-plan");
        sent.granted("building-planning");

        citizen.opensUntil(sent.path(), "main .tag:has-text('部分办结')");
        assertThat(citizen.text("main")).contains("部分办结 4/6", "不再办理", "要用“建设项目环境影响报告表审批”的结果");
    }

    private static void readsTheMap(Reader citizen) {
        citizen.presses("a[href='/my/projects/" + CODE + "']");
        assertThat(citizen.text("main"))
                .contains(
                        CODE, "立项用地规划许可", "工程建设许可", "竣工验收", "牵头", "期限是 50 个工作日", "接着要办", "工作日怎么算的");
        citizen.opens("/my");
        assertThat(citizen.text("main")).contains("投资项目审批一件事");
    }

    @Test
    @Tag("C1")
    @Tag("C4")
    void aPackageIsDrawnCheckedPublishedAndWalkedThrough() {
        try (var keeper = Reader.atADesk();
                var supervisor = Reader.atADesk();
                var anybody = Reader.withAPhone()) {
            keeper.signsIn("/staff/sign-in", "admin1");
            keeper.opens("/staff/packages");
            keeper.presses("a[href='/staff/packages/arrange/close-company']");
            assertThat(keeper.page().locator("svg.graph rect").count()).isEqualTo(4);
            keeper.page().locator("#i4\\.item").selectOption("housing-fund-employer-registration");
            keeper.page().locator("#n3\\.item").selectOption("tax-cancellation");
            keeper.page().locator("#n3\\.on").selectOption("seal-cancellation");
            keeper.presses("button[value=look]");
            assertThat(keeper.text("main")).contains("互相等结果", "还画不成图", "改好以后才能公布");
            keeper.page().locator("#n3\\.item").selectOption("");
            keeper.page().locator("#n3\\.on").selectOption("");
            keeper.presses("button[value=look]");
            assertThat(keeper.page().locator("svg.graph rect").count()).isEqualTo(5);
            keeper.presses("a[href='/staff/packages/editor/close-company']");
            assertThat(keeper.page().locator("svg.graph rect").count()).isEqualTo(4);
            assertThat(keeper.text("#faults")).contains("没有问题，可以公布");
            var text = keeper.page().locator("textarea[name=text]").inputValue();

            keeper.fills("text", text.replace("limitDays: 10", "limitDays: 3"));
            keeper.presses("button[value=publish]");
            assertThat(keeper.text("#faults")).contains("比最长的一条路短");
            assertThat(keeper.page().locator("textarea[name=text]").inputValue())
                    .contains("limitDays: 3");

            keeper.fills("text", text.replace("limitDays: 10", "limitDays: 12"));
            keeper.presses("button[value=publish]");
            assertThat(keeper.text("main")).contains("已经公布");
            keeper.fills("text", text);
            keeper.presses("button[value=publish]");
            assertThat(keeper.page().locator("textarea[name=text]").inputValue()).isEqualTo(text);

            walksThrough(supervisor);
            anybody.opens("/zones").presses("a[href='/zones/elderly']");
            assertThat(anybody.text("main")).contains("老年人专区", "企业职工退休一件事", "身后一件事", "高龄津贴");
        }
    }

    private static void walksThrough(Reader supervisor) {
        supervisor.signsIn("/staff/sign-in", "supervisor1");
        supervisor.opens("/staff/packages/close-company/walks");
        assertThat(supervisor.text("main")).contains("还没有人走过");
        supervisor.fills("findings", "找不到清税证明在哪里下载\n等了三天没有人说为什么");
        supervisor.presses("main form[action$='/walks'] button[type=submit]");
        assertThat(supervisor.text(".errors")).contains("请写走流程的日期", "请选从哪里走的", "1 到 2000");
        assertThat(supervisor.page().locator("textarea[name=findings]").inputValue())
                .contains("等了三天");
        supervisor.fills("on", "2026-1-5").chooses("way", "online").fills("minutes", "42");
        supervisor.presses("main form[action$='/walks'] button[type=submit]");
        assertThat(supervisor.text("main")).contains("用了 42 分钟", "2 处没有答复", "找不到清税证明");
        supervisor.fills("answer", "在进度页上加下载的链接");
        supervisor.presses("main form[action$='/1'] button[type=submit]");
        assertThat(supervisor.text("main")).contains("1 处没有答复", "答复：在进度页上加下载的链接");
    }
}
