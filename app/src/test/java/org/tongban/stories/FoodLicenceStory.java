package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A licence for a small restaurant, from finding it to holding it, on a phone. */
class FoodLicenceStory {

    private static final List<String> MATERIALS =
            List.of(
                    "business-licence",
                    "identity",
                    "floor-plan",
                    "health-certificates",
                    "safety-rules");

    @Test
    @Tag("A6")
    @Tag("B1")
    @Tag("B2")
    @Tag("B3")
    @Tag("B4")
    @Tag("B6")
    @Tag("B7")
    @Tag("B10")
    @Tag("B13")
    @Tag("D1")
    @Tag("D2")
    @Tag("F2")
    @Tag("F3")
    @Tag("H1")
    @Tag("H4")
    void aRestaurantGetsItsLicence() throws IOException {
        try (var citizen = Reader.withAPhone();
                var clerk = Reader.atADesk();
                var reviewer = Reader.atADesk();
                var decider = Reader.atADesk();
                var anybody = Reader.withAPhone()) {
            var draft = applies(citizen);
            var caseNo = sends(citizen, draft);

            clerk.signsIn("/staff/sign-in", "counter1");
            tellsWhatIsMissing(clerk, draft);
            corrects(citizen, caseNo);
            accepts(clerk, draft);
            reviewer.signsIn("/staff/sign-in", "market1");
            passes(reviewer, draft, "材料齐全。");
            passes(reviewer, draft, "现场符合要求。");
            decider.signsIn("/staff/sign-in", "market2");
            grants(decider, draft);

            var verification = holdsTheCertificate(citizen, caseNo);
            SealedFile.isCheckedByAnybody(citizen, anybody);
            anybody.opens(verification);
            assertThat(anybody.heading()).contains("有效");
            rates(citizen, caseNo);
        }
    }

    @Test
    @Tag("H1")
    void theFirstPagesPassOnAPhoneForEldersAndInEnglish() {
        try (var reader = Reader.withAPhone()) {
            reader.opens("/").opens("/items").opens("/progress").opens("/verify");
            reader.opens("/preferences?elder=on&back=/");
            assertThat(reader.page().locator("body").getAttribute("class")).contains("elder");
            reader.opens("/items/food-business-new");
            reader.opens("/preferences?elder=off&back=/");
            reader.opens("/preferences?language=en&back=/");
            assertThat(reader.page().locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    @Tag("G1")
    void theSupervisorSeesWhatIsLate() {
        try (var supervisor = Reader.atADesk()) {
            supervisor.signsIn("/staff/sign-in", "supervisor1").opens("/staff/late");

            assertThat(supervisor.heading()).isNotEmpty();
        }
    }

    @Test
    @Tag("A1")
    @Tag("E1")
    @Tag("E2")
    void theAdministratorSeesTheDirectoryBesideTheSourcesTotals() {
        try (var administrator = Reader.atADesk()) {
            administrator.signsIn("/staff/sign-in", "admin1").opens("/staff/directory");

            assertThat(administrator.text("main")).contains("118");
        }
    }

    private static String applies(Reader citizen) throws IOException {
        citizen.opens("/").fills("q", "开饭馆");
        citizen.pressesEnter().presses(".needs a");
        assertThat(citizen.heading()).isEqualTo("食品经营许可（新办）");
        citizen.presses("main .acts a.button").signsInHere("panzhong");
        citizen.page().locator("input[name=as]").last().check();
        citizen.chooses("q.kind", "restaurant").chooses("q.online", "shop-only");
        citizen.presses("main form button[type=submit]");
        var draft = citizen.page().url().replaceAll(".*/drafts/", "");

        citizen.opens("/drafts/" + draft + "/form/1").fills("f.representative", "");
        next(citizen);
        assertThat(citizen.text(".errors")).contains("负责人");
        citizen.fills("f.representative", "潘某忠");
        next(citizen);
        citizen.fills("f.area", "８６").chooses("f.storage", "no");
        if (citizen.page().locator("[name='f.kitchenArea']").count() > 0) {
            citizen.fills("f.kitchenArea", "20");
        }
        next(citizen);
        citizen.chooses("f.mainType", "catering").chooses("f.projects", "hot");
        if (citizen.page().locator("[name='f.diners']").count() > 0) {
            citizen.fills("f.diners", "40");
        }
        next(citizen);
        citizen.fills("f.safetyManager", "潘某忠").fills("f.staffCount", "3");
        next(citizen);

        citizen.opens("/drafts/" + draft + "/materials");
        var picture = Scan.picture();
        for (var material : MATERIALS) {
            citizen.uploads(material, picture);
        }
        if (citizen.page().locator("#m-process-chart").count() > 0) {
            citizen.uploads("process-chart", picture);
        }
        return draft;
    }

    private static void next(Reader citizen) {
        citizen.presses("main form[data-autosave] button[type=submit]");
    }

    private static String sends(Reader citizen, String draft) {
        citizen.opens("/drafts/" + draft + "/check")
                .chooses("delivery", "electronic")
                .chooses("truth", "yes");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.page().url()).endsWith("/receipt");
        var caseNo = citizen.page().url().replaceAll(".*/my/cases/([^/]+)/receipt", "$1");

        citizen.opens("/drafts/" + draft + "/check");
        assertThat(citizen.page().url())
                .as("a sent draft leads to its receipt")
                .endsWith("/receipt");
        return caseNo;
    }

    private static void tellsWhatIsMissing(Reader clerk, String draft) {
        clerk.opens("/staff/desk/" + draft);
        clerk.findsAllInOrder();
        clerk.chooses("m.floor-plan", "wrong").fills("r.floor-plan", "没有标出后厨，请标出后厨和门。");
        clerk.presses("button[value=preview]");
        assertThat(clerk.text("main")).contains("没有标出后厨");
        clerk.presses("button[value=tell]");
    }

    private static void corrects(Reader citizen, String caseNo) throws IOException {
        citizen.opens("/my");
        assertThat(citizen.text("main")).contains("等您处理");
        citizen.opens("/my/cases/" + caseNo + "/correct").uploads("floor-plan", Scan.picture());
        citizen.pressesLast("main form button[type=submit]");
        assertThat(citizen.page().url()).endsWith("/my/cases/" + caseNo);
    }

    private static void accepts(Reader clerk, String draft) {
        clerk.opens("/staff/desk/" + draft);
        clerk.findsAllInOrder();
        clerk.presses("button[value=accept]");
        assertThat(clerk.page().url()).contains("done=accept");
    }

    private static void passes(Reader reviewer, String draft, String opinion) {
        reviewer.opens("/staff/cases/" + draft).fills("opinion", opinion);
        reviewer.presses("button[value=pass]");
        assertThat(reviewer.page().url()).contains("done=pass");
    }

    private static void grants(Reader decider, String draft) {
        decider.opens("/staff/cases/" + draft);
        decider.presses("button[value=grant]");
        assertThat(decider.page().url()).contains("done=grant");
    }

    /** The certificate is issued by a follower; the list is asked again until it has come. */
    private static String holdsTheCertificate(Reader citizen, String caseNo) {
        citizen.opens("/my/cases/" + caseNo);
        assertThat(citizen.heading()).contains("已准予");
        citizen.opens("/my/certificates");
        for (var again = 0;
                again < 50 && citizen.page().locator(".wallet-card").count() == 0;
                again++) {
            citizen.opens("/my/certificates");
        }
        citizen.presses(".wallet-card a, a.wallet-card");
        assertThat(citizen.text("main")).contains("食品经营许可证");
        return citizen.page().locator("a[href*='/verify/']").first().getAttribute("href");
    }

    private static void rates(Reader citizen, String caseNo) {
        citizen.opens("/my/cases/" + caseNo + "/rate").presses("button[name=satisfaction]");
        assertThat(citizen.heading()).contains("谢谢");
        citizen.opens("/my/looks");
        assertThat(citizen.text("main")).contains("受理审查");
    }
}
