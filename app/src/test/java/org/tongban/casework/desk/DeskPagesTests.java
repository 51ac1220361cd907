package org.tongban.casework.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.Pledge;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.database.RowIds;
import org.tongban.pack.PackImport;
import org.tongban.pack.SanduInForce;

@SpringBootTest
@AutoConfigureMockMvc
@Tag("B2")
class DeskPagesTests {

    private static final String PASSWORD = "tongban-2026";
    private static final String ALLOWANCE = "minimum-living-allowance";
    private static final String RENEWAL = "food-business-renewal";
    private static final String MARRIAGE = "marriage-registration";

    @Autowired private MockMvc browser;
    @Autowired private PackImport packs;
    @Autowired private DSLContext db;
    @Autowired private Casework casework;
    @Autowired private RowIds ids;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws IOException {
        SanduInForce.in(packs, db);
    }

    @Test
    void anAnswerOnAnOldPageIsToldWhoWasFasterAndKeepsEveryTick() throws Exception {
        var caseId = submitted(ALLOWANCE);
        perform(caseId, new Act.Accept());

        var late =
                answer(
                        acting(caseId, signedIn("counter1"), 1, "tell")
                                .param("m.identity", "wrong")
                                .param("r.identity", "背面没有拍")
                                .param("formRemark", "联系电话少一位"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late))
                .contains("潘某明已经先办：“已受理”", "您刚才填写的内容")
                .contains("不符，背面没有拍", "表单需要改正的地方：联系电话少一位");
    }

    @Test
    void anUncheckedAnswerOnAnOldPageIsNotSentToTickBoxesThatAreGone() throws Exception {
        var caseId = submitted(ALLOWANCE);
        perform(caseId, new Act.Accept());

        var late = answer(acting(caseId, signedIn("counter1"), 1, "accept"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("潘某明已经先办：“已受理”").doesNotContain("还没有核对");
    }

    @Test
    void aBrowserIsSentToAnAddressOfTheFormThatCameBack() throws Exception {
        var caseId = submitted(ALLOWANCE);
        var clerk = signedIn("counter1");

        var sent =
                answer(
                        acting(caseId, clerk, 1, "accept")
                                .param("formRemark", "联系电话少一位")
                                .header("Accept", "text/html,application/xhtml+xml"));
        var address = Objects.requireNonNull(sent.getHeader("Location"));
        var again = answer(get(address).cookie(clerk));
        var stranger = answer(get(address).cookie(signedIn("counter2")));

        assertThat(sent.getStatus()).isEqualTo(303);
        assertThat(address).startsWith("/staff/desk/" + caseId + "?answered=");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(text(again)).contains("还没有核对", "联系电话少一位");
        assertThat(again.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(stranger.getStatus()).isEqualTo(200);
        assertThat(text(stranger)).doesNotContain("联系电话少一位");
    }

    @Test
    void onlyTheLastFewPagesOfASessionAreKept() throws Exception {
        var caseId = submitted(ALLOWANCE);
        var clerk = signedIn("counter1");
        var first = failing(caseId, clerk);
        for (var more = 0; more < 6; more++) failing(caseId, clerk);

        assertThat(answer(get(first).cookie(clerk)).getStatus()).isEqualTo(200);
        assertThat(answer(get(failing(caseId, clerk)).cookie(clerk)).getStatus()).isEqualTo(422);
    }

    @Test
    void whatWasToldHasToComeAsAScanOrOnPaper() throws Exception {
        var caseId = submitted(ALLOWANCE);
        var material = told(caseId);
        var clerk = signedIn("counter1");
        var page = text(answer(get("/staff/desk/" + caseId).cookie(clerk)));

        var nothing = supply(caseId, clerk, "说好明天补", "");
        var paper = supply(caseId, clerk, "", material);

        assertThat(label(page, "u." + material)).doesNotContain("选填");
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(text(nothing)).contains("还没有收到补正后的", "href=\"#u." + material + "\"", "说好明天补");
        assertThat(paper.getStatus()).isEqualTo(302);
        assertThat(text(answer(get("/staff/desk/" + caseId).cookie(clerk)))).contains("窗口已收纸质原件");
    }

    @Test
    void correctionsAtTheWindowThatComeTooLateKeepTheClerksWords() throws Exception {
        var caseId = submitted(ALLOWANCE);
        var material = told(caseId);
        casework.perform(
                caseId,
                OptionalInt.empty(),
                UUID.randomUUID(),
                new Act.Withdraw("不办了"),
                Actor.applicant("someone", "吴某珍"));

        var late = supply(caseId, signedIn("counter1"), "原件已经核对", material);

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("吴某珍已经先办", "补正情况：原件已经核对");
    }

    @Test
    @Tag("B3")
    void aClerkWhoAlsoDecidesSettlesAnItemAtOnceAndPrintsTheResult() throws Exception {
        var caseId = submitted(MARRIAGE);
        perform(caseId, new Act.Accept());
        var registrar = signedIn("civilaffairs3");
        var desk = text(answer(get("/staff/desk/" + caseId).cookie(registrar)));

        var decided =
                answer(
                        post("/staff/desk/" + caseId + "/decision")
                                .cookie(registrar)
                                .with(csrf())
                                .param("version", "2")
                                .param("actId", UUID.randomUUID().toString())
                                .param("taskNo", "1")
                                .param("opinion", "双方到场"));

        assertThat(desk).contains("当场办结", "准予并打印结果");
        assertThat(decided.getStatus()).isEqualTo(302);
        var done = Objects.requireNonNull(decided.getRedirectedUrl());
        assertThat(text(answer(get(done).cookie(registrar))))
                .contains("已经当场办结", "/papers/3")
                .doesNotContain("准予并打印结果");
    }

    @Test
    @Tag("B3")
    void aClerkWhoDoesNotDecideSeesWhereItWent() throws Exception {
        var caseId = submitted(MARRIAGE);
        perform(caseId, new Act.Accept());

        var desk = text(answer(get("/staff/desk/" + caseId).cookie(signedIn("counter1"))));

        assertThat(desk).contains("登记发证：已经转到", "审批岗").doesNotContain("准予并打印结果");
    }

    @Test
    void aRegionIsShownByItsNameWithTheCountyItLiesIn() throws Exception {
        var caseId = submitted(ALLOWANCE);

        var page = text(answer(get("/staff/desk/" + caseId).cookie(signedIn("counter1"))));

        assertThat(page).contains("三都水族自治县中和镇").doesNotContain("522732114000");
    }

    @Test
    void aClerkPicksARegionAndAForeignOneIsRefusedAtItsBox() throws Exception {
        var clerk = signedIn("counter1");
        var begun =
                answer(post("/staff/desk/new").cookie(clerk).with(csrf()).param("item", ALLOWANCE));
        var address = Objects.requireNonNull(begun.getRedirectedUrl());

        var foreign =
                text(
                        answer(
                                multipart(address)
                                        .param("act", "send")
                                        .param("f.town", "110000000000")
                                        .cookie(clerk)
                                        .with(csrf())));
        answer(
                multipart(address)
                        .param("act", "save")
                        .param("f.town", "中和镇")
                        .cookie(clerk)
                        .with(csrf()));

        assertThat(foreign).contains("没有找到这个地方", "<optgroup label=\"中和镇\">");
        assertThat(text(answer(get(address).cookie(clerk))))
                .contains("<option value=\"522732114000\" selected>中和镇</option>");
    }

    @Test
    @Tag("B5")
    void aPaperThatWasNotBroughtIsPromisedAtTheWindowWhereTheItemAdmitsIt() throws Exception {
        var clerk = signedIn("counter1");
        var begun =
                answer(post("/staff/desk/new").cookie(clerk).with(csrf()).param("item", RENEWAL));
        var address = Objects.requireNonNull(begun.getRedirectedUrl());
        var drawn = text(answer(renewal(address, "save", clerk)));

        var without = answer(renewal(address, "send", clerk));
        var unlike =
                answer(
                        renewal(address, "send", clerk)
                                .param("instead.same-conditions", "PAPER_FOLLOWS")
                                .param("instead.health-certificates", "FACT_VOUCHED"));
        var promised =
                answer(
                        renewal(address, "send", clerk)
                                .param("instead.health-certificates", "PAPER_FOLLOWS"));

        assertThat(drawn)
                .contains("instead.health-certificates")
                .doesNotContain("instead.same-conditions");
        assertThat(without.getStatus()).isEqualTo(422);
        assertThat(text(without)).contains("href=\"#u.health-certificates\"");
        assertThat(unlike.getStatus()).as("neither is admitted").isEqualTo(422);
        assertThat(promised.getStatus()).as(text(promised)).isEqualTo(302);
        var caseId = UUID.fromString(address.replaceAll(".*/", ""));
        assertThat(casework.find(caseId).orElseThrow().pledge("health-certificates"))
                .hasValueSatisfying(
                        pledge -> {
                            assertThat(pledge.state()).isEqualTo(Pledge.State.OFFERED);
                            assertThat(pledge.text()).contains("从业人员健康证明");
                        });
    }

    /** All that a renewal asks for but the health certificates. */
    private static MockMultipartHttpServletRequestBuilder renewal(
            String address, String act, Cookie clerk) {
        var form = multipart(address);
        Map.ofEntries(
                        Map.entry("a.kind", "FIRM"),
                        Map.entry("a.name", "水乡人家餐饮店"),
                        Map.entry("a.number", "92990101MA99010126"),
                        Map.entry("a.contact", "潘某忠"),
                        Map.entry("a.mobile", "13800003247"),
                        Map.entry("a.address", "三都水族自治县三合街道都柳江社区28号"),
                        Map.entry("q.changed", "same"),
                        Map.entry("f.licenceNo", "JY25227320000001"),
                        Map.entry("f.expiresOn", "2027-01-31"),
                        Map.entry("f.businessName", "水乡人家餐饮店"),
                        Map.entry("f.creditCode", "92990101MA99010126"),
                        Map.entry("f.premises", "三都水族自治县三合街道都柳江社区28号"),
                        Map.entry("f.representative", "潘某忠"),
                        Map.entry("f.mobile", "13800003247"),
                        Map.entry("f.mainType", "catering"),
                        Map.entry("f.projects", "hot"),
                        Map.entry("delivery", "ELECTRONIC"),
                        Map.entry("act", act))
                .forEach(form::param);
        form.param("paper", "licence", "same-conditions");
        form.cookie(clerk).with(csrf());
        return form;
    }

    @Test
    void aColleagueWhoTurnedToAnotherPageIsNotSaidToBeHere() throws Exception {
        var caseId = submitted(ALLOWANCE);
        var first = signedIn("counter1");
        var second = signedIn("counter2");
        answer(get("/staff/desk/" + caseId).cookie(first));
        var together = text(answer(get("/staff/desk/" + caseId).cookie(second)));

        answer(get("/staff/desk").cookie(first));
        var alone = text(answer(get("/staff/desk/" + caseId).cookie(second)));

        assertThat(together).contains("石某燕也");
        assertThat(alone).doesNotContain("石某燕也");
    }

    private String failing(UUID caseId, Cookie clerk) throws Exception {
        var sent = answer(acting(caseId, clerk, 1, "accept").header("Accept", "text/html"));
        return Objects.requireNonNull(sent.getHeader("Location"));
    }

    private MockHttpServletResponse supply(UUID caseId, Cookie clerk, String note, String onPaper)
            throws Exception {
        var form =
                multipart("/staff/desk/" + caseId + "/supply")
                        .param("version", "2")
                        .param("actId", UUID.randomUUID().toString())
                        .param("note", note);
        if (!onPaper.isEmpty()) form.param("paper", onPaper);
        return answer(form.cookie(clerk).with(csrf()));
    }

    /** Tells the first material and gives its key. */
    private String told(UUID caseId) {
        perform(
                caseId,
                new Act.TellCorrections(List.of(new Act.Correction("identity", "身份证", "背面没有拍"))));
        return "identity";
    }

    private void perform(UUID caseId, Act act) {
        var clerk =
                new Actor(
                        Actor.Kind.STAFF,
                        "another",
                        "潘某明",
                        Set.of(Right.ACCEPT),
                        Set.of(),
                        Optional.empty());
        assertThat(casework.perform(caseId, OptionalInt.empty(), UUID.randomUUID(), act, clerk))
                .isInstanceOf(Performed.Done.class);
    }

    private UUID submitted(String item) {
        var id = ids.next();
        var applicant =
                new Applicant(
                        Applicant.Kind.PERSON,
                        "吴某珍",
                        "990101197609170281",
                        "吴某珍",
                        "13800003469",
                        "三都水族自治县中和镇");
        casework.submit(
                new Submission(
                        id,
                        item,
                        1,
                        Channel.ONLINE,
                        new PrivatePart(applicant, Map.of(), Map.of("town", "522732114000")),
                        Act.DeliveryWay.WINDOW,
                        Set.of("review", "decide"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("someone", "吴某珍"));
        return id;
    }

    private static MockHttpServletRequestBuilder acting(
            UUID caseId, Cookie session, int version, String act) {
        return post("/staff/desk/" + caseId)
                .cookie(session)
                .with(csrf())
                .param("version", "" + version)
                .param("actId", UUID.randomUUID().toString())
                .param("act", act);
    }

    /** The label of a box. */
    private static String label(String page, String id) {
        var from = page.indexOf("for=\"" + id + "\"");
        assertThat(from).as(id).isNotNegative();
        return page.substring(from, page.indexOf("</label>", from));
    }

    private Cookie signedIn(String login) throws Exception {
        var answer =
                answer(
                        post("/staff/sign-in")
                                .with(csrf())
                                .param("login", login)
                                .param("password", PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
