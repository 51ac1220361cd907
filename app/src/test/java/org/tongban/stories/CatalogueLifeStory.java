package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists, batches, delegation, inspection and exchange, as the staffing office meets them. */
class CatalogueLifeStory {

    private static final String ENTRIES = "/staff/entries";

    @Test
    @Tag("A5")
    void aBatchOfAtMostOneTripIsPublishedAndEverybodyReadsIt() {
        try (var staffing = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            staffing.signsIn("/staff/sign-in", "staffing1").opens(ENTRIES + "/trips");
            staffing.presses("main .acts button");
            assertThat(staffing.text(".errors")).contains("文号");
            staffing.fills("document", "三政办发〔2026〕12 号").presses("main .acts button");
            assertThat(staffing.text("main")).contains("第 1 批", "三政办发〔2026〕12 号");

            citizen.opens("/lists").presses("a[href='/lists/at-most-one-trip']");
            assertThat(citizen.heading()).isEqualTo("最多跑一次事项清单");
            assertThat(citizen.text("main")).contains("第 1 批");
            citizen.page().locator("main input[name=q]").fill("开饭馆");
            citizen.presses("main form.find button");
            assertThat(citizen.text(".needs")).contains("食品经营许可");
            citizen.presses("a[href$='/changes']");
            assertThat(citizen.text("main")).contains("新列入");
            var file =
                    citizen.page()
                            .request()
                            .get(House.theOnly().at("/lists/at-most-one-trip/file?as=csv"));
            assertThat(file.text()).contains("事项名称").contains("第 1 批");
            citizen.opens("/lists/not-online").opens("/lists/tolerant");
            citizen.opens("/figures");
            assertThat(citizen.text("main")).contains("限时办结", "不动产登记（5 个工作日）", "达到");
            citizen.presses("main td a[href*='agency=market'][href*='list=online']");
            assertThat(citizen.text(".needs")).contains("食品经营许可");
            citizen.opens("/figures/lag?agency=market");
        }
    }

    @Test
    @Tag("A3")
    void anEntryIsDelegatedWithARunningCaseThatTheTownFinishes() {
        try (var staffing = Reader.atADesk();
                var town = Reader.atADesk();
                var clerk = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            citizen.hurries(() -> appliesForTheAllowance(citizen));
            var progress = citizen.page().url();

            var entry = ENTRIES + "/of/elder-allowance";
            staffing.signsIn("/staff/sign-in", "staffing1").opens(entry);
            staffing.presses("a[href$='/delegation']");
            staffing.fills("reason", "三政发〔2026〕9 号").presses("main .acts button");
            assertThat(staffing.text(".errors")).contains("承接单位");
            staffing.chooses("to", "dahe-town").presses("main .acts button");
            assertThat(staffing.text("main")).contains("大河镇", "待承接");

            town.signsIn("/staff/sign-in", "dahe3").opens(ENTRIES);
            town.presses("a[href*='/offers/elder-allowance']");
            assertThat(town.text("main")).contains("三政发〔2026〕9 号", "审查岗");
            town.presses("button[value=decline]");
            assertThat(town.text(".errors")).contains("为什么不承接");
            town.presses("button[value=take]");
            House.theOnly().movesCases();
            staffing.opens(entry + "/delegation");
            assertThat(staffing.text("main")).contains("已生效", "移交在办件 1 件");

            citizen.opens(progress);
            assertThat(citizen.text("main")).contains("已移交承办单位", "大河镇人民政府", "办理期限不变");
            finishes(clerk, town, progress.replaceFirst(".*/", ""));
            citizen.opens(progress);
            assertThat(citizen.text("main")).contains("准予");

            citizen.opens("/items/elder-allowance-dahe-town");
            assertThat(citizen.text("main")).contains("大河镇人民政府");
            staffing.fills("backReason", "统一办理").presses("main .acts button[value=take-back]");
            assertThat(staffing.text("main")).contains("已上收");
            citizen.opens("/items/elder-allowance");
            assertThat(citizen.text("main")).contains("民政");
        }
    }

    /** Sends the application; ends on the page of the case. */
    private static void appliesForTheAllowance(Reader citizen) {
        citizen.signsIn("/sign-in", "weilan").opens("/apply/elder-allowance");
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.who", "self").presses("main form button[type=submit]");
        var draft = "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        citizen.opens(draft + "/form/1");
        citizen.fills("f.elderName", "韦老太").fills("f.elderId", "990101194107070025");
        citizen.page().locator("[name='f.town']").selectOption("522732111000");
        citizen.fills("f.residence", "三都水族自治县大河镇1号").chooses("f.livingWith", "children");
        citizen.presses("main form[data-autosave] button[type=submit]");
        citizen.fills("f.bankAccount", "6217000000000000");
        citizen.presses("main form[data-autosave] button[type=submit]");
        citizen.opens(draft + "/materials");
        citizen.uploads("identity", Scan.picture()).uploads("card", Scan.picture());
        citizen.opens(draft + "/check").chooses("delivery", "electronic").chooses("truth", "yes");
        citizen.presses("main form button[type=submit]");
        citizen.opens(citizen.page().url().replaceFirst("/receipt$", ""));
    }

    /** The town takes it in, reviews and decides; all of them sit there and nowhere else. */
    private static void finishes(Reader clerk, Reader decider, String caseNo) {
        clerk.signsIn("/staff/sign-in", "dahe2").opens("/staff/desk?q=" + caseNo);
        clerk.presses("main a[href*='/staff/desk/0']");
        var id = clerk.page().url().replaceAll(".*/staff/desk/([^?]+).*", "$1");
        clerk.findsAllInOrder().presses("button[value=accept]");
        clerk.opens("/staff/cases/" + id).fills("opinion", "年满八十周岁。");
        assertThat(clerk.text("main")).contains("已移交承办单位");
        clerk.presses("button[value=pass]");
        decider.opens("/staff/cases/" + id).presses("button[value=grant]");
        assertThat(decider.page().url()).contains("done=grant");
    }

    @Test
    @Tag("A4")
    void anInspectionRoundIsOpenedAnsweredAndClosed() {
        try (var inspector = Reader.atADesk();
                var editor = Reader.atADesk()) {
            inspector.signsIn("/staff/sign-in", "legal1").opens(ENTRIES + "/rounds");
            inspector.fills("title", "四季度抽查").fills("size", "200");
            inspector.fills("checklist", "电话打得通").presses("main .acts button");
            var round = inspector.page().url();
            var rest = inspector.page().locator(".columns > div .check a").count();
            assertThat(rest).isGreaterThan(50);
            inspector.presses("a[href$='/items/food-business-new']");
            inspector.presses("main .acts button");
            assertThat(inspector.text(".errors")).contains("还没有结论");
            inspector.chooses("point0", "fault").fills("words0", "咨询电话没有人接");
            inspector.presses("main .acts button");
            assertThat(inspector.text("main")).contains("待整改", "咨询电话没有人接");
            inspector.presses("form[action$='/close'] button");
            assertThat(inspector.text(".errors")).contains("还不能办结");

            editor.signsIn("/staff/sign-in", "editor1").opens(round);
            editor.fills("words", "换了有人值守的号码").presses("button[value=answer]");
            assertThat(editor.text("main")).contains("待复查");
            inspector.opens(round).fills("words", "打通了").presses("button[value=settle]");
            assertThat(inspector.text("main")).contains("已销号");
        }
    }

    @Test
    @Tag("A2")
    void theListIsHandedOutAndComesBackUnchanged() throws java.io.IOException {
        try (var staffing = Reader.atADesk()) {
            staffing.signsIn("/staff/sign-in", "staffing1").opens(ENTRIES + "/exchange");
            var answer =
                    staffing.page()
                            .request()
                            .get(House.theOnly().at(ENTRIES + "/exchange/file?as=xlsx"));
            var file = Files.createTempDirectory("exchange").resolve("清单.xlsx");
            Files.write(file, answer.body());
            staffing.page().locator("#file").setInputFiles(file);
            staffing.presses("main form button[type=submit]");
            assertThat(staffing.text(".facts")).contains("相同");
            assertThat(staffing.text("main")).doesNotContain("写入 ");

            var wrong = Files.writeString(file.resolveSibling("错.csv"), "key,agency\nx,nobody\n");
            upload(staffing, wrong);
            assertThat(staffing.text("main")).contains("没有“nobody”这个部门");
            var picture = Files.writeString(file.resolveSibling("图.png"), "x");
            upload(staffing, picture);
            assertThat(staffing.text(".errors")).contains(".xlsx");
        }
    }

    private static void upload(Reader staffing, Path file) {
        staffing.opens(ENTRIES + "/exchange").page().locator("#file").setInputFiles(file);
        staffing.presses("main form button[type=submit]");
    }

    @Test
    @Tag("A6")
    void aGuideIsReadShortAndWholeAndTellsTheNearestHall() {
        try (var citizen = Reader.withAPhone()) {
            citizen.opens("/items/food-business-new?form=short");
            assertThat(citizen.page().locator("svg.flow").count()).isZero();
            citizen.presses("a[href*='form=full']");
            assertThat(citizen.page().locator("svg.flow").count()).isEqualTo(1);
            citizen.page().locator("#region").selectOption("522732111000");
            citizen.presses("form[action$='#places'] button");
            assertThat(citizen.text("#places + form + .needs li")).contains("大河镇", "就在这里");
            citizen.page().locator("header input[name=q]").fill("给孩子上户口");
            citizen.presses("header form button");
            assertThat(citizen.text(".needs")).contains("户");
        }
    }
}
