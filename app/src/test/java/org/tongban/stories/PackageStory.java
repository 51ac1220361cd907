package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 开办餐饮店: told once, written once, sent once. Three offices work on it side by side; one part is
 * taken back, one is granted, one refused, and the whole explains itself to everybody.
 */
class PackageStory {

    /** More than the form has. */
    private static final int MOST_PAGES = 12;

    /** What there is to say about the restaurant, by the name of the question. */
    private static final Map<String, String> TYPED = new LinkedHashMap<>();

    static {
        TYPED.put("f.businessName", "水乡人家餐饮店");
        TYPED.put("f.creditCode", "92990101MA99010126");
        TYPED.put("f.representative", "潘某忠");
        TYPED.put("f.mobile", "13800003247");
        TYPED.put("f.premises", "三合街道都柳江社区28号");
        TYPED.put("f.area", "320");
        TYPED.put("f.food_business_new__kitchenArea", "80");
        TYPED.put("f.food_business_new__diners", "120");
        TYPED.put("f.food_business_new__website", "水乡人家外卖店");
        TYPED.put("f.food_business_new__safetyManager", "潘某忠");
        TYPED.put("f.food_business_new__staffCount", "6");
        TYPED.put("f.fire_safety_check__exits", "2");
        TYPED.put("f.fire_safety_check__extinguishers", "8");
        TYPED.put("f.shop_sign__words", "水乡人家");
        TYPED.put("f.shop_sign__width", "4");
        TYPED.put("f.shop_sign__height", "1");
        TYPED.put("f.shop_sign__stuff", "铝塑板");
    }

    @Test
    @Tag("C1")
    @Tag("C2")
    @Tag("C3")
    @Tag("C4")
    void aRestaurantIsOneThing() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk();
                var signs = Reader.atADesk();
                var supervisor = Reader.atADesk()) {
            citizen.signsIn("/sign-in", "panzhong");
            findsIt(citizen);
            var draft = begins(citizen);
            isAskedOnce(citizen, draft);
            var whole = sends(citizen, draft);
            everyOfficeHasItsCase(citizen, whole);

            grantsTheSign(citizen, clerk, signs, whole);
            takesBackTheFireCheck(citizen, whole);
            seesWhatItBelongsTo(supervisor, whole);
            opensInTheEnd(citizen, whole);
        }
    }

    private static void findsIt(Reader citizen) {
        citizen.opens("/packages");
        assertThat(citizen.heading()).isEqualTo("一件事一次办");
        citizen.presses("a[href='/packages/open-restaurant']");
        assertThat(citizen.text("main")).contains("可能要办的事", "食品经营许可（新办）", "规范户外招牌设施设置服务");
        citizen.chooses("as", "firm").chooses("q.kind", "restaurant").chooses("q.crowd", "large");
        citizen.chooses("q.with_shop_sign", "yes");
        citizen.presses("main form[action^='/packages'] button[type=submit]");
        assertThat(citizen.text("main")).contains("您要办的事", "消防安全检查", "同时办", "店的平面图", "分开办最多要填");
    }

    private static String begins(Reader citizen) {
        citizen.presses("a[href^='/apply/open-restaurant']");
        assertThat(citizen.page().locator("input[name='q.crowd'][value='large']").isChecked())
                .as("what was answered is not asked again")
                .isTrue();
        citizen.page().locator("label:has-text('水乡人家餐饮店')").first().click();
        citizen.presses("main form button[type=submit]");
        return "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
    }

    private static void isAskedOnce(Reader citizen, String draft) {
        citizen.opens(draft + "/form/1");
        var asked = 0;
        for (var pages = 0; citizen.page().url().contains("/form/"); pages++) {
            assertThat(pages).as(citizen.text("main")).isLessThan(MOST_PAGES);
            asked += citizen.page().locator("[name='f.creditCode']").count();
            fillsIn(citizen);
            citizen.presses("main form[data-autosave] button[type=submit]");
        }
        assertThat(asked).isEqualTo(1);
        citizen.opens(draft + "/materials");
        assertThat(citizen.text("#m-floor-plan")).contains("食品经营许可（新办）", "消防安全检查");
        citizen.hurries(
                () -> {
                    var there = citizen.page().locator("li[id^='m-']").all().stream();
                    for (var id : there.map(one -> one.getAttribute("id").substring(2)).toList()) {
                        citizen.uploads(id, Scan.picture());
                    }
                });
    }

    private static void fillsIn(Reader citizen) {
        TYPED.forEach(
                (name, text) -> {
                    if (citizen.page().locator("[name='" + name + "']").count() > 0) {
                        citizen.fills(name, text);
                    }
                });
        for (var group : citizen.page().locator("main fieldset").all()) {
            var first = group.locator("input[type=radio], input[type=checkbox]").first();
            if (group.locator("input:checked").count() == 0) {
                first.check(new Locator.CheckOptions().setForce(true));
            }
        }
    }

    private static String sends(Reader citizen, String draft) {
        citizen.opens(draft + "/check");
        citizen.chooses("delivery", "electronic").chooses("truth", "yes");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.page().url()).contains("/my/packages/YJS");
        var whole = citizen.page().url().replaceAll(".*(/my/packages/[^/?]+).*", "$1");
        citizen.opens(draft);
        assertThat(citizen.page().url()).as("going back sends nothing twice").endsWith(whole);
        return whole;
    }

    private static void everyOfficeHasItsCase(Reader citizen, String whole) {
        citizen.opensUntil(whole, "main ol.timeline a[href^='/my/cases/'] >> nth=2");
        assertThat(citizen.text("main"))
                .contains("营业执照信息核验", "市场监督管理局", "公安局", "办理中，已办好 0/3", "少填");
        citizen.opens("/my");
        assertThat(citizen.text("main")).contains("我的“一件事”", "开办餐饮店一件事");
    }

    private static void grantsTheSign(Reader citizen, Reader clerk, Reader decider, String whole) {
        var sign = caseOf(citizen, whole, "规范户外招牌设施设置服务");
        clerk.signsIn("/staff/sign-in", "counter1");
        decider.signsIn("/staff/sign-in", "urbanlaw2");
        clerk.hurries(
                () ->
                        clerk.opens("/staff/desk/" + sign)
                                .findsAllInOrder()
                                .presses("button[value=accept]"));
        decider.opens("/staff/cases/" + sign);
        assertThat(decider.text("main")).contains("这是“开办餐饮店一件事”");
        decider.hurries(() -> decider.presses("button[value=grant]"));
        citizen.opensUntil(whole, "#results");
        assertThat(citizen.text("main")).contains("办好了", "户外招牌设置告知单");
    }

    private static void takesBackTheFireCheck(Reader citizen, String whole) {
        citizen.opens(whole).presses("a[href$='/withdraw']");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.text(".errors")).contains("请勾选要撤回的事项");
        citizen.chooses("parts", "fire-safety-check").fills("reason", "改小店面");
        citizen.presses("main form button[type=submit]");
        citizen.opensUntil(whole, "main .tag:has-text('已撤回')");
        assertThat(citizen.text("main")).contains("办理中，已办好 1/3", "有的没有办成，其余的接着办");
    }

    private static void seesWhatItBelongsTo(Reader supervisor, String whole) {
        supervisor.signsIn("/staff/sign-in", "supervisor1");
        supervisor.opens("/staff/packages");
        assertThat(supervisor.text("main")).contains("开办餐饮店一件事", "市监局", "少填");
        supervisor.presses("a[href='/staff/packages/open-restaurant']");
        supervisor.presses("a[href$='" + whole.replaceAll(".*/", "") + "']");
        assertThat(supervisor.text("main")).contains("已撤回", "办理中", "营业执照信息核验");
    }

    private static void opensInTheEnd(Reader citizen, String whole) {
        SentPackage.at(whole).granted("food-business-new");
        citizen.opensUntil(whole, "main .tag:has-text('部分办结')");
        assertThat(citizen.text("main")).contains("部分办结 2/3", "有的办好了，有的没有", "食品经营许可证");
    }

    /** The id of a part's case, as the house knows it. */
    private static String caseOf(Reader citizen, String whole, String name) {
        citizen.opens(whole);
        var no =
                citizen.page()
                        .locator("main ol.timeline a:has-text('" + name + "')")
                        .first()
                        .getAttribute("href")
                        .replaceAll(".*/", "");
        return House.theOnly()
                .part(org.tongban.casework.CaseRegister.class)
                .find(no)
                .orElseThrow()
                .file()
                .caseId()
                .toString();
    }
}
