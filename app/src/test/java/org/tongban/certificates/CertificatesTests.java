package org.tongban.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.crypto.Keys;
import org.tongban.crypto.Sm2Verifier;
import org.tongban.schema.Tables;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = {"tongban.demo=true", "tongban.base-url=https://sandu.example"})
@AutoConfigureMockMvc
@Import({IssuedCases.class, CertificatesTests.Turnable.class})
@Tag("D2")
class CertificatesTests {

    @Autowired private IssuedCases cases;
    @Autowired private Certificates certificates;
    @Autowired private DSLContext db;
    @Autowired private Keys keys;
    @Autowired private TurnableClock clock;
    @Autowired private MockMvc browser;

    @TestConfiguration
    static class Turnable {
        @Bean
        @Primary
        TurnableClock turnableClock() {
            return new TurnableClock();
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @AfterEach
    void turnBack() {
        clock.turn(Duration.ZERO);
    }

    @Test
    void aGrantedCaseHasOneCertificateHoweverOftenItsLineIsRead() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.WINDOW);

        cases.follow("certificates", file);
        var first = certificates.ofCase(file.caseId()).orElseThrow();
        cases.follow("certificates", file);

        assertThat(certificates.ofCase(file.caseId()).orElseThrow().id()).isEqualTo(first.id());
        assertThat(certificates.content(first).lines())
                .extracting(line -> line.label() + "：" + line.value())
                .contains("经营者名称：韦某兰米粉店", "主体业态：餐饮服务经营者", "经营项目：热食类食品制售、冷食类食品制售");
        assertThat(first.validUntil()).contains(first.issuedOn().plusYears(5).minusDays(1));
    }

    @Test
    void aCrashLosesNoCertificateAndGivesNoNumberTwice() {
        var before = issued(Act.DeliveryWay.ELECTRONIC);
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);

        cases.followAndCrash("certificates", file);

        assertThat(certificates.ofCase(file.caseId())).isEmpty();
        assertThat(cases.now(file).state()).isEqualTo(CaseState.DECIDED);

        cases.follow("certificates", file);

        assertThat(serial(certificates.ofCase(file.caseId()).orElseThrow()))
                .isGreaterThan(serial(before));
        assertThat(cases.now(file).state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void anElectronicResultIsDeliveredOnceAndNotBeforeItsCertificate() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);

        cases.follow("delivery", file);
        assertThat(cases.now(file).state()).isEqualTo(CaseState.DECIDED);
        cases.follow("certificates", file);
        var delivered = cases.now(file);
        cases.follow("certificates", file);
        cases.follow("delivery", file);

        assertThat(delivered.state()).isEqualTo(CaseState.CLOSED);
        assertThat(cases.now(file)).isEqualTo(delivered);
    }

    @Test
    void aRefusalIsDeliveredOnceToo() {
        var file = cases.refusedFoodLicence(Act.DeliveryWay.ELECTRONIC);

        cases.followAndCrash("delivery", file);
        cases.follow("delivery", file);
        cases.follow("delivery", file);

        assertThat(cases.now(file).state()).isEqualTo(CaseState.CLOSED);
        assertThat(cases.now(file).version()).isEqualTo(file.version() + 1);
        assertThat(certificates.ofCase(file.caseId())).isEmpty();
    }

    @Test
    void aResultThatIsFetchedWaitsAtTheWindow() {
        var file = cases.grantedFoodLicence(Act.DeliveryWay.WINDOW);

        cases.follow("certificates", file);
        cases.follow("delivery", file);

        assertThat(cases.now(file).state()).isEqualTo(CaseState.DECIDED);
    }

    @Test
    void whoScansTheCodeSeesTheMaskedFaceAndEveryCheck() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);

        assertThat(page(verify(certificate)))
                .contains("<h1>证照有效</h1>", "食品经营许可证", "韦*兰", "市场监督管理局")
                .doesNotContain("韦某兰", "990101199001010019", certificate.number(), "不通过");
    }

    @Test
    void aCertificateIsExpiredTheDayAfterItsLast() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var last = certificate.validUntil().orElseThrow();
        var today = java.time.LocalDate.now(clock);
        var days = java.time.temporal.ChronoUnit.DAYS.between(today, last);

        clock.turn(Duration.ofDays(days));
        assertThat(page(verify(certificate))).contains("<h1>证照有效</h1>");
        clock.turn(Duration.ofDays(days + 1));
        assertThat(page(verify(certificate))).contains("<h1>证照已过期</h1>", "不通过");
    }

    @Test
    void contentThatWasTamperedWithIsNotShown() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var forged =
                new String(certificates.signedBytes(certificate), StandardCharsets.UTF_8)
                        .replace("韦某兰米粉店", "别人的米粉店");
        // Whoever has the encryption key but not the signing key.
        db.update(Tables.CERTIFICATE)
                .set(
                        Tables.CERTIFICATE.CONTENT,
                        keys.fieldCipher().encrypt(forged, "certificate:" + certificate.id()))
                .where(Tables.CERTIFICATE.CERTIFICATE_ID.eq(certificate.id()))
                .execute();

        assertThat(page(verify(certificate)))
                .contains("<h1>验证不通过</h1>", "未检查")
                .doesNotContain("米粉店", "食品经营许可证");
    }

    @Test
    void aRegisterThatSaysMoreThanWasSignedIsNotBelieved() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        db.update(Tables.CERTIFICATE)
                .set(Tables.CERTIFICATE.VALID_UNTIL, certificate.issuedOn().plusYears(50))
                .where(Tables.CERTIFICATE.CERTIFICATE_ID.eq(certificate.id()))
                .execute();

        assertThat(page(verify(certificate))).contains("<h1>验证不通过</h1>");
    }

    @Test
    void aRevokedCertificateIsRevokedAtOnce() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var officer = signIn("/staff/sign-in", "market2");
        var address = "/staff/certificates/" + certificate.id();

        var found = answer(get("/staff/certificates").param("q", certificate.number()), officer);
        var without = answer(post(address + "/revocation").with(csrf()), officer);
        var done =
                answer(post(address + "/revocation").with(csrf()).param("why", "经营者已注销"), officer);

        assertThat(found.getRedirectedUrl()).isEqualTo(address);
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(done.getRedirectedUrl()).isEqualTo(address);
        assertThat(page(verify(certificate))).contains("<h1>证照已撤销</h1>", "撤销原因：经营者已注销");
        assertThat(answer(get(address), officer).getContentAsString(StandardCharsets.UTF_8))
                .contains("撤销人", "蒙某军");
    }

    @Test
    void staffOfAnotherAgencyDoNotFindIt() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var officer = signIn("/staff/sign-in", "forestry2");

        assertThat(answer(get("/staff/certificates/" + certificate.id()), officer).getStatus())
                .isEqualTo(404);
    }

    @Test
    void anUnknownCodeIsNotFound() throws Exception {
        var answer = answer(get("/verify/AAAAAAAAAAAAAAAAAAAAAA"));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("查不到这张证照");
    }

    @Test
    void anIdentifierIsReadStrictly() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var right = certificate.identifier();
        var last = right.charAt(right.length() - 1);
        var wrong = right.substring(0, right.length() - 1) + (last == 'A' ? 'B' : 'A');

        assertThat(page(get("/verify").param("identifier", right))).contains("<h1>证照有效</h1>");
        var refused = answer(get("/verify").param("identifier", wrong));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString(StandardCharsets.UTF_8))
                .contains("校验位对不上", "value=\"" + wrong);
        assertThat(page(get("/verify").param("identifier", "12345"), 422)).contains("这不是完整的证照标识");
    }

    @Test
    void theHolderSeesTheWholeFaceAndNobodyElseSeesIt() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var holder = signIn("/sign-in", "weilan");
        var stranger = signIn("/sign-in", "wangqiang");
        var address = "/my/certificates/" + certificate.id();

        var face = answer(get(address), holder).getContentAsString(StandardCharsets.UTF_8);

        assertThat(
                        answer(get("/my/certificates"), holder)
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("食品经营许可证", address);
        assertThat(face)
                .contains("韦某兰", "990101********0019", certificate.number(), "class=\"qr\"")
                .doesNotContain("990101199001010019");
        assertThat(
                        answer(get(address + "?print").param("print", ""), holder)
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("990101199001010019");
        for (var part : new String[] {"", "?print", "/signed.json"}) {
            assertThat(answer(get(address + part), stranger).getStatus()).isEqualTo(404);
        }
        assertThat(
                        answer(get("/my/certificates"), stranger)
                                .getContentAsString(StandardCharsets.UTF_8))
                .contains("还没有电子证照");
    }

    @Test
    void theSignedFileIsCheckedWithoutUs() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var address = "/my/certificates/" + certificate.id() + "/signed.json";

        var file =
                JsonMapper.shared()
                        .readTree(
                                answer(get(address), signIn("/sign-in", "weilan"))
                                        .getContentAsByteArray());

        assertThat(
                        Sm2Verifier.fromPem(file.get("publicKey").asString())
                                .verifies(
                                        file.get("content")
                                                .asString()
                                                .getBytes(StandardCharsets.UTF_8),
                                        Base64.getDecoder()
                                                .decode(file.get("signature").asString())))
                .isTrue();
    }

    private Certificate issued(Act.DeliveryWay delivery) {
        CaseFile file = cases.grantedFoodLicence(delivery);
        cases.follow("certificates", file);
        return certificates.ofCase(file.caseId()).orElseThrow();
    }

    private static long serial(Certificate certificate) {
        return Long.parseLong(certificate.number().substring(13));
    }

    private static MockHttpServletRequestBuilder verify(Certificate certificate) {
        return get("/verify/" + certificate.token());
    }

    private Cookie signIn(String door, String login) throws Exception {
        var answer =
                answer(
                        post(door)
                                .with(csrf())
                                .param("login", login)
                                .param("password", IssuedCases.PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return page(request, 200);
    }

    private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Cookie session)
            throws Exception {
        return answer(request.cookie(session));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
