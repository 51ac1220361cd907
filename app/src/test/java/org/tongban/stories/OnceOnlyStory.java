package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Somebody registers a shop and then wants to sell food in it: what the house issued is not asked
 * for. The licence is shown, lent and taken back; when it is revoked it serves for nothing more.
 */
class OnceOnlyStory {

    private static final List<String> MADE_BY_ONESELF =
            List.of(
                    "identity",
                    "floor-plan",
                    "process-chart",
                    "health-certificates",
                    "safety-rules");

    @Test
    @Tag("D2")
    @Tag("D3")
    @Tag("H1")
    void nobodyIsAskedForWhatTheHouseIssued() {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk();
                var decider = Reader.atADesk();
                var passerBy = Reader.withAPhone()) {
            citizen.signsIn("/sign-in", "mengshan");
            clerk.signsIn("/staff/sign-in", "counter1");
            decider.signsIn("/staff/sign-in", "market2");
            registersAShop(citizen, clerk, decider);
            var licence = holds(citizen);
            var number = citizen.opens(licence).text(".cert-number .num");

            var draft = wantsToSellFood(citizen);
            seesTheCopy(decider, draft);
            wasTold(citizen, licence);
            shows(citizen, licence, passerBy);
            lendsAndTakesBack(citizen, licence, passerBy);
            readsTheList(decider);
            revokes(decider, number, draft);
            isStopped(citizen);
        }
    }

    private static void registersAShop(Reader citizen, Reader clerk, Reader decider) {
        citizen.hurries(() -> fillsIn(citizen));
        var id = citizen.page().url().replaceAll(".*/drafts/([^/]+)/check.*", "$1");
        citizen.chooses("delivery", "electronic").chooses("truth", "yes");
        citizen.hurries(() -> citizen.presses("main form button[type=submit]"));
        assertThat(citizen.page().url()).endsWith("/receipt");
        clerk.hurries(
                () ->
                        clerk.opens("/staff/desk/" + id)
                                .findsAllInOrder()
                                .presses("button[value=accept]"));
        decider.hurries(() -> decider.opens("/staff/cases/" + id).presses("button[value=grant]"));
        assertThat(decider.page().url()).contains("done=grant");
    }

    private static void fillsIn(Reader citizen) {
        citizen.opens("/apply/individual-business-registration");
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.place", "own").chooses("q.family", "one");
        citizen.presses("main form button[type=submit]");
        var draft = "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?]+).*", "$1");
        citizen.opens(draft + "/form/1");
        next(citizen);
        citizen.fills("f.businessName", "蒙某山小吃店").fills("f.scope", "小吃、米粉");
        citizen.fills("f.employees", "2").fills("f.capital", "5");
        next(citizen);
        citizen.fills("f.premises", "凤羽街道尧麓村 2 号");
        citizen.page().locator("select[name='f.region']").selectOption("522732001005");
        next(citizen);
        citizen.opens(draft + "/materials");
        for (var material : new String[] {"identity", "premises-proof"}) {
            citizen.uploads(material, Scan.picture());
        }
        citizen.opens(draft + "/check");
    }

    /** Issued by a follower; the list is asked again until it has come. */
    private static String holds(Reader citizen) {
        citizen.hurries(
                () -> {
                    citizen.opens("/my/certificates");
                    for (var again = 0; again < 50 && card(citizen).count() == 0; again++) {
                        citizen.opens("/my/certificates");
                    }
                });
        return card(citizen).first().getAttribute("href");
    }

    private static Locator card(Reader citizen) {
        return citizen.page().locator("a.wallet-card:has-text('营业执照')");
    }

    private static String wantsToSellFood(Reader citizen) {
        citizen.opens("/apply/food-business-new");
        assertThat(citizen.text("main")).contains("我们已经有的", "营业执照（蒙某山）", "免提交");
        citizen.page().locator("input[name=as]").first().check();
        citizen.chooses("q.kind", "restaurant").chooses("q.online", "shop-only");
        citizen.presses("main form button[type=submit]");
        var draft = citizen.page().url().replaceAll(".*/drafts/", "");
        citizen.opens("/drafts/" + draft + "/form/1");
        assertThat(citizen.page().locator("[name='f.businessName']").inputValue())
                .isEqualTo("蒙某山小吃店");
        assertThat(citizen.text("main")).contains("《营业执照》");
        citizen.hurries(
                () -> {
                    citizen.fills("f.creditCode", "92990101MA99010126");
                    next(citizen);
                    citizen.fills("f.area", "60").chooses("f.storage", "no");
                    if (citizen.page().locator("[name='f.kitchenArea']").count() > 0) {
                        citizen.fills("f.kitchenArea", "20");
                    }
                    next(citizen);
                    citizen.chooses("f.mainType", "catering").chooses("f.projects", "hot");
                    if (citizen.page().locator("[name='f.diners']").count() > 0) {
                        citizen.fills("f.diners", "20");
                    }
                    next(citizen);
                    citizen.fills("f.safetyManager", "蒙某山").fills("f.staffCount", "2");
                    next(citizen);
                    citizen.opens("/drafts/" + draft + "/materials");
                    for (var material : MADE_BY_ONESELF) {
                        citizen.uploads(material, Scan.picture());
                    }
                });
        citizen.opens("/drafts/" + draft + "/materials");
        assertThat(citizen.text("#m-business-licence")).contains("免提交", "加注件");
        citizen.opens("/drafts/" + draft + "/check")
                .chooses("delivery", "electronic")
                .chooses("truth", "yes");
        assertThat(citizen.text("#part-materials")).contains("免提交，取用《营业执照》");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.page().url()).endsWith("/receipt");
        return draft;
    }

    private static void seesTheCopy(Reader decider, String draft) {
        decider.opens("/staff/cases/" + draft);
        assertThat(decider.text("main")).contains("取自证照库《营业执照》", "证照库加注件.pdf");
    }

    private static void wasTold(Reader citizen, String licence) {
        citizen.opens(licence + "/uses");
        assertThat(citizen.text("main")).contains("市场监督管理局", "食品经营许可（新办）", "办件取用");
    }

    private static void shows(Reader citizen, String licence, Reader passerBy) {
        citizen.opens(licence).presses("form[action$='/code'] button[type=submit]");
        var code = citizen.page().locator("main a[href^='/verify/codes/']").getAttribute("href");
        passerBy.opens(code).presses("main form button[type=submit]");
        assertThat(passerBy.heading()).isEqualTo("证照有效");
        assertThat(passerBy.text("main")).contains("蒙*山").doesNotContain("蒙某山");
        passerBy.opens(code);
        assertThat(passerBy.heading()).isEqualTo("这个二维码不能用了");
    }

    private static void lendsAndTakesBack(Reader citizen, String licence, Reader bank) {
        citizen.opens(licence + "/loans").fills("borrower", "三都农村商业银行");
        citizen.presses("form[action$='/loans'] button[type=submit]");
        assertThat(citizen.text(".errors")).contains("请写明做什么用");
        citizen.fills("purpose", "申请经营贷款");
        citizen.fills("until", House.theOnly().today().plusDays(20).toString());
        citizen.fills("times", "３");
        citizen.presses("form[action$='/loans'] button[type=submit]");
        var address = citizen.page().locator(".lent a").first().getAttribute("href");
        var path = address.substring(address.indexOf("/loans/"));
        bank.opens(path).presses("main form button[type=submit]");
        assertThat(bank.heading()).isEqualTo("证照有效");
        assertThat(bank.text("main")).contains("蒙某山小吃店", "仅供上面写明的借用人");
        citizen.opens(licence + "/loans");
        assertThat(citizen.text(".lent")).contains("已看 1 次");
        citizen.presses("form[action$='/take-back'] button[type=submit]");
        assertThat(citizen.text(".lent")).contains("已收回");
        bank.opens(path);
        assertThat(bank.heading()).isEqualTo("现在不能查看");
    }

    private static void readsTheList(Reader decider) {
        decider.opens("/staff/certificate-types").presses("a[href$='/business-licence']");
        assertThat(decider.text("main")).contains("个体工商户", "食品经营许可（新办）");
    }

    private static void revokes(Reader decider, String number, String draft) {
        decider.opens("/staff/certificates?q=" + number);
        assertThat(decider.text("main")).contains("谁用过这张证照", "食品经营许可（新办）");
        decider.page().locator("details:has(form[action$='/revocation']) summary").click();
        decider.page().locator("form[action$='/revocation'] [name=why]").fill("提交虚假材料取得登记");
        decider.presses("form[action$='/revocation'] button[type=submit]");
        decider.opens("/staff/cases/" + draft);
        assertThat(decider.text("main")).contains("这个办件取用的证照有变化", "提交虚假材料取得登记");
    }

    private static void isStopped(Reader citizen) {
        citizen.opens("/apply/tobacco-retail-new");
        assertThat(citizen.text("main")).contains("不能用", "已被撤销", "提交虚假材料取得登记");
    }

    private static void next(Reader citizen) {
        citizen.presses("main form[data-autosave] button[type=submit]");
    }
}
