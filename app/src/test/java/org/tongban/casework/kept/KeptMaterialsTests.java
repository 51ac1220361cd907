package org.tongban.casework.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.KEPT_MATERIAL;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casework;
import org.tongban.casework.line.CaseLine;
import org.tongban.certificates.BrowsedHouse;
import org.tongban.certificates.TurnableClock;

/** What was handed in once is offered again: to whom, how far it is good, until when. */
@Tag("D3")
class KeptMaterialsTests extends BrowsedHouse {

    private static final String ITEM = "vaccination-book";
    private static final String MATERIAL = "birth-certificate";

    /** What a clerk types. */
    private static final Map<String, String> TYPED =
            Map.ofEntries(
                    Map.entry("a.name", "白某雪"),
                    Map.entry("a.number", "990101200104110464"),
                    Map.entry("a.mobile", "13800003802"),
                    Map.entry("a.address", "三都水族自治县都江镇滨江社区12号"),
                    Map.entry("f.childName", "某小雪"),
                    Map.entry("f.childSex", "female"),
                    Map.entry("f.bornOn", "2026-01-02"),
                    Map.entry("f.birthCertificateNo", "V520000001"),
                    Map.entry("f.motherName", "某母"),
                    Map.entry("f.mobile", "13800005002"),
                    Map.entry("f.residence", "三合街道凤凰社区3号"),
                    Map.entry("delivery", "WINDOW"));

    private static final String AGENT = "990101197609170281";

    @Autowired private KeepSubmitted keep;
    @Autowired private Casework casework;
    @Autowired private DSLContext db;
    @Autowired private TurnableClock clock;

    @SuppressWarnings("NullAway.Init") // Signed in before each test.
    private Cookie holder;

    @BeforeEach
    void nothingIsKept() throws Exception {
        clock.turn(Duration.ZERO);
        db.deleteFrom(KEPT_MATERIAL).execute();
        holder = signedIn("baixue");
    }

    @Test
    void whatWasHandedInIsOfferedAgainAndUsedWhenTheApplicantSaysSo() throws Exception {
        var empty = page(get("/my/materials").cookie(holder));
        handedIn(holder);

        var draft = begin(holder, "self");
        var offered = page(get(draft + "/materials").cookie(holder));
        var taken = answer(post(again(offered)).with(csrf()).cookie(holder));
        var after = page(get(draft + "/materials").cookie(holder));
        fill(draft, holder);
        var sent = answer(sending(draft, holder));
        var clerk = signedIn("/staff/sign-in", "supervisor1");
        var sheet = page(get("/staff/cases/" + id(draft)).cookie(clerk));

        assertThat(empty).contains("还没有材料");
        assertThat(offered).contains("您交过：照片.png", "C 级：还没有与原件核对", "用这一份");
        assertThat(taken.getStatus()).isEqualTo(303);
        assertThat(after).contains("照片.png").doesNotContain("您交过");
        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(sheet).contains("来自申请人的材料库，C 级");
        assertThat(page(get(one(holder)).cookie(holder))).contains("办理“预防接种证", "白某雪");
    }

    @Test
    void itsHolderNamesItDatesItAndDeletesItAndNothingExpiredIsOffered() throws Exception {
        handedIn(holder);
        var one = one(holder);

        var wrong = answer(describing(one, " ", "三月底"));
        var until = LocalDate.now(clock).plusDays(3).toString();
        var described = answer(describing(one, "小雪的出生证", until));
        var draft = begin(holder, "self");
        var now = page(get(draft + "/materials").cookie(holder));
        var address = again(now);
        clock.turn(Duration.ofDays(4));
        holder = signedIn("baixue");
        var later = page(get(draft + "/materials").cookie(holder));
        var late = answer(post(address).with(csrf()).cookie(holder));
        clock.turn(Duration.ZERO);
        holder = signedIn("baixue");
        var deleted = answer(post(one + "/delete").with(csrf()).cookie(holder));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("请写一个您认得出来的名称", "请填写一个日期", "value=\"三月底\"", "href=\"#until\"");
        assertThat(described.getStatus()).isEqualTo(302);
        assertThat(now).contains("小雪的出生证");
        assertThat(later).doesNotContain("小雪的出生证");
        assertThat(late.getStatus()).isEqualTo(422);
        assertThat(text(late)).contains("这份材料已经不能用了", "href=\"#u-" + MATERIAL + "\"");
        assertThat(deleted.getStatus()).isEqualTo(302);
        assertThat(page(get("/my/materials").cookie(holder))).contains("还没有材料");
        assertThat(answer(get(one).cookie(holder)).getStatus()).isEqualTo(404);
    }

    @Test
    void whatTheOfficeSaidIsWrongIsForgotten() throws Exception {
        var caseId = handedIn(holder);

        keep.follow(
                line(
                        caseId,
                        new CaseEvent.CorrectionsTold(
                                List.of(new Act.Correction(MATERIAL, "出生医学证明", "看不清")),
                                LocalDate.now(clock))));

        assertThat(page(get("/my/materials").cookie(holder))).contains("还没有材料");
    }

    @Test
    @Tag("D1")
    void anAgentIsOfferedItByMandateAndTheHolderReadsThatAndAStrangerIsNot() throws Exception {
        handedIn(holder);
        var one = one(holder);
        var agent = signedIn("wuzhen");
        var stranger = signedIn("zhanghong");
        var own = page(get(begin(agent, "self") + "/materials").cookie(agent));
        var mandate = given(AGENT);

        var draft = begin(agent, "person:");
        var offered = page(get(draft + "/materials").cookie(agent));
        answer(post(again(offered)).with(csrf()).cookie(agent));
        var strangers = begin(stranger, "self");
        var stolen =
                answer(
                        post(strangers + "/materials/" + MATERIAL + "/again/" + id(one))
                                .with(csrf())
                                .cookie(stranger));
        answer(post(mandate + "/end").with(csrf()).cookie(holder));

        assertThat(own).doesNotContain("您交过");
        assertThat(offered).contains("您交过：照片.png");
        assertThat(page(get("/my/materials").cookie(agent))).contains("还没有材料");
        assertThat(stolen.getStatus()).isEqualTo(422);
        assertThat(answer(get(one).cookie(stranger)).getStatus()).isEqualTo(404);
        assertThat(answer(get(one + "/file").cookie(stranger)).getStatus()).isEqualTo(404);
        assertThat(page(get("/my/looks").cookie(holder)))
                .contains("吴某珍", "出生医学证明 · 列出以前交过的材料", "出生医学证明 · 使用以前交过的材料");
        assertThat(page(get(strangers + "/materials").cookie(stranger))).doesNotContain("您交过");
    }

    @Test
    @Tag("B2")
    void whatAWindowComparesWithTheOriginalNeedNotBeSeenAgain() throws Exception {
        handedIn(holder);
        var clerk = signedIn("/staff/sign-in", "counter1");
        var first = window(clerk);
        answer(filling(first, clerk, "save"));
        var uncompared = page(get(first).cookie(clerk));
        var taken = answer(filling(first, clerk, act(uncompared)));
        answer(filling(first, clerk, "send").param("paper", MATERIAL));
        assertThat(casework.find(id(first))).isPresent();
        keep.follow(line(id(first), new CaseEvent.PapersBrought(List.of(), List.of(), 1)));

        var second = window(clerk);
        answer(filling(second, clerk, "save"));
        var compared = page(get(second).cookie(clerk));
        var gone = answer(filling(second, clerk, "again:" + MATERIAL + ":" + UUID.randomUUID()));
        var forged = answer(filling(second, clerk, "again:nothing"));

        assertThat(uncompared).contains("您交过：照片.png", "C 级");
        assertThat(text(taken)).contains("照片.png").doesNotContain("您交过");
        assertThat(compared).contains("B 级：", "与原件核对过，可以直接使用");
        assertThat(text(gone)).contains("这份材料已经不能用了");
        assertThat(text(forged)).contains("这份材料已经不能用了");
        assertThat(page(get("/my/looks").cookie(holder))).contains("使用以前交过的材料");
        assertThat(page(get("/my/materials").cookie(holder))).contains("B 级");
    }

    private static String act(String page) {
        return firstMatch(page, "value=\"(again:[^\"]+)\"");
    }

    @Test
    @Tag("H4")
    void namesOfFilesAreEncryptedAtRest() throws Exception {
        handedIn(holder);

        var stored = db.select(KEPT_MATERIAL.TITLE).from(KEPT_MATERIAL).fetchSingle().value1();

        assertThat(new String(stored, StandardCharsets.UTF_8)).doesNotContain("照片");
    }

    private UUID handedIn(Cookie session) throws Exception {
        var draft = begin(session, "self");
        fill(draft, session);
        upload(draft + "/materials/" + MATERIAL, session);
        var sent = answer(sending(draft, session));
        assertThat(sent.getStatus()).as(text(sent)).isEqualTo(303);
        keep.follow(line(id(draft), new CaseEvent.PapersBrought(List.of(), List.of(), 1)));
        return id(draft);
    }

    private CaseLine line(UUID caseId, CaseEvent event) {
        return new CaseLine(caseId, 1, clock.instant(), "", event);
    }

    private String begin(Cookie session, String as) throws Exception {
        var start = page(get("/apply/" + ITEM).cookie(session));
        var choice = firstMatch(start, "name=\"as\" value=\"(" + as + "[^\"]*)\"");
        var begun = answer(post("/apply/" + ITEM).with(csrf()).cookie(session).param("as", choice));
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    private void fill(String draft, Cookie session) throws Exception {
        answer(
                post(draft + "/form/1")
                        .with(csrf())
                        .cookie(session)
                        .param("f.childName", "某小雪")
                        .param("f.childSex", "female")
                        .param("f.bornOn", "2026-01-02")
                        .param("f.birthCertificateNo", "V520000001"));
        answer(
                post(draft + "/form/2")
                        .with(csrf())
                        .cookie(session)
                        .param("f.motherName", "某母")
                        .param("f.mobile", "13800005002")
                        .param("f.residence", "三合街道凤凰社区3号"));
    }

    private static String again(String page) {
        return firstMatch(page, "action=\"([^\"]+/again/[0-9a-f-]{36})\"");
    }

    private String one(Cookie session) throws Exception {
        return firstMatch(
                page(get("/my/materials").cookie(session)), "(/my/materials/[0-9a-f-]{36})");
    }

    private MockHttpServletRequestBuilder describing(String one, String title, String until) {
        return post(one).with(csrf()).cookie(holder).param("title", title).param("until", until);
    }

    private String given(String number) throws Exception {
        var given =
                answer(
                        post("/my/mandates/new")
                                .with(csrf())
                                .cookie(holder)
                                .param("giver", "self")
                                .param("name", "吴某珍")
                                .param("number", number)
                                .param("scope", "item")
                                .param("item", ITEM)
                                .param("until", LocalDate.now(clock).plusMonths(6).toString()));
        var address = Objects.requireNonNull(given.getHeader("Location"), text(given));
        return address.substring(0, address.indexOf('?'));
    }

    private String window(Cookie clerk) throws Exception {
        var begun =
                answer(
                        post("/staff/desk/new")
                                .with(csrf())
                                .cookie(clerk)
                                .param("item", ITEM)
                                .param("a.kind", "PERSON"));
        return Objects.requireNonNull(begun.getRedirectedUrl(), text(begun));
    }

    private static MockHttpServletRequestBuilder filling(String draft, Cookie clerk, String act) {
        var form = post(draft).with(csrf()).cookie(clerk).param("act", act);
        TYPED.forEach(form::param);
        return form;
    }
}
