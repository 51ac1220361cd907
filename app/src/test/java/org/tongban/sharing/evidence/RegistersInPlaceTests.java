package org.tongban.sharing.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.FINDING;
import static org.tongban.schema.Tables.SHARED_USE;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.Refusal;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.IssuedCases;
import org.tongban.certificates.TurnableClock;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.FactAnswer;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.sharing.asking.Questions;
import org.tongban.sharing.asking.Questions.Outcome;
import org.tongban.simulators.Mode;
import org.tongban.simulators.SimulatedRegisters;

/**
 * Registers of other offices, asked over HTTP: what they know is not asked for again, whoever has
 * no right gets nothing, and one that fails stops nobody.
 */
@Tag("D3")
class RegistersInPlaceTests extends BrowsedHouse {

    private static final String SIGN = "shop-sign";
    private static final String FIRM = "91990101MA9901100P";
    private static final String LUO = "990101198706260427";
    private static final Duration MORE_THAN_ITS_REST = Duration.ofMinutes(6);

    @Autowired private SimulatedRegisters registers;
    @Autowired private IssuedCases cases;
    @Autowired private Casework casework;
    @Autowired private Questions questions;
    @Autowired private Resources resources;
    @Autowired private AskRegister ask;
    @Autowired private AskOwed owed;
    @Autowired private TurnableClock clock;
    @Autowired private DSLContext db;

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Each test begins an hour later: nothing is kept, and no register rests any more. */
    @BeforeEach
    void everyRegisterAnswers() {
        passes(Duration.ofHours(1));
        registers.names().forEach(name -> registers.behave(name, Mode.OK));
        registers.enter("legal-persons", FIRM, "valid");
    }

    private void passes(Duration time) {
        clock.turn(AHEAD.updateAndGet(time::plus));
    }

    @Test
    void aLicenceThatWasNotIssuedHereIsFoundShownAndNotAskedFor() throws Exception {
        var shiyun = signedIn("shiyun");

        var before = page(get("/apply/" + SIGN).cookie(shiyun));
        var draft = begin(shiyun);
        var materials = page(get(draft + "/materials").cookie(shiyun));
        var file = sent(draft, shiyun);
        var sheet = page(get("/staff/cases/" + file.caseId()).cookie(staff("urbanlaw2")));

        assertThat(before).contains("营业执照（三都某云马尾绣工艺品有限公司）", "免提交", "模拟登记库，演示用");
        assertThat(materials).contains("向市场主体登记信息", "不用您交", "9199**********100P");
        assertThat(file.fetched()).containsExactly("business-licence");
        assertThat(sheet).contains("政务数据核验单.pdf", "免提交：查询", "（模拟登记库）", "核对有效");
        assertThat(page(get("/my/register-questions").cookie(shiyun)))
                .contains("市场主体登记信息", "办理“规范户外招牌设施设置服务”", "有登记");
    }

    @Test
    @Tag("D4")
    void withoutARightNobodyIsAskedAndTheAttemptIsKeptOnceADay() throws Exception {
        var luo = signedIn("luolian");
        var before = questions.all(Optional.empty()).size();

        page(get("/apply/tobacco-retail-new").cookie(luo));
        var start = page(get("/apply/tobacco-retail-new").cookie(luo));
        var attempts =
                questions.last("population", 20).stream()
                        .filter(one -> one.outcome() == Outcome.NO_RIGHT)
                        // Others in this house ask for items of their own.
                        .filter(one -> one.item().equals("tobacco-retail-new"))
                        .toList();
        asksAndIsGranted();
        var after = page(get("/apply/tobacco-retail-new").cookie(luo));

        assertThat(start).contains("营业执照（罗某莲）").doesNotContain("身份证（罗某莲）");
        assertThat(attempts).hasSize(1);
        assertThat(questions.all(Optional.empty()).size()).isGreaterThan(before);
        assertThat(after).contains("经营者或者负责人身份证（罗某莲）");
        assertThat(questions.last("population", 1).getFirst().outcome()).isEqualTo(Outcome.KNOWN);
    }

    /**
     * The tobacco office asks, the police grants, and what is written wrong is said at the field.
     */
    private void asksAndIsGranted() throws Exception {
        var tobacco = staff("tobacco2");
        var police = staff("police2");
        var resource = "/staff/resources/population";
        var asking = post(resource).with(csrf()).cookie(tobacco);
        var wrong = answer(asking.param("item", "tobacco-retail-new").param("purpose", " "));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("请写明用途");
        var whole =
                post(resource)
                        .with(csrf())
                        .cookie(tobacco)
                        .param("item", "tobacco-retail-new")
                        .param("purpose", "核对经营者身份");
        assertThat(answer(whole).getStatus()).isEqualTo(303);
        assertThat(text(answer(whole))).contains("不用再申请");
        var list = page(get("/staff/resources").cookie(police));
        var request = firstMatch(list, "(/staff/resource-requests/[0-9a-f-]{36})");
        var grant =
                post(request)
                        .with(csrf())
                        .param("act", "grant")
                        .param("until", clock.instant().atZone(clock.getZone()).toLocalDate() + "");
        assertThat(answer(grant.cookie(tobacco)).getStatus()).isEqualTo(403);
        var granted =
                post(request)
                        .with(csrf())
                        .cookie(police)
                        .param("act", "grant")
                        .param("until", clock.instant().atZone(clock.getZone()).toLocalDate() + "");
        assertThat(answer(granted).getStatus()).isEqualTo(303);
        assertThat(page(get(resource).cookie(police))).contains("已同意", "核对经营者身份");
    }

    @Test
    @Tag("D4")
    void aFactIsCheckedWithoutDataAndOnlyWithARight() {
        var item = inquiry("market-entities", SIGN, FIRM);

        assertThat(ask.fact(item, "representative", "石某云")).isEqualTo(FactAnswer.YES);
        assertThat(ask.fact(item, "representative", "王某强")).isEqualTo(FactAnswer.NO);
        assertThat(ask.fact(inquiry("market-entities", SIGN, LUO), "colour", "红"))
                .isEqualTo(FactAnswer.UNKNOWN);
        assertThat(ask.fact(inquiry("marriage-records", SIGN, LUO), "wifeName", "罗某莲"))
                .isEqualTo(FactAnswer.NO_RIGHT);
        registers.behave("legal-persons", Mode.DOWN);
        assertThat(ask.fact(item, "representative", "石某云")).isEqualTo(FactAnswer.OUT_OF_REACH);
    }

    @Test
    @Tag("D4")
    void anOfficeChecksAFactOnItsPageAndItsPersonReadsIt() throws Exception {
        var officer = staff("urbanlaw2");
        var asking =
                post("/staff/facts")
                        .with(csrf())
                        .cookie(officer)
                        .param("item", SIGN)
                        .param("fact", "market-entities/representative")
                        .param("subject", FIRM);

        var unsaid = answer(asking.param("value", "石某云").param("purpose", ""));
        var said =
                page(
                        post("/staff/facts")
                                .with(csrf())
                                .cookie(officer)
                                .param("item", SIGN)
                                .param("fact", "market-entities/representative")
                                .param("subject", FIRM)
                                .param("value", "石某云")
                                .param("purpose", "核对招牌申请人"));

        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(text(unsaid)).contains("石某云", "请写明用途");
        assertThat(said).contains("法定代表人", "是不是“石某云”", "登记库里的内容和您填写的一致");
        assertThat(page(get("/my/register-questions").cookie(signedIn("shiyun"))))
                .contains("核对招牌申请人");
    }

    @Test
    @Tag("D4")
    void whoFindsARegisterWrongSaysSoAndItsKeeperAnswersOnce() throws Exception {
        var shiyun = signedIn("shiyun");
        var unsaid =
                answer(
                        post("/my/objections")
                                .with(csrf())
                                .cookie(shiyun)
                                .param("resource", "market-entities")
                                .param("about", "self"));
        answer(
                post("/my/objections")
                        .with(csrf())
                        .cookie(shiyun)
                        .param("resource", "market-entities")
                        .param("about", "self")
                        .param("words", "住所已经变更到尧麓村"));
        var keeper = staff("market1");
        var path =
                firstMatch(
                        page(get("/staff/objections").cookie(keeper)),
                        "(/staff/objections/[0-9a-f-]{36})");
        var answering =
                post(path).with(csrf()).param("act", "corrected").param("answer", "已按新执照更正");

        assertThat(unsaid.getStatus()).isEqualTo(422);
        assertThat(answer(get(path).cookie(staff("health1"))).getStatus()).isEqualTo(404);
        assertThat(answer(answering.cookie(keeper)).getStatus()).isEqualTo(303);
        assertThat(text(answer(answering))).contains("已经答复过");
        assertThat(page(get("/my/objections").cookie(shiyun))).contains("已更正", "已按新执照更正");
    }

    private Inquiry inquiry(String resource, String item, String subject) {
        return new Inquiry(
                resources.find(resource).orElseThrow(),
                "urban-law",
                item,
                subject,
                "核对",
                Optional.of("罗某平"),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mode.class,
            names = {"DOWN", "WRONG", "THROTTLED"})
    void aRegisterThatFailsIsSaidToFailAndThePaperMayBeBrought(Mode mode) throws Exception {
        registers.behave("legal-persons", mode);
        var shiyun = signedIn("shiyun");

        var start = page(get("/apply/" + SIGN).cookie(shiyun));
        var draft = begin(shiyun);
        var materials = page(get(draft + "/materials").cookie(shiyun));

        assertThat(start).contains("现在查不到");
        assertThat(materials).contains("本来可以查询市场主体登记信息", draft + "/materials/business-licence");
    }

    @Test
    void aSlowRegisterHoldsUpOnePageForAMomentAndIsAskedLaterByItself() throws Exception {
        registers.behave("legal-persons", Mode.SLOW);
        var shiyun = signedIn("shiyun");
        var began = System.nanoTime();

        page(get("/apply/" + SIGN).cookie(shiyun));
        var waited = Duration.ofNanos(System.nanoTime() - began);
        var draft = begin(shiyun);
        upload(draft + "/materials/business-licence", shiyun);
        var file = sent(draft, shiyun);
        var officer = staff("urbanlaw2");
        var unchecked = page(get("/staff/cases/" + file.caseId()).cookie(officer));
        owed.run();
        registers.behave("legal-persons", Mode.OK);
        passes(MORE_THAN_ITS_REST);
        var asked = questions.all(Optional.empty()).size();
        owed.run();
        owed.run();

        assertThat(waited).isLessThan(Duration.ofSeconds(8));
        assertThat(unchecked).contains("还没有核对：登记库没有答复");
        assertThat(questions.all(Optional.empty())).hasSize(asked + 1);
        assertThat(page(get("/staff/cases/" + file.caseId()).cookie(officer)))
                .contains("申请人提交；", "登记有效")
                .doesNotContain("还没有核对");
    }

    @Test
    void whatWasNotAskedForIsCountedFromTheCases() throws Exception {
        var shiyun = signedIn("shiyun");
        var before = figures();

        sent(begin(shiyun), shiyun);
        registers.behave("legal-persons", Mode.DOWN);
        passes(Duration.ofHours(1));
        var brought = begin(shiyun);
        upload(brought + "/materials/business-licence", shiyun);
        sent(brought, shiyun);

        assertThat(figures()).containsExactly(before[0] + 1, before[1] + 1);
    }

    @Test
    void whatHasEndedBeforeTheDecisionBarsTheGrant() throws Exception {
        var shiyun = signedIn("shiyun");
        var file = sent(begin(shiyun), shiyun);
        cases.perform(file, new Act.Accept());
        var decision = cases.now(file).openTasks().getFirst().no();

        registers.enter("legal-persons", FIRM, "ended");
        var barred = cases.perform(file, new Act.Grant(decision, "同意"));
        var start = page(get("/apply/" + SIGN).cookie(signedIn("wangping")));
        registers.enter("legal-persons", FIRM, "valid");
        registers.behave("legal-persons", Mode.DOWN);
        passes(MORE_THAN_ITS_REST);
        registers.behave("legal-persons", Mode.OK);
        var granted = cases.perform(file, new Act.Grant(decision, "同意"));

        assertThat(((Performed.Refused) barred).why()).isInstanceOf(Refusal.EvidenceSpoilt.class);
        assertThat(start).contains("营业执照（九阡某家米酒坊）", "不能用", "已被撤销");
        assertThat(granted).isInstanceOf(Performed.Done.class);
    }

    @Test
    void aRegisterThatIsDownAtTheDecisionStopsNobody() throws Exception {
        var shiyun = signedIn("shiyun");
        var file = sent(begin(shiyun), shiyun);
        cases.perform(file, new Act.Accept());
        var decision = cases.now(file).openTasks().getFirst().no();

        registers.behave("legal-persons", Mode.DOWN);

        assertThat(cases.perform(file, new Act.Grant(decision, "同意")))
                .isInstanceOf(Performed.Done.class);
    }

    @Test
    @Tag("D4")
    void whatARegisterSaysOtherwiseAfterTheGrantOpensACard() throws Exception {
        var shiyun = signedIn("shiyun");
        var file = grantedWhileTheRegisterIsDown(shiyun);

        registers.enter("legal-persons", FIRM, "ended");
        registers.behave("legal-persons", Mode.OK);
        passes(MORE_THAN_ITS_REST);
        owed.run();
        owed.run();

        registers.enter("legal-persons", FIRM, "valid");
        assertThat(cards(file)).singleElement().asString().contains("后来查询的结果与办件所依据的不一致");
    }

    @Test
    @Tag("D4")
    void aRightThatIsGoneLaterIsToldAndTheCheckStaysOwed() throws Exception {
        var file = grantedWhileTheRegisterIsDown(signedIn("shiyun"));
        db.update(SHARED_USE)
                .set(SHARED_USE.ITEM_KEY, "an-item-without-the-right")
                .where(SHARED_USE.CASE_ID.eq(file.caseId()))
                .execute();

        registers.behave("legal-persons", Mode.OK);
        passes(MORE_THAN_ITS_REST);
        owed.run();

        assertThat(cards(file)).singleElement().asString().contains("查询权限已收回");
        assertThat(
                        db.fetchExists(
                                SHARED_USE,
                                SHARED_USE
                                        .CASE_ID
                                        .eq(file.caseId())
                                        .and(SHARED_USE.ASK_AT.isNotNull())))
                .isTrue();
    }

    private CaseFile grantedWhileTheRegisterIsDown(Cookie session) throws Exception {
        var file = sent(begin(session), session);
        cases.perform(file, new Act.Accept());
        var decision = cases.now(file).openTasks().getFirst().no();
        registers.behave("legal-persons", Mode.DOWN);
        cases.perform(file, new Act.Grant(decision, "同意"));
        return file;
    }

    private List<String> cards(CaseFile file) {
        return db.select(FINDING.WORDS)
                .from(FINDING)
                .where(FINDING.CASE_ID.eq(file.caseId()))
                .and(FINDING.KIND.eq("late_check"))
                .fetch(FINDING.WORDS);
    }

    @Test
    @Tag("B1")
    void theWindowFindsTheSameAndTheLookIsOnRecord() throws Exception {
        var clerk = staff("counter1");
        var opened =
                answer(
                        post("/staff/desk/new")
                                .with(csrf())
                                .cookie(clerk)
                                .param("item", "tobacco-retail-new"));
        var draft = Objects.requireNonNull(opened.getHeader("Location"));

        var nobody = page(get(draft).cookie(clerk));
        var shown =
                page(
                        post(draft)
                                .with(csrf())
                                .cookie(clerk)
                                .param("act", "save")
                                .param("a.kind", "PERSON")
                                .param("a.name", "罗某莲")
                                .param("a.number", LUO)
                                .param("a.mobile", "13800003580")
                                .param("a.address", "大河镇丰乐村7组"));

        assertThat(nobody).doesNotContain("市场主体登记信息");
        assertThat(shown).contains("市场主体登记信息（模拟登记库，演示用）", "免提交", "丰乐某莲百货店");
        assertThat(page(get("/my/looks").cookie(signedIn("luolian"))))
                .contains("窗口办理“烟草专卖零售许可（新办）”时查看可以免提交的登记");
    }

    /** Of the licence for a sign: fetched, and brought. */
    private int[] figures() throws Exception {
        var page = page(get("/staff/not-asked").cookie(staff("urbanlaw2")));
        var numbers =
                "href=\"/items/shop-sign\">[^<]*</a></th><td>营业执照</td>"
                        + "<td class=\"num\">(\\d+)</td><td class=\"num\">(\\d+)</td>";
        return new int[] {
            Integer.parseInt(firstMatch(page, numbers)),
            Integer.parseInt(firstMatch(page, numbers.replaceFirst("\\(", "(?:")))
        };
    }

    private String begin(Cookie session) throws Exception {
        var start = page(get("/apply/" + SIGN).cookie(session));
        var firm = firstMatch(start, "name=\"as\" value=\"([0-9a-f-]{36})\"");
        var begun =
                answer(
                        post("/apply/" + SIGN)
                                .with(csrf())
                                .cookie(session)
                                .param("as", firm)
                                .param("q.light", "no"));
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    private CaseFile sent(String draft, Cookie session) throws Exception {
        answer(
                post(draft + "/form/2")
                        .with(csrf())
                        .cookie(session)
                        .param("f.shopAddress", "三合街道永康村3组")
                        .param("f.place", "lintel")
                        .param("f.words", "某云马尾绣"));
        answer(
                post(draft + "/form/3")
                        .with(csrf())
                        .cookie(session)
                        .param("f.width", "3")
                        .param("f.height", "1")
                        .param("f.stuff", "亚克力"));
        upload(draft + "/materials/picture", session);
        var sent = answer(sending(draft, session));
        assertThat(sent.getStatus()).as(text(sent)).isEqualTo(303);
        return casework.find(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)))
                .orElseThrow();
    }

    private Cookie staff(String login) throws Exception {
        return signedIn("/staff/sign-in", login);
    }
}
