package org.tongban.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.CERTIFICATE;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.Act;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.documents.DocumentCheck;
import org.tongban.files.FileStore;

/** What the library holds: not asked for, looked at again, shown, lent, and every use on record. */
@Tag("D3")
class NotAskedTwiceTests extends BrowsedHouse {

    private static final String RENEWAL = "food-business-renewal";
    private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(61);
    private static final CertificateActs.By OFFICER = new CertificateActs.By("market2", "蒙某军");

    @Autowired private IssuedCases cases;
    @Autowired private Certificates certificates;
    @Autowired private CertificateActs acts;
    @Autowired private CertificateUses uses;
    @Autowired private CertificateFiles files;
    @Autowired private DocumentCheck check;
    @Autowired private FileStore store;
    @Autowired private Casework casework;
    @Autowired private DSLContext db;
    @Autowired private TurnableClock clock;

    @SuppressWarnings("NullAway.Init") // Issued before each test.
    private Certificate held;

    /** 韦某兰 holds one food licence, issued just now; those of other tests are taken back. */
    @BeforeEach
    void oneLicence() {
        clock.turn(Duration.ZERO);
        db.select(CERTIFICATE.CERTIFICATE_ID)
                .from(CERTIFICATE)
                .fetch(CERTIFICATE.CERTIFICATE_ID)
                .forEach(id -> acts.revoke(id, "换证", OFFICER));
        var file = cases.grantedFoodLicence(Act.DeliveryWay.ELECTRONIC);
        cases.follow("certificates", file);
        held = certificates.ofCase(file.caseId()).orElseThrow();
    }

    @Test
    void whatTheLibraryHoldsIsToldBeforehandFilledInAndNotAskedFor() throws Exception {
        var weilan = signedIn("weilan");

        var before = page(get("/apply/" + RENEWAL).cookie(weilan));
        var draft = begin(weilan);
        var materials = page(get(draft + "/materials").cookie(weilan));
        var form = page(get(draft + "/form/1").cookie(weilan));
        fill(draft, weilan);
        var caseId = send(draft, weilan);

        assertThat(before).contains("我们已经有的", "食品经营许可证（韦某兰）", "免提交");
        assertThat(materials).contains("免提交", "加注件", "内容不对，或者想自己上传");
        assertThat(form).contains("value=\"韦某兰米粉店\"", "《食品经营许可证》");
        assertThat(casework.find(caseId).orElseThrow().fetched()).containsExactly("licence");
    }

    @Test
    @Tag("D2")
    void theOfficeSeesASealedCopyMadeForThisCaseAndTheHolderWhoUsedIt() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        fill(draft, weilan);
        var caseId = send(draft, weilan);

        var copy = uses.ofCase(caseId).getFirst().copy().orElseThrow();
        byte[] content;
        try (var stream = store.open(copy.sm3())) {
            content = stream.readAllBytes();
        }
        var sheet = page(get("/verify/copies/" + copy.token()));
        clock.turn(Duration.ofDays(181));

        assertThat(check.check(content).isGenuine()).isTrue();
        assertThat(files.whose(copy.sm3()).map(Certificate::id)).contains(held.id());
        assertThat(sheet)
                .contains("加注件可用", "三都水族自治县市场监督管理局", "食品经营许可（延续）", "韦*兰")
                .doesNotContain("韦某兰", "990101199001010019");
        assertThat(page(get("/verify/copies/" + copy.token()))).contains("加注件已过期");
        clock.turn(Duration.ZERO);
        assertThat(page(get("/my/certificates/" + held.id() + "/uses").cookie(weilan)))
                .contains("三都水族自治县市场监督管理局", "食品经营许可（延续）", "办件取用");
        assertThat(
                        answer(
                                        get("/my/certificates/" + held.id() + "/uses")
                                                .cookie(signedIn("wangqiang")))
                                .getStatus())
                .isEqualTo(404);
    }

    @Test
    void sendingTwiceFetchesOnce() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        fill(draft, weilan);
        var caseId = send(draft, weilan);

        send(draft, weilan);

        assertThat(uses.ofCase(caseId)).hasSize(1);
    }

    @Test
    void nothingIsGrantedOnWhatWasTakenBackMeanwhile() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        fill(draft, weilan);
        var file = casework.find(send(draft, weilan)).orElseThrow();
        cases.perform(file, new Act.Accept());
        while (cases.now(file).openTasks().stream().anyMatch(task -> !task.decision())) {
            var task = cases.now(file).openTasks().getFirst();
            cases.perform(file, new Act.PassStep(task.no(), "符合"));
        }
        var decision = cases.now(file).openTasks().getFirst().no();

        acts.suspend(held.id(), "正在调查", OFFICER);
        var suspended = cases.perform(file, new Act.Grant(decision, "同意"));
        acts.revoke(held.id(), "伪造材料取得", OFFICER);
        var revoked = cases.perform(file, new Act.Grant(decision, "同意"));
        var sheet =
                page(
                        get("/staff/cases/" + file.caseId())
                                .cookie(signedIn("/staff/sign-in", "market2")));

        assertThat(suspended).isInstanceOf(Performed.Refused.class);
        assertThat(((Performed.Refused) revoked).why()).isInstanceOf(Refusal.EvidenceSpoilt.class);
        assertThat(cases.now(file).state()).isEqualTo(CaseState.REVIEWING);
        assertThat(sheet).contains("这个办件取用的证照有变化", "已被撤销", "伪造材料取得");
    }

    @Test
    void whatHoldsAgainCanBeGrantedOn() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        fill(draft, weilan);
        var file = casework.find(send(draft, weilan)).orElseThrow();
        cases.perform(file, new Act.Accept());
        while (cases.now(file).openTasks().stream().anyMatch(task -> !task.decision())) {
            var task = cases.now(file).openTasks().getFirst();
            cases.perform(file, new Act.PassStep(task.no(), "符合"));
        }
        var decision = cases.now(file).openTasks().getFirst().no();

        acts.suspend(held.id(), "正在调查", OFFICER);
        acts.giveBack(held.id(), "查清", OFFICER);
        acts.renew(held.id(), LocalDate.now(clock).plusYears(9), "延续", OFFICER);

        assertThat(cases.perform(file, new Act.Grant(decision, "同意")))
                .isInstanceOf(Performed.Done.class);
    }

    @Test
    void aRevokedLicenceStopsAnApplicationAndSaysWhy() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        fill(draft, weilan);
        acts.revoke(held.id(), "伪造材料取得", OFFICER);

        var before = page(get("/apply/" + RENEWAL).cookie(weilan));
        var parts = page(get(draft).cookie(weilan));
        var sent = answer(sending(draft, weilan));
        upload(draft + "/materials/licence", weilan);
        var withAPhoto = answer(sending(draft, weilan));

        assertThat(before).contains("不能用", "伪造材料取得");
        assertThat(parts).contains("不能用");
        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(text(sent)).contains("已被撤销", "伪造材料取得", "请先联系颁发机构");
        assertThat(withAPhoto.getStatus()).isEqualTo(422);
        assertThat(casework.find(id(draft))).isEmpty();
    }

    @Test
    void oneThatHasExpiredIsAskedForAnew() throws Exception {
        clock.turn(Duration.ofDays(365 * 6));
        var weilan = signedIn("weilan");
        var draft = begin(weilan);

        assertThat(page(get(draft + "/materials").cookie(weilan))).contains("已过有效期", "需要上传");
    }

    @Test
    void nobodyIsServedWithTheCertificateOfAnother() throws Exception {
        assertThat(page(get("/apply/" + RENEWAL).cookie(signedIn("wangqiang"))))
                .doesNotContain("我们已经有的");
    }

    @Test
    @Tag("D2")
    void aCodeShowsTheCertificateOnceAndForAMinute() throws Exception {
        var weilan = signedIn("weilan");
        var first = code(weilan);
        var second = code(weilan);

        var heldOut = page(get(first).cookie(weilan));
        var scanned = page(get(scan(first)));
        var seen = page(post(scan(first)).with(csrf()));
        var again = answer(post(scan(first)).with(csrf()));
        clock.turn(MORE_THAN_A_MINUTE);
        var late = answer(get(scan(second)));

        assertThat(heldOut).contains("请对方现在扫码", "<svg class=\"qr show-qr\"");
        assertThat(scanned).contains("查看并核对").doesNotContain("食品经营许可证");
        assertThat(seen).contains("<h1>证照有效</h1>", "韦*兰").doesNotContain("韦某兰");
        assertThat(again.getStatus()).isEqualTo(410);
        assertThat(late.getStatus()).isEqualTo(410);
        assertThat(page(get(first).cookie(weilan))).contains("已经有人看过");
        assertThat(page(get(second).cookie(weilan))).contains("已经过期");
        assertThat(page(get("/my/certificates/" + held.id() + "/uses").cookie(weilan)))
                .contains("当面扫码的人");
    }

    @Test
    @Tag("D2")
    void aLoanIsSeenAsOftenAsAgreedAndTakenBackAtAnyTime() throws Exception {
        var weilan = signedIn("weilan");
        var loans = "/my/certificates/" + held.id() + "/loans";
        var until = LocalDate.now(clock).plusDays(30).toString();

        var wrong = answer(lend(loans, weilan, "三都农商银行", "", "2099-01-01", "0"));
        answer(lend(loans, weilan, "三都农商银行", "经营贷款", until, "2"));
        var token = firstMatch(page(get(loans).cookie(weilan)), "/loans/([A-Za-z0-9_-]{22})");
        var landing = page(get("/loans/" + token));
        var seen = page(post("/loans/" + token).with(csrf()));
        page(post("/loans/" + token).with(csrf()));
        var tooOften = answer(post("/loans/" + token).with(csrf()));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("value=\"三都农商银行\"", "请写明做什么用", "1 到 20 之间");
        assertThat(landing).contains("三都农商银行", "经营贷款", "还可以看 2 次").doesNotContain("韦某兰");
        assertThat(seen)
                .contains("韦某兰米粉店", "仅供上面写明的借用人", "三都农商银行", "证照有效")
                .doesNotContain("990101199001010019");
        assertThat(tooOften.getStatus()).isEqualTo(410);
        assertThat(page(get("/my/certificates/" + held.id() + "/uses").cookie(weilan)))
                .contains("三都农商银行", "经营贷款", "借用查看");
        assertThat(page(get(loans).cookie(weilan))).contains("次数已用完");
    }

    @Test
    @Tag("D2")
    void whatWasTakenBackIsSeenNoMore() throws Exception {
        var weilan = signedIn("weilan");
        var loans = "/my/certificates/" + held.id() + "/loans";
        var until = LocalDate.now(clock).plusDays(30).toString();
        answer(lend(loans, weilan, "三都农商银行", "经营贷款", until, "5"));
        var listed = page(get(loans).cookie(weilan));
        var token = firstMatch(listed, "/loans/([A-Za-z0-9_-]{22})");
        var back = firstMatch(listed, "action=\"([^\"]+/take-back)\"");

        var byAnother = answer(post(back).with(csrf()).cookie(signedIn("wangqiang")));
        var stillLent = answer(get("/loans/" + token));
        answer(post(back).with(csrf()).cookie(weilan));
        var over = answer(post("/loans/" + token).with(csrf()));

        assertThat(byAnother.getStatus()).isEqualTo(404);
        assertThat(stillLent.getStatus()).isEqualTo(200);
        assertThat(over.getStatus()).isEqualTo(410);
        assertThat(page(get(loans).cookie(weilan))).contains("已收回");
    }

    @Test
    @Tag("D2")
    void aLookThatCannotBeRecordedIsNeitherShownNorCounted() throws Exception {
        var weilan = signedIn("weilan");
        var loans = "/my/certificates/" + held.id() + "/loans";
        var until = LocalDate.now(clock).plusDays(30).toString();
        answer(lend(loans, weilan, "三都农商银行", "经营贷款", until, "1"));
        var loan =
                "/loans/"
                        + firstMatch(page(get(loans).cookie(weilan)), "/loans/([A-Za-z0-9_-]{22})");
        var shown = scan(code(weilan));

        db.execute(
                "ALTER TABLE certificate_use ADD CONSTRAINT nothing CHECK (way = 'case') NOT VALID");
        assertThatThrownBy(() -> answer(post(loan).with(csrf()))).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> answer(post(shown).with(csrf()))).isInstanceOf(Exception.class);
        db.execute("ALTER TABLE certificate_use DROP CONSTRAINT nothing");

        assertThat(page(post(loan).with(csrf()))).contains("证照有效");
        assertThat(page(post(shown).with(csrf()))).contains("证照有效");
    }

    private static MockHttpServletRequestBuilder lend(
            String loans, Cookie session, String to, String purpose, String until, String times) {
        return post(loans)
                .with(csrf())
                .cookie(session)
                .param("borrower", to)
                .param("purpose", purpose)
                .param("until", until)
                .param("times", times);
    }

    private String code(Cookie session) throws Exception {
        var made =
                answer(
                        post("/my/certificates/" + held.id() + "/code")
                                .with(csrf())
                                .cookie(session));
        return Objects.requireNonNull(made.getHeader("Location"));
    }

    private static String scan(String shown) {
        return "/verify/codes/" + shown.substring(shown.lastIndexOf('/') + 1);
    }

    private String begin(Cookie session) throws Exception {
        var begun =
                answer(
                        post("/apply/" + RENEWAL)
                                .with(csrf())
                                .cookie(session)
                                .param("as", "self")
                                .param("q.changed", "same"));
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    private void fill(String draft, Cookie session) throws Exception {
        answer(
                post(draft + "/form/1")
                        .with(csrf())
                        .cookie(session)
                        .param("f.licenceNo", "JY25227320001234")
                        .param("f.expiresOn", "2027-01-31")
                        .param("f.businessName", "韦某兰米粉店")
                        .param("f.creditCode", "91999900MA0TEQT131")
                        .param("f.premises", "三合街道中华路18号"));
        answer(
                post(draft + "/form/2")
                        .with(csrf())
                        .cookie(session)
                        .param("f.representative", "韦某兰")
                        .param("f.mobile", "13800003210")
                        .param("f.mainType", "catering")
                        .param("f.projects", "hot"));
        for (var material : List.of("same-conditions", "health-certificates")) {
            upload(draft + "/materials/" + material, session);
        }
    }

    private UUID send(String draft, Cookie session) throws Exception {
        var sent = answer(sending(draft, session));
        assertThat(sent.getStatus()).as(text(sent)).isEqualTo(303);
        return id(draft);
    }
}
