package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody wants to sell tobacco in her shop. Nothing of hers was issued here: her licence stands
 * in one register, her identity card in another. She brings two photos of the shop and nothing
 * else.
 */
class TwoPhotosStory {

    private static final String ITEM = "tobacco-retail-new";
    private static final Locator.CheckOptions FORCE = new Locator.CheckOptions().setForce(true);
    private static final String LUO = "990101198706260427";

    @Test
    @Tag("D3")
    @Tag("D4")
    @Tag("D5")
    @Tag("D8")
    void nothingIsUploadedButTwoPhotos() {
        try (var citizen = Reader.withAPhone();
                var tobacco = Reader.atADesk();
                var police = Reader.atADesk()) {
            citizen.signsIn("/sign-in", "luolian");
            tobacco.hurries(() -> tobacco.signsIn("/staff/sign-in", "tobacco2"));
            police.hurries(() -> police.signsIn("/staff/sign-in", "police2"));

            citizen.opens("/apply/" + ITEM);
            assertThat(citizen.text("main"))
                    .contains("我们已经有的，不用您交", "营业执照（罗某莲）", "模拟登记库，演示用")
                    .doesNotContain("身份证（罗某莲）");
            asksForTheRight(tobacco);
            grants(police);
            citizen.opens("/apply/" + ITEM);
            assertThat(citizen.text("main")).contains("经营者或者负责人身份证（罗某莲）");

            var draft = applies(citizen);
            seesTheSheets(tobacco, draft);
            citizen.opens("/my/register-questions");
            assertThat(citizen.text("main")).contains("人口基本信息", "市场主体登记信息", "有登记");
        }
    }

    private static void asksForTheRight(Reader tobacco) {
        tobacco.opens("/staff/resources").presses("a[href$='/population']");
        assertThat(tobacco.text("main")).contains("有条件共享", "模拟登记库", "公民身份号码");
        tobacco.presses("main form:has([name=purpose]) button[type=submit]");
        assertThat(tobacco.text(".errors")).contains("请选择要用这项数据的事项", "请写明用途");
        tobacco.chooses("item", ITEM).fills("purpose", "核对经营者身份，代替身份证复印件");
        tobacco.presses("main form:has([name=purpose]) button[type=submit]");
        assertThat(tobacco.text("main")).contains("待答复");
    }

    private static void grants(Reader police) {
        police.opens("/staff/resources").presses("a[href^='/staff/resource-requests/']");
        assertThat(police.text("main")).contains("核对经营者身份，代替身份证复印件", "共享条件");
        police.presses("button[value=refuse]");
        assertThat(police.text(".errors")).contains("请写明理由");
        police.presses("button[value=grant]");
        assertThat(police.text("main")).contains("已同意");
    }

    private static String applies(Reader citizen) {
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.shop", "grocery").chooses("q.support", "none");
        citizen.presses("main form button[type=submit]");
        var draft = citizen.page().url().replaceAll(".*/drafts/", "");
        citizen.opens("/drafts/" + draft + "/form/1");
        assertThat(citizen.page().locator("[name='f.businessName']").inputValue())
                .isEqualTo("丰乐某莲百货店");
        assertThat(citizen.text("main")).contains("《市场主体登记信息》");
        citizen.hurries(
                () -> {
                    citizen.fills("f.creditCode", "92990101MA99012070");
                    citizen.fills("f.owner", "罗某莲").fills("f.ownerId", LUO);
                    next(citizen);
                    citizen.page().locator("select[name='f.region']").selectOption("522732001005");
                    citizen.fills("f.area", "40").chooses("f.independent", "yes");
                    citizen.fills("f.nearestSchool", "900");
                    next(citizen);
                    citizen.opens("/drafts/" + draft + "/materials");
                    citizen.uploads("premises-proof", Scan.picture());
                    citizen.uploads("premises-proof", Scan.picture());
                });
        citizen.opens("/drafts/" + draft + "/materials");
        assertThat(citizen.text("#m-identity")).contains("免提交", "向人口基本信息");
        citizen.opens("/drafts/" + draft + "/check")
                .chooses("delivery", "electronic")
                .chooses("truth", "yes");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.page().url()).endsWith("/receipt");
        return draft;
    }

    private static void seesTheSheets(Reader tobacco, String draft) {
        tobacco.opens("/staff/cases/" + draft);
        assertThat(tobacco.text("main"))
                .contains("政务数据核验单.pdf", "免提交：查询市场主体登记信息（模拟登记库）", "免提交：查询人口基本信息");
    }

    @Test
    @Tag("B1")
    @Tag("D3")
    void aRegisterThatIsDownStopsNobodyAndTheWindowFindsWhatThePhoneFinds() {
        try (var citizen = Reader.withAPhone();
                var admin = Reader.atADesk();
                var supervisor = Reader.atADesk();
                var clerk = Reader.atADesk()) {
            citizen.hurries(() -> citizen.signsIn("/sign-in", "lumei"));
            admin.hurries(() -> admin.signsIn("/staff/sign-in", "admin1"));
            makes(admin, "down");

            citizen.opens("/apply/shop-sign");
            assertThat(citizen.text("main")).contains("现在查不到", "登记库恢复以后，我们自己核对");

            makes(admin, "ok");
            admin.opens("/staff/resources/market-entities");
            assertThat(admin.text("main")).contains("连不上");
            // It rests for some seconds only, and a slow machine may be slower than that.
            var again = admin.page().locator("form[action$='/try'] button[type=submit]");
            if (again.count() > 0) again.click();
            citizen.opens("/apply/shop-sign");
            assertThat(citizen.text("main")).contains("营业执照（凤羽某家早点铺）", "免提交");

            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "counter1"));
            atTheWindow(clerk);
            supervisor.hurries(() -> supervisor.signsIn("/staff/sign-in", "supervisor1"));
            supervisor.opens("/staff/register-questions");
            assertThat(supervisor.text("main"))
                    .contains("连不上", "石某燕", "规范户外招牌设施设置服务")
                    .doesNotContain("91990101MA9901100P");
        }
    }

    private static void makes(Reader admin, String mode) {
        admin.opens("/staff/simulators");
        admin.presses("form[action$='/legal-persons'] button[value=" + mode + "]");
    }

    private static void atTheWindow(Reader clerk) {
        var window = new Window(clerk);
        window.opens("招牌", "shop-sign");
        window.isAppliedForBy("FIRM", "三都某云马尾绣工艺品有限公司", "91990101MA9901100P", "石某云");
        window.asksForWhatFollows();
        assertThat(clerk.text("main")).contains("市场主体登记信息（模拟登记库，演示用）", "免提交");
        clerk.chooses("q.light", "no");
        clerk.fills("f.shopAddress", "三都水族自治县三合街道永康村3组").chooses("f.place", "lintel");
        clerk.fills("f.words", "某云马尾绣").fills("f.width", "3").fills("f.height", "1");
        clerk.fills("f.stuff", "亚克力");
        clerk.page().locator("input[name=paper][value=picture]").check(FORCE);
        clerk.chooses("delivery", "WINDOW").presses("button[value=send]");
        assertThat(clerk.page().url()).as(clerk.text("main")).contains("done=submit");
        assertThat(clerk.text("main")).contains("政务数据核验单.pdf");
    }

    private static void next(Reader citizen) {
        citizen.presses("main form[data-autosave] button[type=submit]");
    }
}
