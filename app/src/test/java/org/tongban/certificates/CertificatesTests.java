package org.tongban.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.crypto.Keys;
import org.tongban.crypto.Sm2Verifier;
import org.tongban.documents.DocumentCheck;
import org.tongban.documents.Seals;
import org.tongban.documents.seal.SealOwner;
import org.tongban.schema.Tables;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(properties = {"tongban.demo=true", "tongban.base-url=https://sandu.example"})
@AutoConfigureMockMvc
@Import({IssuedCases.class, CertificatesTests.Turnable.class})
@Tag("D2")
class CertificatesTests {

    @Autowired private IssuedCases cases;
    private static final CertificateActs.By OFFICER = new CertificateActs.By("market2", "蒙某军");

    @Autowired private Certificates certificates;
    @Autowired private CertificateActs acts;
    @Autowired private CertificateFiles files;
    @Autowired private DocumentCheck check;
    @Autowired private Seals seals;
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
    @Tag("D1")
    void whoOnlyTypedANumberInSeesWhatTheyAppliedForAndNoMore() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var address = "/my/certificates/" + certificate.id();
        var typed = signIn("/sign-in", "weilan");
        try {
            isChecked("weilan", "declared");

            var others = answer(get("/my/certificates"), typed);
            assertThat(others.getContentAsString(StandardCharsets.UTF_8)).contains("还没有电子证照");
            assertThat(answer(get(address), typed).getStatus()).isEqualTo(404);
            assertThat(answer(get(address + "/certificate.pdf"), typed).getStatus()).isEqualTo(404);

            db.execute(
                    "UPDATE certificate SET account_id = (SELECT account_id FROM account WHERE"
                            + " login = 'weilan') WHERE certificate_id = ?",
                    certificate.id());

            assertThat(answer(get(address), typed).getStatus()).isEqualTo(200);
        } finally {
            isChecked("weilan", "provider");
        }
    }

    private void isChecked(String login, String level) {
        db.execute(
                "UPDATE person SET real_name = ? WHERE person_id = (SELECT person_id FROM account"
                        + " WHERE login = ?)",
                level,
                login);
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

    @Test
    void theFilesOfACertificateAreMadeOnceAndPass() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var holder = signIn("/sign-in", "weilan");
        var address = "/my/certificates/" + certificate.id();
        while (files.makeNext()) {
            // Everything that is owed.
        }

        var ofd = answer(get(address + "/certificate.ofd"), holder).getContentAsByteArray();
        var again = answer(get(address + "/certificate.ofd"), holder).getContentAsByteArray();
        var pdf = answer(get(address + "/certificate.pdf"), holder).getContentAsByteArray();

        assertThat(again).isEqualTo(ofd);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        for (var file : List.of(ofd, pdf)) {
            assertThat(checked(file)).contains("<h1>文件是真的</h1>", "市场监督管理局", "证照有效");
        }
        assertThat(check.check(ofd).metadata())
                .containsEntry("ZZBS", certificate.identifier())
                .containsEntry("ZZBH", certificate.number())
                .containsEntry("CZZT", "韦某兰")
                .containsEntry("CZZTDMLXDM", "111")
                .containsEntry("ZZMC", "食品经营许可证");
        assertThat(ofd.length).isLessThan(80_000);
    }

    @Test
    void aStrangerGetsNoFile() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var stranger = signIn("/sign-in", "wangqiang");

        for (var file : List.of("ofd", "pdf")) {
            var address = "/my/certificates/" + certificate.id() + "/certificate." + file;
            assertThat(answer(get(address), stranger).getStatus()).isEqualTo(404);
            assertThat(answer(get(address)).getStatus()).isNotEqualTo(200);
        }
    }

    @Test
    void aFileOfARevokedCertificateIsGenuineAndNoLongerGood() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var ofd =
                answer(
                                get("/my/certificates/" + certificate.id() + "/certificate.ofd"),
                                signIn("/sign-in", "weilan"))
                        .getContentAsByteArray();

        assertThat(acts.revoke(certificate.id(), "经营者已注销", OFFICER)).isTrue();

        assertThat(checked(ofd)).contains("<h1>文件是真的，但不能再用</h1>", "证照已撤销");
    }

    @Test
    void aSuspensionEndsWithAReturnAndBothAreRecorded() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);

        assertThat(acts.giveBack(certificate.id(), "没有暂扣", OFFICER)).isFalse();
        assertThat(acts.suspend(certificate.id(), "限期整改", OFFICER)).isTrue();
        assertThat(page(verify(certificate))).contains("<h1>证照暂扣中</h1>");
        assertThat(acts.renew(certificate.id(), LocalDate.of(2040, 1, 1), "延续", OFFICER)).isEmpty();
        assertThat(acts.giveBack(certificate.id(), "整改到位", OFFICER)).isTrue();
        assertThat(page(verify(certificate))).contains("<h1>证照有效</h1>");

        assertThat(acts.of(certificate.id()))
                .extracting(CertificateActs.Done::operation, CertificateActs.Done::why)
                .containsExactly(
                        tuple(CertificateActs.Operation.RETURN, "整改到位"),
                        tuple(CertificateActs.Operation.SUSPENSION, "限期整改"));
    }

    @Test
    void aRenewalIsANewVersionUnderTheSameNumber() throws Exception {
        var first = issued(Act.DeliveryWay.ELECTRONIC);
        var officer = signIn("/staff/sign-in", "market2");
        var address = "/staff/certificates/" + first.id();

        var wrong =
                answer(
                        post(address + "/renewal")
                                .with(csrf())
                                .param("until", "2020-01-01")
                                .param("why", "到期延续"),
                        officer);
        var done =
                answer(
                        post(address + "/renewal")
                                .with(csrf())
                                .param("until", "2040-01-01")
                                .param("why", "到期延续"),
                        officer);
        var second = certificates.withNumber(first.number()).orElseThrow();

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("请写一个晚于", "2020-01-01", "到期延续");
        assertThat(done.getRedirectedUrl()).isEqualTo("/staff/certificates/" + second.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.replaces()).contains(first.id());
        assertThat(second.validUntil()).contains(LocalDate.of(2040, 1, 1));
        assertThat(CertificateIdentifier.of(second.identifier()).version()).isEqualTo(2);
        assertThat(page(verify(first))).contains("<h1>证照已换新</h1>");
        assertThat(page(verify(second))).contains("<h1>证照有效</h1>");
        assertThat(certificates.ofCase(first.caseId()).orElseThrow().id()).isEqualTo(second.id());
    }

    @Test
    void aChangeAltersOneLineAndNothingThatWasIssued() throws Exception {
        var first = issued(Act.DeliveryWay.ELECTRONIC);

        var second =
                acts.change(first.id(), Map.of("premises", "三合街道新华路1号"), "搬迁", OFFICER)
                        .flatMap(certificates::find)
                        .orElseThrow();

        assertThat(certificates.content(second).lines())
                .extracting(CertificateContent.Line::value)
                .contains("三合街道新华路1号", "韦某兰米粉店");
        assertThat(certificates.content(certificates.find(first.id()).orElseThrow()).lines())
                .extracting(CertificateContent.Line::value)
                .contains("三合街道中华路18号");
        assertThat(acts.change(first.id(), Map.of(), "再改旧的", OFFICER)).isEmpty();
    }

    @Test
    void aSealWhoseCertificateIsRevokedIsReplacedAndItsFilesFail() throws Exception {
        var certificate = issued(Act.DeliveryWay.ELECTRONIC);
        var holder = signIn("/sign-in", "weilan");
        var content = certificates.content(certificate);
        var owner =
                new SealOwner(
                        content.issuer().key(),
                        content.issuer().name(),
                        content.issuer().creditCode());
        var before = seals.of(owner, "试用章");
        var ofd =
                answer(get("/my/certificates/" + certificate.id() + "/certificate.ofd"), holder)
                        .getContentAsByteArray();

        assertThat(seals.revoke(before.sealer().serial(), "密钥泄露", "蒙某军")).isTrue();
        var after = seals.of(owner, "试用章");

        assertThat(after.sealer().serial()).isNotEqualTo(before.sealer().serial());
        assertThat(after.keyName()).isNotEqualTo(before.keyName());
        assertThat(checked(ofd)).contains("<h1>验证不通过</h1>", "证书已被吊销");
    }

    @Test
    void aPaperIsHandedOutSealedToItsAddresseeAndPasses() throws Exception {
        var file = cases.refusedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        var holder = signIn("/sign-in", "weilan");
        handedInBy(file, "weilan");
        var number =
                db.select(org.jooq.impl.DSL.max(Tables.CASE_NOTICE.NOTICE_NO))
                        .from(Tables.CASE_NOTICE)
                        .where(Tables.CASE_NOTICE.CASE_ID.eq(file.caseId()))
                        .fetchSingle()
                        .value1();
        var address = "/my/cases/" + file.caseNo() + "/papers/" + number;

        var sheet = answer(get(address), holder).getContentAsString(StandardCharsets.UTF_8);
        var ofd = answer(get(address + "/paper.ofd"), holder).getContentAsByteArray();
        var pdf = answer(get(address + "/paper.pdf"), holder).getContentAsByteArray();
        var seal = answer(get(address + "/seal.png"), holder);

        assertThat(sheet).contains("/seal.png", "paper.ofd", "paper.pdf");
        assertThat(seal.getContentType()).isEqualTo("image/png");
        assertThat(answer(get(address + "/paper.ofd"), holder).getContentAsByteArray())
                .isEqualTo(ofd);
        assertThat(checked(ofd)).contains("<h1>文件是真的</h1>", "行政审批专用章");
        assertThat(checked(pdf)).contains("<h1>文件是真的</h1>");
        for (var part : List.of("/paper.ofd", "/paper.pdf", "/seal.png")) {
            assertThat(answer(get(address + part), signIn("/sign-in", "wangqiang")).getStatus())
                    .isEqualTo(404);
        }
    }

    @Test
    void aHostileUploadIsRefusedInWordsAndNothingIsKept() throws Exception {
        assertThat(checked("hello".getBytes(StandardCharsets.UTF_8)))
                .contains("<h1>不能验证这个文件</h1>", "这不是 OFD 或者 PDF 文件");
        var without = answer(multipart("/verify/file").with(csrf()));
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(without.getContentAsString(StandardCharsets.UTF_8)).contains("请先选择一个");
    }

    private void handedInBy(CaseFile file, String login) {
        db.update(Tables.CASE_FILE)
                .set(
                        Tables.CASE_FILE.ACCOUNT_ID,
                        db.select(Tables.ACCOUNT.ACCOUNT_ID)
                                .from(Tables.ACCOUNT)
                                .where(Tables.ACCOUNT.LOGIN.eq(login))
                                .fetchSingle()
                                .value1())
                .where(Tables.CASE_FILE.CASE_ID.eq(file.caseId()))
                .execute();
    }

    private String checked(byte[] file) throws Exception {
        var answer =
                browser.perform(
                                multipart("/verify/file")
                                        .file(
                                                new MockMultipartFile(
                                                        "file", "证照.ofd", "application/ofd", file))
                                        .with(csrf()))
                        .andReturn()
                        .getResponse();
        return answer.getContentAsString(StandardCharsets.UTF_8);
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

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
