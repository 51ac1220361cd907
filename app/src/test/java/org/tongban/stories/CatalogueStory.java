package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An item on its way from nothing to its first application, and a base name that changes. */
class CatalogueStory {

    private static final String ENTRIES = "/staff/entries";

    @Test
    @Tag("A2")
    @Tag("A3")
    @Tag("A4")
    @Tag("A6")
    void anAgencyDraftsAnItemTwoOfficesReviewItAndSomebodyAppliesForIt() {
        try (var editor = Reader.atADesk();
                var staffing = Reader.atADesk();
                var legal = Reader.atADesk();
                var citizen = Reader.withAPhone()) {
            editor.signsIn("/staff/sign-in", "editor1").opens(ENTRIES);
            editor.presses("a[href='/staff/entries/new']");
            editor.page().locator("#base").selectOption("520831001000");
            editor.fills("reason", "县里新设举报奖励").presses("main .acts button");
            var draft = editor.page().url().replaceAll("[?].*", "");
            var key = writes(editor, draft);

            editor.opens(draft);
            assertThat(editor.text("main")).doesNotContain("必须改");
            editor.presses("button[value=submit]");
            legal.signsIn("/staff/sign-in", "legal1").opens(draft);
            legal.page().locator("#place").selectOption("conditions");
            legal.fills("remark", "写明举报要属实");
            legal.presses("main form[action$='/remarks'] button");
            legal.presses("button[value=send-back-law]");

            editor.opens(draft + "/conditions");
            assertThat(editor.text("main")).contains("写明举报要属实");
            editor.fills("conditions", "举报的事实经查证属实\n举报人用真实姓名");
            editor.presses("button[value=leave]");
            editor.fills("answer", "已写明").presses("form[action*='/remarks/'] button");
            editor.presses("button[value=submit]");
            legal.opens(draft).presses("button[value=agree-law]");
            staffing.signsIn("/staff/sign-in", "staffing1").opens(draft);
            staffing.presses("button[value=agree-staffing]");
            staffing.presses("button[value=publish]");
            assertThat(staffing.text("main")).contains("已公布");

            citizen.opens("/items/" + key);
            assertThat(citizen.heading()).isEqualTo("食品安全违法行为举报奖励");
            citizen.presses("main .acts a.button").signsInHere("weilan");
            assertThat(citizen.page().url()).contains("/apply/" + key);
            var caseNo = applies(citizen);
            editor.hurries(() -> editor.signsIn("/staff/sign-in", "counter1"));
            editor.opens("/staff/desk?q=" + caseNo).presses("main a[href*='/staff/desk/0']");
            assertThat(editor.text("main")).contains("证人 1", "姓名：罗大山", "证人 2", "姓名：陆小河");
        }
    }

    /** Answers the form with its rows, and sends it; gives back the number of the case. */
    private static String applies(Reader citizen) {
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.q1", "self").presses("main form button[type=submit]");
        var draft = "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        citizen.opens(draft + "/form/1").fills("f.f1", "路边一家店");
        for (var row = 0; row < 3; row++) citizen.presses("button[value='add:f2']");
        assertThat(citizen.page().locator("[name='f.f1']").inputValue()).isEqualTo("路边一家店");
        citizen.fills("f.f2.1.c1", "罗大山").fills("f.f2.2.c1", "陆小河").presses(".acts button");
        assertThat(citizen.text(".errors")).contains("证人 1 姓名");
        assertThat(citizen.page().locator("#f-f2\\.0\\.c1").getAttribute("aria-invalid"))
                .as("the message stands at its row")
                .isEqualTo("true");
        citizen.presses("button[value='remove:0:f2']");
        assertThat(citizen.page().locator("[name='f.f2.0.c1']").inputValue()).isEqualTo("罗大山");
        citizen.page().locator("[name='f.f2.1.c1']").focus();
        citizen.pressesEnter();
        citizen.opens(draft + "/check");
        assertThat(citizen.text("main")).contains("姓名：罗大山", "姓名：陆小河");
        citizen.chooses("delivery", "electronic").chooses("truth", "yes");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.page().url()).endsWith("/receipt");
        return citizen.page().url().replaceAll(".*/my/cases/([^/]+)/receipt", "$1");
    }

    @Test
    @Tag("A1")
    @Tag("A2")
    @Tag("A3")
    void aBaseNameChangesAndEveryLevelShowsIt() {
        try (var staffing = Reader.atADesk();
                var anybody = Reader.withAPhone()) {
            staffing.signsIn("/staff/sign-in", "staffing1").opens("/staff/base");
            staffing.opens("/staff/base/520131012003");
            staffing.fills("name", "食品经营许可（到期延续）").fills("reason", "省目录调整");
            staffing.presses("main form[action^='/staff/base/'] button");
            assertThat(staffing.text("main")).contains("1 个事项版本随之更新");

            anybody.opens("/items/food-business-renewal");
            assertThat(anybody.heading()).isEqualTo("食品经营许可（到期延续）");
            staffing.opens("/staff/entries/of/food-business-renewal");
            staffing.presses("a[href*='/difference']");
            assertThat(staffing.text("main")).contains("食品经营许可（到期延续）", "食品经营许可（延续）");
        }
    }

    /** Fills every page; gives back the key of the new entry. */
    private static String writes(Reader editor, String draft) {
        editor.opens(draft + "/basics").fills("summary", "举报食品安全违法行为，查实了给奖励。");
        editor.chooses("level", "4").chooses("audience", "person").fills("result.name", "奖励决定书");
        editor.chooses("result.kind", "document");
        next(editor);
        editor.fills("conditions", "举报属实");
        next(editor);
        editor.chooses("caseKind", "promised");
        editor.fills("limits.statutory.days", "20").chooses("limits.statutory.unit", "working");
        editor.fills("limits.statutory.basis", "食品安全举报奖励办法");
        editor.fills("limits.promised.days", "10").chooses("limits.promised.unit", "working");
        editor.fills("visits", "0").fills("visitReason", "无").chooses("onlineDepth", "full");
        next(editor);
        editor.presses("button[value='add:questions']").fills("questions[0].text", "您是自己举报吗？");
        editor.fills("questions[0].choices", "是 = self\n代别人 = other");
        next(editor);
        editor.presses("button[value='add:form']").fills("form[0].page", "举报的事");
        editor.presses("button[value='add:form[0].fields']");
        editor.fills("form[0].fields[0].label", "举报了谁？");
        editor.page().locator("[name='form[0].fields[0].type']").selectOption("text");
        editor.chooses("form[0].fields[0].required", "yes");
        editor.presses("button[value='add:form[0].fields']");
        editor.fills("form[0].fields[1].label", "证人");
        editor.page().locator("[name='form[0].fields[1].type']").selectOption("group");
        editor.presses(".acts > button[value=save]");
        editor.presses("button[value='add:form[0].fields[1].fields']");
        editor.fills("form[0].fields[1].fields[0].label", "姓名");
        editor.page().locator("[name='form[0].fields[1].fields[0].type']").selectOption("name");
        editor.chooses("form[0].fields[1].fields[0].required", "yes");
        next(editor);
        editor.presses("button[value='add:materials']").fills("materials[0].name", "委托书");
        editor.chooses("materials[0].necessity", "required").chooses("materials[0].source", "self");
        editor.chooses("materials[0].form", "electronic");
        editor.fills("materials[0].originals", "1").fills("materials[0].copies", "0");
        editor.fills("materials[0].checks", "双方都签了名").fills("materials[0].basis", "民法典");
        editor.page().locator(".when-box summary").first().click();
        editor.chooses("materials[0].when:is:situation.q1", "other");
        next(editor);
        editor.presses("button[value='add:steps']").presses("button[value='add:steps']");
        step(editor, 0, "核实", "market-review", "review", "5");
        step(editor, 1, "决定", "market-decide", "decision", "5");
        editor.presses(".acts > button[value=save]");
        assertThat(editor.page().locator("svg.flow").count()).isEqualTo(1);
        next(editor);
        next(editor);
        next(editor);
        editor.opens(draft + "/preview");
        assertThat(editor.heading()).isEqualTo("食品安全违法行为举报奖励");
        return "i520831001000-market";
    }

    private static void step(
            Reader editor, int row, String name, String post, String kind, String days) {
        var at = "steps[" + row + "].";
        var details = editor.page().locator("details.row").nth(row);
        if (details.getAttribute("open") == null) details.locator("summary").first().click();
        editor.fills(at + "name", name).fills(at + "days", days).chooses(at + "kind", kind);
        editor.page().locator("[name='" + at + "post']").selectOption(post);
    }

    private static void next(Reader editor) {
        editor.presses("button[value=next]");
    }
}
