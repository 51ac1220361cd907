package org.tongban.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.CERTIFICATE;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.FactChecks;
import org.tongban.certificates.IssuedCases;

/** A department's system checks one fact with its own key, and who was asked about reads it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tongban.demo=true")
@AutoConfigureMockMvc
@Import(IssuedCases.class)
@Tag("D4")
class FactsApiTests {

    private static final String WEI = IssuedCases.WEI.number();
    private static final String SUBSCRIPTIONS = "/staff/subscriptions";
    private static final String PAN = "990101198506150020";

    @LocalServerPort private int port;
    @Autowired private ApiClientsAdmin admin;
    @Autowired private IssuedCases cases;
    @Autowired private Certificates certificates;
    @Autowired private CertificateActs acts;
    @Autowired private FactChecks checks;
    @Autowired private DSLContext db;
    @Autowired private MockMvc browser;

    private Api bureau = Api.without(0);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void aSystemWithItsOwnKey() {
        var key =
                (ApiClientsAdmin.Created)
                        admin.create("市场监管系统", Set.of("facts.check"), Optional.empty());
        bureau = Api.signedIn(port, key.clientId(), key.secret(), "facts.check");
    }

    @Test
    void theAnswerIsYesNoOrUnknownAndCarriesNoData() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        cases.follow("certificates", file);
        var licence = certificates.ofCase(file.caseId()).orElseThrow();

        var yes = ask("food-business-renewal", "food-business", WEI, "核对许可");
        acts.suspend(licence.id(), "调查", new CertificateActs.By("market2", "蒙某军"));
        var no = ask("food-business-renewal", "food-business", WEI, "核对许可");
        var unknown = ask("food-business-renewal", "food-business", PAN, "核对许可");

        assertThat(yes.status()).as(yes.text()).isEqualTo(200);
        assertThat(yes.at("/answer")).isEqualTo("yes");
        assertThat(yes.at("/validUntil")).isEqualTo(licence.validUntil().orElseThrow().toString());
        assertThat(yes.text()).doesNotContain("韦某兰", licence.number());
        assertThat(no.at("/answer")).isEqualTo("no");
        assertThat(no.at("/standing")).isEqualTo("suspended");
        assertThat(unknown.at("/answer")).isEqualTo("unknown");
    }

    @Test
    void aRowThatWasChangedBesideItsSignatureIsNoAnswer() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        cases.follow("certificates", file);
        var licence = certificates.ofCase(file.caseId()).orElseThrow();
        db.update(CERTIFICATE)
                .set(CERTIFICATE.VALID_UNTIL, licence.validUntil().orElseThrow().plusYears(9))
                .where(CERTIFICATE.HOLDER_HASH.eq(holder(licence)))
                .execute();

        var answer = ask("food-business-renewal", "food-business", WEI, "核对许可");

        assertThat(answer.at("/answer")).isEqualTo("unknown");
    }

    @Test
    void withoutAuthorityThereIsNoAnswerAndTheAttemptIsOnRecord() {
        var refused = ask("archive-lookup", "food-business", WEI, "好奇");
        var noItem = ask("no-such-item", "food-business", WEI, "好奇");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/code")).isEqualTo("not-on-the-list");
        assertThat(noItem.status()).isEqualTo(403);
        assertThat(checks.all(Optional.empty()))
                .first()
                .satisfies(
                        asked -> {
                            assertThat(asked.item()).isEqualTo("no-such-item");
                            assertThat(asked.answer()).isEqualTo(FactChecks.Answer.REFUSED);
                        });
    }

    @Test
    void aQuestionSaysForWhatAndAboutWhom() {
        var nothing = ask("food-business-renewal", "food-business", "12345", " ");

        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.text()).contains("/holder", "/purpose");
        assertThat(Api.without(port).post("/api/v1/facts", "{}").status()).isEqualTo(401);
    }

    @Test
    void whoWasAskedAboutReadsItAndTheOverseerReadsEverything() throws Exception {
        ask("food-business-renewal", "food-business", WEI, "日常检查前核对");
        ask("archive-lookup", "food-business", WEI, "没有根据的查询");

        var mine = page("/my/fact-checks", signedIn("/sign-in", "weilan"));
        var another = page("/my/fact-checks", signedIn("/sign-in", "panzhong"));
        var all = page("/staff/fact-checks", signedIn("/staff/sign-in", "supervisor1"));

        assertThat(mine).contains("市场监管系统", "日常检查前核对", "没有根据的查询", "已拒绝");
        assertThat(another).doesNotContain("日常检查前核对");
        assertThat(all).contains("日常检查前核对", "没有根据的查询").doesNotContain(WEI);
    }

    @Test
    void anOfficeIsToldOfChangesFromWhereItStopped() throws Exception {
        var head = signedIn("/staff/sign-in", "market2");
        var wrong = browser.perform(post(SUBSCRIPTIONS).with(csrf()).cookie(head)).andReturn();
        assertThat(wrong.getResponse().getStatus()).isEqualTo(422);
        var begun =
                browser.perform(
                                post(SUBSCRIPTIONS)
                                        .with(csrf())
                                        .cookie(head)
                                        .param("what", "market-entities:food-business-new")
                                        .param("purpose", "执照变了及时复核许可"))
                        .andReturn();
        assertThat(begun.getResponse().getStatus()).isEqualTo(303);
        var path = Pattern.compile("/api/v1/subscriptions/[0-9a-f-]{36}/changes");
        var found = path.matcher(page(SUBSCRIPTIONS, head));
        assertThat(found.find()).isTrue();
        var feed = found.group();
        var market = system("market2");
        var health = system("health2");

        var before = market.get(feed);
        assertThat(before.status()).as(before.text()).isEqualTo(200);
        assertThat(before.at("/changes/0/number")).isEmpty();
        var licence = aBusinessLicence();
        acts.suspend(licence.id(), "调查", new CertificateActs.By("market2", "蒙某军"));
        var after = market.get(feed + "?after=" + before.at("/next"));
        // While an older transaction of anybody is open, nothing behind it is handed out yet.
        for (var reading = 1; reading < 100 && after.at("/changes/0/number").isEmpty(); reading++) {
            after = market.get(feed + "?after=" + after.at("/next"));
        }
        assertThat(after.at("/changes/0/number")).isEqualTo(licence.number());
        assertThat(after.at("/changes/0/operation")).isEqualTo("suspension");
        assertThat(after.text()).doesNotContain(licence.holderName());
        var again = market.get(feed + "?after=" + after.at("/next"));
        assertThat(again.at("/changes/0/number")).as("nothing comes twice").isEmpty();

        assertThat(health.get(feed).status()).as("another office's").isEqualTo(404);
        assertThat(market.get(feed + "?after=gestern").status()).isEqualTo(400);
        assertThat(bureau.get(feed).status()).as("without the scope").isEqualTo(403);
        assertThat(page(SUBSCRIPTIONS, head)).contains("读了 1 条", "执照变了及时复核许可");
    }

    private Api system(String login) {
        var key =
                (ApiClientsAdmin.Created)
                        admin.create("系统 " + login, Set.of("changes.read"), Optional.of(login));
        return Api.signedIn(port, key.clientId(), key.secret(), "changes.read");
    }

    /** One of the library; the house of this test issues none, so another type is called so. */
    private Certificate aBusinessLicence() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        cases.follow("certificates", file);
        var licence = certificates.ofCase(file.caseId()).orElseThrow();
        db.update(CERTIFICATE)
                .set(CERTIFICATE.TYPE_KEY, "business-licence")
                .where(CERTIFICATE.CERTIFICATE_ID.eq(licence.id()))
                .execute();
        return licence;
    }

    private byte[] holder(Certificate licence) {
        return db.select(CERTIFICATE.HOLDER_HASH)
                .from(CERTIFICATE)
                .where(CERTIFICATE.CERTIFICATE_ID.eq(licence.id()))
                .fetchSingle(CERTIFICATE.HOLDER_HASH);
    }

    private Api.Answer ask(String item, String type, String holder, String purpose) {
        return bureau.post(
                "/api/v1/facts",
                """
                {"item": "%s", "certificate": "%s", "holder": "%s", "purpose": "%s"}
                """
                        .formatted(item, type, holder, purpose));
    }

    private String page(String path, Cookie session) throws Exception {
        var answer = browser.perform(get(path).cookie(session)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private Cookie signedIn(String door, String login) throws Exception {
        var answer =
                browser.perform(
                                post(door)
                                        .with(csrf())
                                        .param("login", login)
                                        .param("password", IssuedCases.PASSWORD))
                        .andReturn()
                        .getResponse();
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }
}
