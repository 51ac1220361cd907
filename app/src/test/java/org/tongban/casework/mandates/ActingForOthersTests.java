package org.tongban.casework.mandates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.BROKEN_PROMISE;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.TurnableClock;
import org.tongban.packages.Packages;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.simulators.Mode;
import org.tongban.simulators.SimulatedRegisters;

/** Agents, guardians and people nobody has checked, at every door through which one applies. */
@Tag("D1")
class ActingForOthersTests extends BrowsedHouse {

    private static final String ITEM = "vaccination-book";
    private static final String PACKAGE = "newborn";
    private static final String RIGHT = "990101198902030063";
    private static final String WRONG = "99010119890203008X";

    /** Of 陆某刚, as the simulated register has it; the other is not in it. */
    private static final String CHILD = "990101201603150510";

    private static final String OTHER_CHILD = "990101201809040667";
    private static final String ASKS_A_LEVEL = "housing-fund-withdrawal-rent";

    @Autowired private Casework casework;
    @Autowired private Packages packages;
    @Autowired private TurnableClock clock;
    @Autowired private CaseContents contents;
    @Autowired private DSLContext db;
    @Autowired private SimulatedRegisters registers;
    @Autowired private AskRegister ask;

    @Test
    void anAgentAppliesAndLosesSightOfEverythingWhenTheRightIsTakenBack() throws Exception {
        var giver = signedIn("yangbo");
        var agent = signedIn("wuqin");

        var mandate = given(giver, "吴某琴", "990101198911030620");
        var file = sent(begin(agent, "杨某波"), agent);
        var unsent = begin(agent, "杨某波");
        var both = page(get(mandate).cookie(agent));
        var mine = page(get("/my").cookie(giver));
        var line = page(get("/my/cases/" + file.caseNo()).cookie(giver));
        answer(post(mandate + "/end").with(csrf()).cookie(giver));

        assertThat(page(get("/my/mandates").cookie(agent))).contains("杨某波", "委托人已收回");
        assertThat(both).contains("杨某波委托吴某琴办事", "只办“预防接种证", "已提交", "辞去委托");
        assertThat(mine).contains("/my/cases/" + file.caseNo());
        assertThat(line).contains("吴某琴（代理人）");
        assertThat(status(get("/my/cases/" + file.caseNo()).cookie(agent))).isEqualTo(404);
        assertThat(status(get("/my/cases/" + file.caseNo() + "/withdraw").cookie(agent)))
                .isEqualTo(404);
        assertThat(page(get("/my").cookie(agent))).doesNotContain("/my/cases/" + file.caseNo());
        assertThat(page(get("/apply/" + ITEM).cookie(agent))).doesNotContain("杨某波");
        assertThat(answer(sending(unsent, agent)).getHeader("Location"))
                .isEqualTo(unsent + "/barred");
        assertThat(casework.find(id(unsent))).isEmpty();
        var barred = answer(get(unsent + "/barred").cookie(agent));
        assertThat(barred.getStatus()).isEqualTo(403);
        assertThat(text(barred)).contains("您现在不能替杨某波办这件事", "/my/mandates");
        assertThat(page(get("/my/cases/" + file.caseNo()).cookie(giver))).contains("吴某琴（代理人）");
    }

    @Test
    void aMandateIsForItsServicesOnly() throws Exception {
        var giver = signedIn("luchun");
        var agent = signedIn("menglong");

        given(giver, "蒙某龙", "990101199606150372");

        assertThat(page(get("/apply/" + ITEM).cookie(agent))).contains("陆某春", "委托我的人");
        assertThat(page(get("/apply/disability-care-allowance").cookie(agent)))
                .doesNotContain("陆某春");
        assertThat(page(get("/my/certificates").cookie(agent))).doesNotContain("陆某春");
        var forged =
                answer(
                        post("/apply/disability-care-allowance")
                                .with(csrf())
                                .cookie(agent)
                                .param("as", "person:" + UUID.randomUUID()));
        assertThat(forged.getStatus()).isEqualTo(422);
    }

    @Test
    void mandatesForEveryItemOfAPackageCoverThePackage() throws Exception {
        var giver = signedIn("wubin");
        var agent = signedIn("mengli");
        var items = packages.current(PACKAGE).orElseThrow().definition().items();
        var last = items.getLast().item();

        for (var one : items) {
            if (!one.item().equals(last)) {
                answer(giving(giver, "蒙某丽", "990101199809250680", one.item()));
            }
        }
        var before = page(get("/apply/" + PACKAGE).cookie(agent));
        var given = answer(giving(giver, "蒙某丽", "990101199809250680", last));
        var after = page(get("/apply/" + PACKAGE).cookie(agent));

        assertThat(items).hasSizeGreaterThan(1);
        assertThat(before).doesNotContain("吴某斌");
        assertThat(given.getStatus()).isEqualTo(303);
        assertThat(after).contains("吴某斌", "委托我的人");
    }

    @Test
    void whoIsAskedMustBeKnownAndAWrongNameTellsNoMoreThanAnUnknownNumber() throws Exception {
        var giver = signedIn("shifang");

        var otherName = answer(giving(giver, "吴某某", "990101198911030620"));
        var unknown = answer(giving(giver, "钱某某", "990101199001010027"));
        var oneself = answer(giving(giver, "石某芳", "990101199208170669"));

        assertThat(otherName.getStatus()).isEqualTo(422);
        assertThat(text(otherName)).contains("没有找到这个姓名和身份证号都对得上的用户", "value=\"吴某某\"");
        assertThat(text(unknown)).contains("没有找到这个姓名和身份证号都对得上的用户");
        assertThat(text(oneself)).contains("受托人不能是您自己");
        assertThat(page(get("/my/mandates").cookie(giver))).contains("您没有委托过别人");
    }

    @Test
    void aStrangersMandateIsNotThere() throws Exception {
        var mandate = given(signedIn("lugang"), "蒙某丽", "990101199809250680");
        var stranger = signedIn("wubin");

        assertThat(status(get(mandate).cookie(stranger))).isEqualTo(404);
        assertThat(status(post(mandate + "/end").with(csrf()).cookie(stranger))).isEqualTo(404);
        assertThat(page(get(mandate).cookie(signedIn("mengli")))).contains("辞去委托");
    }

    @Test
    void aWindowRaisesALevelAndMakesAParentAGuardianUntilTheChildIsEighteen() throws Exception {
        var parent = registered("fangzhou", "方某舟", "990101199203040013");
        var clerk = signedIn("/staff/sign-in", "counter1");
        var barred = page(get("/apply/" + ASKS_A_LEVEL).cookie(parent));
        var giving = answer(giving(parent, "蒙某丽", "990101199809250680"));
        var wrong = answer(proving(clerk, "方某某", "990101199203040013"));

        var proved = answer(proving(clerk, "方某舟", "990101199203040013"));
        var sheet = Objects.requireNonNull(proved.getHeader("Location"));
        var grownUp = answer(child(clerk, sheet, "方某大", "990101200001010014"));
        var confirmed = answer(child(clerk, sheet, "方某小", "990101201901010014"));

        assertThat(barred).contains("这件事要先核验身份", "/my/identity");
        assertThat(text(giving)).contains("您的身份还没有核验");
        assertThat(text(wrong)).contains("这个身份证号登记的是另一个姓名");
        assertThat(text(grownUp)).contains("已满十八周岁");
        assertThat(confirmed.getStatus()).isEqualTo(303);
        assertThat(page(get("/my/identity").cookie(parent))).contains("窗口核验", "居民身份证");
        assertThat(page(get("/apply/" + ASKS_A_LEVEL).cookie(parent))).doesNotContain("要先核验身份");
        assertThat(page(get("/apply/" + ITEM).cookie(parent))).contains("方某小", "我监护的孩子");
        var file = sent(begin(parent, "方某小"), parent);
        assertThat(page(get("/my/cases/" + file.caseNo()).cookie(parent))).contains("方某舟（监护人）");
        assertThat(page(get("/my/looks").cookie(parent))).contains("窗口核验身份");
    }

    @Test
    @Tag("D3")
    @Tag("D5")
    void theRegisterConfirmsAGuardianAndWhereItCannotThePaperDecides() throws Exception {
        var father = signedIn("lugang");
        var clerk = signedIn("/staff/sign-in", "counter1");
        var nobody = registered("shuichu", "水某初", "990101198801010012");

        var unchecked = answer(declaring(nobody, "陆某天", CHILD, "FATHER"));
        var empty = answer(declaring(father, "", "99010120160315051", ""));
        var wrong = answer(declaring(father, "陆某天", CHILD, "MOTHER"));
        var unknown = answer(declaring(father, "陆某地", OTHER_CHILD, "FATHER"));
        registers.behave("guardians", Mode.DOWN);
        var down = answer(declaring(father, "陆某天", CHILD, "FATHER"));
        var sheet = answer(proving(clerk, "吴某斌", "990101198610270575")).getHeader("Location");
        var byPaper = answer(child(clerk, Objects.requireNonNull(sheet), "吴某地", OTHER_CHILD));
        registers.behave("guardians", Mode.OK);
        ask.wake("guardians");
        var done = answer(declaring(father, "陆某天", CHILD, "FATHER"));
        var against = answer(proving(clerk, "潘某忠", "990101198506150020")).getHeader("Location");
        var contradicted = answer(child(clerk, Objects.requireNonNull(against), "陆某天", CHILD));

        assertThat(text(unchecked)).contains("您的身份还没有核验");
        assertThat(text(empty)).contains("请填写孩子的姓名", "请选择和孩子的关系", "value=\"99010120160315051\"");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("这个孩子登记的是别人", "href=\"#relation\"");
        assertThat(text(unknown)).contains("户籍登记里没有查到", "到政务服务窗口");
        assertThat(text(down)).contains("现在连不上户籍登记", "value=\"陆某天\"");
        assertThat(byPaper.getStatus()).isEqualTo(303);
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(text(contradicted)).contains("这个孩子登记的是别人");
        assertThat(page(get("/my/children").cookie(father))).contains("陆某天", "您是父亲");
        assertThat(page(get("/apply/" + ITEM).cookie(father))).contains("陆某天", "我监护的孩子");
        assertThat(page(get("/my/looks").cookie(father))).contains("未成年人监护关系信息", "核验监护关系");
        assertThat(page(get("/my/register-questions").cookie(father))).doesNotContain("_guardians");
    }

    private static MockHttpServletRequestBuilder declaring(
            Cookie session, String name, String number, String relation) {
        return post("/my/children")
                .with(csrf())
                .cookie(session)
                .param("child", name)
                .param("childNumber", number)
                .param("relation", relation);
    }

    @Test
    void aWrongNameIsPutRightUndoneOnceAndThePersonReadsIt() throws Exception {
        var person = registered("ninghai", "宁某还", "990101198706060070");
        var admin = signedIn("/staff/sign-in", "admin1");
        var clerk = signedIn("/staff/sign-in", "counter1");

        var forbidden = status(correcting(clerk, "宁某海"));
        var same = answer(correcting(admin, "宁某还"));
        var done = answer(correcting(admin, "宁某海"));
        var list = page(get("/staff/name-corrections").cookie(admin));
        var undo =
                firstMatch(list, "(?s)宁某还 改为 宁某海.*?(/staff/name-corrections/[0-9a-f-]{36}/undo)");
        var corrected = page(get("/my/identity").cookie(person));
        var wordless = answer(post(undo).with(csrf()).cookie(admin));
        var undone = answer(post(undo).with(csrf()).cookie(admin).param("reason", "看错了原件"));
        var again = answer(post(undo).with(csrf()).cookie(admin).param("reason", "再来一次"));

        assertThat(forbidden).isEqualTo(403);
        assertThat(text(same)).contains("登记的就是这个姓名");
        assertThat(done.getStatus()).isEqualTo(303);
        assertThat(corrected).contains("姓名更正：宁某还 改为 宁某海");
        assertThat(text(wordless)).contains("请写明理由");
        assertThat(undone.getStatus()).isEqualTo(303);
        assertThat(text(again)).contains("姓名已经被别人改过");
        assertThat(page(get("/my/identity").cookie(person))).contains("宁某海 改为 宁某还");
    }

    @Test
    void twoRecordsOfOnePersonBecomeOneAndArePartedAgain() throws Exception {
        var right = registered("hedan", "何某丹", RIGHT);
        var wrong = registered("hedan2", "何某丹", WRONG);
        var clerk = signedIn("/staff/sign-in", "counter1");
        var keeper = signedIn("/staff/sign-in", "admin1");
        var sheet = answer(proving(clerk, "何某丹", WRONG)).getHeader("Location");
        page(get(Objects.requireNonNull(sheet)).cookie(clerk));
        var mandate = given(wrong, "蒙某龙", "990101199606150372");
        var agent = signedIn("menglong");
        var file = sent(begin(agent, "何某丹"), agent);
        var unsent = begin(agent, "何某丹");
        var own = answer(post("/apply/" + ITEM).with(csrf()).cookie(wrong).param("as", "self"));
        var draft = Objects.requireNonNull(own.getHeader("Location"));

        assertThat(answer(merging(clerk, RIGHT, WRONG)).getStatus()).isEqualTo(403);
        assertThat(text(answer(merging(keeper, RIGHT, RIGHT)))).contains("同一份档案");
        assertThat(text(answer(merging(keeper, "990101199606150372", WRONG))))
                .contains("两份档案的姓名不一样");
        assertThat(page(get("/my").cookie(right))).doesNotContain(file.caseNo());

        broke(file);
        assertThat(casework.trusts(applicant(RIGHT))).isTrue();

        assertThat(answer(merging(keeper, RIGHT, WRONG)).getStatus()).isEqualTo(303);

        assertThat(casework.trusts(applicant(RIGHT))).isFalse();
        assertThat(page(get("/my/identity").cookie(right))).contains("用合并前的号码核验");
        assertThat(page(get("/my").cookie(right))).contains("/my/cases/" + file.caseNo(), draft);
        assertThat(page(get("/my/cases/" + file.caseNo()).cookie(right))).contains("蒙某龙（代理人）");
        assertThat(page(get(draft + "/form/1").cookie(right))).doesNotContain("现在不能");
        assertThat(page(get(mandate).cookie(right))).contains("何某丹委托蒙某龙办事");
        assertThat(page(get(unsent + "/form/1").cookie(agent))).doesNotContain("现在不能");
        assertThat(page(get("/my/identity").cookie(right))).contains("两份档案已合并", "窗口核验");
        assertThat(page(get("/my/looks").cookie(right))).contains("窗口核验身份");
        assertThat(status(get("/my").cookie(wrong))).isEqualTo(302);
        assertThat(leads("hedan2")).isEqualTo("/sign-in?failed");
        assertThat(text(answer(merging(keeper, RIGHT, WRONG)))).contains("合并过");

        var list = page(get("/staff/person-merges").cookie(keeper));
        var undo = firstMatch(list, "(/staff/person-merges/[0-9a-f-]{36}/undo)");
        assertThat(text(answer(post(undo).with(csrf()).cookie(keeper)))).contains("请写明理由");
        assertThat(answer(undoing(undo, keeper)).getStatus()).isEqualTo(303);
        assertThat(text(answer(undoing(undo, keeper)))).contains("已经撤销过");

        assertThat(page(get("/my").cookie(right))).doesNotContain(file.caseNo(), draft);
        assertThat(leads("hedan2")).isEqualTo("/my");
        var again = registeredBefore("hedan2");
        assertThat(page(get("/my").cookie(again))).contains(file.caseNo(), draft);
        assertThat(page(get(mandate).cookie(again))).contains("何某丹委托蒙某龙办事");
        assertThat(page(get("/my/identity").cookie(right)))
                .contains("已撤销")
                .doesNotContain("用合并前的号码核验");
        assertThat(casework.trusts(applicant(RIGHT))).isTrue();
    }

    private static Applicant applicant(String number) {
        return new Applicant(Applicant.Kind.PERSON, "何某丹", number, "何某丹", "", "");
    }

    /** A promise of whoever applied in the case, broken as the daily job would note it. */
    private void broke(CaseFile file) {
        var head = contents.head(file.caseId()).orElseThrow();
        db.insertInto(BROKEN_PROMISE)
                .set(BROKEN_PROMISE.CASE_ID, file.caseId())
                .set(BROKEN_PROMISE.PROMISE_NO, 1)
                .set(BROKEN_PROMISE.APPLICANT_HASH, head.applicantHash())
                .set(BROKEN_PROMISE.APPLICANT_NAME, head.applicantName())
                .set(BROKEN_PROMISE.AGENCY_KEY, head.agency())
                .set(BROKEN_PROMISE.ITEM_NAME, "预防接种证")
                .set(BROKEN_PROMISE.MATERIAL_NAME, "出生医学证明")
                .set(BROKEN_PROMISE.KIND, "paper_follows")
                .set(BROKEN_PROMISE.BROKEN_ON, LocalDate.now(clock))
                .execute();
    }

    private static MockHttpServletRequestBuilder undoing(String undo, Cookie keeper) {
        return post(undo).with(csrf()).cookie(keeper).param("reason", "是两个人");
    }

    private static MockHttpServletRequestBuilder merging(Cookie staff, String kept, String gone) {
        return post("/staff/person-merges")
                .with(csrf())
                .cookie(staff)
                .param("kept", kept)
                .param("gone", gone)
                .param("document", "HOUSEHOLD_BOOK")
                .param("reason", "户口簿变更页载明原号码");
    }

    private String leads(String login) throws Exception {
        return Objects.requireNonNull(
                answer(signingIn(login)).getRedirectedUrl(), "the sign-in leads nowhere");
    }

    private Cookie registeredBefore(String login) throws Exception {
        return Objects.requireNonNull(answer(signingIn(login)).getCookie("tongban"));
    }

    private static MockHttpServletRequestBuilder signingIn(String login) {
        return post("/sign-in")
                .with(csrf())
                .param("login", login)
                .param("password", "a quiet river");
    }

    private static MockHttpServletRequestBuilder correcting(Cookie staff, String name) {
        return post("/staff/name-corrections")
                .with(csrf())
                .cookie(staff)
                .param("number", "990101198706060070")
                .param("name", name)
                .param("document", "IDENTITY_CARD")
                .param("reason", "登记时打错了一个字");
    }

    private String given(Cookie giver, String name, String number) throws Exception {
        var given = answer(giving(giver, name, number));
        assertThat(given.getStatus()).as(text(given)).isEqualTo(303);
        var address = Objects.requireNonNull(given.getHeader("Location"));
        return address.substring(0, address.indexOf('?'));
    }

    private MockHttpServletRequestBuilder giving(Cookie giver, String name, String number) {
        return giving(giver, name, number, ITEM);
    }

    private MockHttpServletRequestBuilder giving(
            Cookie giver, String name, String number, String item) {
        return post("/my/mandates/new")
                .with(csrf())
                .cookie(giver)
                .param("giver", "self")
                .param("name", name)
                .param("number", number)
                .param("scope", "item")
                .param("item", item)
                .param("until", LocalDate.now(clock).plusMonths(6).toString());
    }

    private static MockHttpServletRequestBuilder proving(Cookie clerk, String name, String number) {
        return post("/staff/identity")
                .with(csrf())
                .cookie(clerk)
                .param("name", name)
                .param("number", number)
                .param("document", "IDENTITY_CARD")
                .param("seen", "yes");
    }

    private static MockHttpServletRequestBuilder child(
            Cookie clerk, String sheet, String name, String number) {
        return post(sheet.substring(0, sheet.indexOf('?')))
                .with(csrf())
                .cookie(clerk)
                .param("child", name)
                .param("childNumber", number)
                .param("relation", "FATHER")
                .param("paper", "HOUSEHOLD_BOOK");
    }

    private Cookie registered(String login, String name, String number) throws Exception {
        page(
                post("/register")
                        .with(csrf())
                        .param("name", name)
                        .param("idNumber", number)
                        .param("mobile", "13800005001")
                        .param("login", login)
                        .param("password", "a quiet river"));
        return registeredBefore(login);
    }

    private String begin(Cookie session, String inTheNameOf) throws Exception {
        var start = page(get("/apply/" + ITEM).cookie(session));
        var as =
                firstMatch(
                        start,
                        "(?s)name=\"as\" value=\"([^\"]+)\"(?:(?!name=\"as\").)*" + inTheNameOf);
        var begun = answer(post("/apply/" + ITEM).with(csrf()).cookie(session).param("as", as));
        assertThat(begun.getStatus()).as(text(begun)).isEqualTo(303);
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    private CaseFile sent(String draft, Cookie session) throws Exception {
        answer(
                post(draft + "/form/1")
                        .with(csrf())
                        .cookie(session)
                        .param("f.childName", "某小宝")
                        .param("f.childSex", "male")
                        .param("f.bornOn", "2026-01-02")
                        .param("f.birthCertificateNo", "V520000001"));
        answer(
                post(draft + "/form/2")
                        .with(csrf())
                        .cookie(session)
                        .param("f.motherName", "某母")
                        .param("f.mobile", "13800005002")
                        .param("f.residence", "三合街道凤凰社区3号"));
        upload(draft + "/materials/birth-certificate", session);
        var sent = answer(sending(draft, session));
        assertThat(sent.getStatus()).as(text(sent)).isEqualTo(303);
        return casework.find(id(draft)).orElseThrow();
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getStatus();
    }
}
