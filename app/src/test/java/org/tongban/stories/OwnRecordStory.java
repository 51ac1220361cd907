package org.tongban.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A woman on her phone sees what the house knows and keeps of her: her sign-ins, the systems she
 * told who she is, her child, the papers she handed in, which she uses again. At their desks those
 * stand behind it who admit systems, put records together, subscribe, return data, and compare what
 * a machine read on an old licence.
 */
class OwnRecordStory {

    private static final String BIRTH = "ul.needs a:has-text('出生医学证明')";
    private static final String ITEM = "vaccination-book";
    private static final String MATERIAL = "birth-certificate";

    /** Of the standard's own example: the code that a system keeps is never asked for here. */
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    @Tag("D1")
    @Tag("D3")
    @Tag("H4")
    void aPersonSeesAndUsesWhatIsKeptOfHer() {
        try (var citizen = Reader.withAPhone();
                var admin = Reader.atADesk()) {
            admin.hurries(() -> admin.signsIn("/staff/sign-in", "admin1"));
            citizen.hurries(() -> citizen.signsIn("/sign-in", "panxiu"));

            agreesAndTakesBack(citizen, admits(admin));
            declaresAChild(citizen);
            handsInOnceAndUsesItAgain(citizen);
            citizen.opens("/my/security");
            admin.opens("/staff/person-merges").presses("main form button[type=submit]");
            assertThat(admin.page().locator(".errors").count()).isEqualTo(1);
        }
    }

    private static String admits(Reader admin) {
        admin.opens("/staff/identity-clients");
        admin.presses("main form button[type=submit]");
        assertThat(admin.text(".errors")).contains("请填写");
        admin.fills("name", "县医保经办系统").fills("office", "县医疗保障局").fills("purpose", "办理报销");
        admin.fills("redirects", House.theOnly().at("/my/systems"));
        admin.page().locator("input[name=scopes][value=name]").check();
        admin.presses("main form button[type=submit]");
        return admin.text("#client-id");
    }

    private static void agreesAndTakesBack(Reader citizen, String system) {
        citizen.opens(
                "/identity/authorize?response_type=code&client_id="
                        + system
                        + "&redirect_uri="
                        + URLEncoder.encode(
                                House.theOnly().at("/my/systems"), StandardCharsets.UTF_8)
                        + "&scope=openid%20name&state=its-own&nonce=its-nonce&code_challenge="
                        + CHALLENGE
                        + "&code_challenge_method=S256");
        assertThat(citizen.text("main")).contains("县医保经办系统", "县医疗保障局", "办理报销", "姓名");
        citizen.hurries(() -> citizen.presses("form[action='/identity/authorize'] button"));
        citizen.opens("/my/systems");
        assertThat(citizen.text("main")).contains("县医保经办系统");
        citizen.presses("form[action$='/end'] button");
        assertThat(citizen.page().locator("form[action$='/end']").count()).isZero();
    }

    private static void declaresAChild(Reader citizen) {
        citizen.opens("/my/children").fills("child", "潘某苗");
        citizen.fills("childNumber", "990101201809040667").chooses("relation", "GUARDIAN");
        citizen.presses("form[action='/my/children'] button");
        assertThat(citizen.text(".errors")).contains("户籍登记里没有查到");
    }

    private static void handsInOnceAndUsesItAgain(Reader citizen) {
        // She may have handed in others in another story.
        assertThat(citizen.opens("/my/materials").text("main")).doesNotContain("出生医学证明");
        citizen.hurries(
                () -> {
                    var draft = begins(citizen);
                    citizen.opens(draft + "/form/1");
                    citizen.fills("f.childName", "潘某苗").chooses("f.childSex", "female");
                    citizen.fills("f.bornOn", "2026-01-02");
                    citizen.fills("f.birthCertificateNo", "V520000002");
                    citizen.presses("main form button[type=submit]");
                    citizen.opens(draft + "/form/2").fills("f.motherName", "潘某秀");
                    citizen.fills("f.mobile", "13800003580").fills("f.residence", "大河村6组");
                    citizen.presses("main form button[type=submit]");
                    citizen.opens(draft + "/materials").uploads(MATERIAL, Scan.picture());
                    citizen.opens(draft + "/check").chooses("delivery", "electronic");
                    citizen.chooses("truth", "yes").presses("main form button[type=submit]");
                    assertThat(citizen.page().url()).endsWith("/receipt");
                });
        citizen.opensUntil("/my/materials", BIRTH);
        assertThat(citizen.text("main")).contains("出生医学证明", "C 级");
        citizen.presses(BIRTH).fills("title", "").fills("until", "三月");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.text(".errors")).contains("请写一个您认得出来的名称");
        citizen.fills("title", "苗苗的出生证").fills("until", "2030-03-31");
        citizen.presses("main form button[type=submit]");
        assertThat(citizen.text("main")).contains("已经保存", "2030");

        citizen.hurries(() -> begins(citizen));
        citizen.opens(citizen.page().url().replaceAll("(/drafts/[^/]+).*", "$1") + "/materials");
        assertThat(citizen.text("#m-" + MATERIAL)).contains("您交过：苗苗的出生证", "C 级");
        citizen.presses("#m-" + MATERIAL + " form[action*='/again/'] button");
        assertThat(citizen.text("#m-" + MATERIAL)).contains("苗苗的出生证").doesNotContain("您交过");
    }

    private static String begins(Reader citizen) {
        citizen.opens("/apply/" + ITEM);
        citizen.page().locator("input[name=as]").first().check();
        citizen.presses("main form button[type=submit]");
        return "/drafts/" + citizen.page().url().replaceAll(".*/drafts/([^/?#]+).*", "$1");
    }

    @Test
    @Tag("D2")
    @Tag("D4")
    void thoseBehindItSeeWhatTheyMayAndAMachineOnlyAsks() {
        try (var clerk = Reader.atADesk();
                var head = Reader.atADesk();
                var admin = Reader.atADesk()) {
            admin.hurries(() -> admin.signsIn("/staff/sign-in", "admin1"));
            head.hurries(() -> head.signsIn("/staff/sign-in", "market2"));
            clerk.hurries(() -> clerk.signsIn("/staff/sign-in", "market1"));

            admin.opens("/staff/resources").presses("a[href='/staff/subscriptions']");
            assertThat(admin.heading()).isEqualTo("订阅变更");
            head.opens("/staff/subscriptions").presses("main form button[type=submit]");
            assertThat(head.text(".errors")).contains("用途");
            head.opens("/staff/returned").presses("main form button[type=submit]");
            assertThat(head.page().locator(".errors").count()).isEqualTo(1);
            comparesWhatTheMachineRead(clerk);
        }
    }

    private static void comparesWhatTheMachineRead(Reader clerk) {
        clerk.hurries(
                () -> {
                    clerk.opens("/staff/old-paper");
                    clerk.page().locator("#type").selectOption("food-business");
                    clerk.page()
                            .locator("#table")
                            .setInputFiles(
                                    file("机器读.csv", "text/csv", OldPaperStory.table("JY90100")));
                    clerk.page()
                            .locator("#scans")
                            .setInputFiles(
                                    file("机器读.zip", "application/zip", Scan.zipped("一.png")));
                    clerk.presses("form[enctype] button[type=submit]");
                });
        clerk.opensUntil("/staff/old-paper/waiting", "ul.check a");
        clerk.presses("ul.check a");
        assertThat(clerk.text("main")).contains("机器会读错", "JY90100", "没有读到相近的");
        clerk.fills("why", "存根上的号码与扫描件不符").presses("button[value=KEPT]");
    }

    private static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }
}
