package org.tongban.casework.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.database.RowIds;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.DirectoryImport;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.Region;

@SpringBootTest
@AutoConfigureMockMvc
@Tag("B2")
@Tag("G1")
class StaffPagesTests {

    private static final String PASSWORD = "tongban-2026";

    @Autowired private MockMvc browser;
    @Autowired private Directory directory;
    @Autowired private PublishItem publish;
    @Autowired private Casework casework;
    @Autowired private RowIds ids;
    @Autowired private DSLContext db;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void aCounty() {
        directory.replaceWith(county(), Optional.of(PASSWORD));
        publish.publish(
                ItemJson.of(item("food", "市场食品许可", "market")),
                1,
                Terms.from(LocalDate.EPOCH, Terms.Cause.PACK));
        publish.publish(
                ItemJson.of(item("clinic", "诊所许可", "health")),
                1,
                Terms.from(LocalDate.EPOCH, Terms.Cause.PACK));
    }

    @Test
    void aReviewerOfAnotherAgencyFindsNoSuchCaseAndCannotActOnIt() throws Exception {
        var clinic = accepted("clinic");
        var market = signedIn("market1");

        assertThat(answer(get("/staff/cases/" + clinic).cookie(market)).getStatus()).isEqualTo(404);
        assertThat(answer(passing(clinic, market, 2, UUID.randomUUID())).getStatus())
                .isEqualTo(404);
        assertThat(page(get("/staff/todo").cookie(market))).doesNotContain(clinic.toString());
    }

    @Test
    void aReviewerPassesAStepAndAReplayDoesNothingMore() throws Exception {
        var food = accepted("food");
        var market = signedIn("market1");
        var actId = UUID.randomUUID();
        assertThat(page(get("/staff/todo").cookie(market))).contains(food.toString(), "吴某珍");
        assertThat(page(get("/staff/cases/" + food).cookie(market)))
                .contains("审查意见", "990101********0281")
                .doesNotContain("990101197609170281");

        var first = answer(passing(food, market, 2, actId));
        var again = answer(passing(food, market, 2, actId));

        assertThat(first.getStatus()).isEqualTo(302);
        assertThat(again.getStatus()).isEqualTo(302);
        assertThat(casework.find(food).orElseThrow().version()).isEqualTo(3);
        assertThat(page(get("/staff/done").cookie(market))).contains(food.toString());
    }

    @Test
    void anActOnAnOldVersionIsRefusedAndKeepsWhatWasTyped() throws Exception {
        var food = accepted("food");
        var decider = signedIn("market2");
        answer(passing(food, signedIn("market1"), 2, UUID.randomUUID()));

        var stale =
                answer(
                        post("/staff/cases/" + food)
                                .cookie(decider)
                                .with(csrf())
                                .param("version", "2")
                                .param("actId", UUID.randomUUID().toString())
                                .param("taskNo", "2")
                                .param("act", "refuse")
                                .param("facts", "现场没有洗手池")
                                .param("reasons", "不符合条件")
                                .param("articles", "第三十八条"));

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString(StandardCharsets.UTF_8))
                .contains("现场没有洗手池", "您打开以后，办件有了新的变化", "材料齐全");
    }

    @Test
    void aReviewWithoutAnOpinionSaysSoAtTheBox() throws Exception {
        var food = accepted("food");
        var blank =
                answer(
                        acting(food, signedIn("market1"), 2, UUID.randomUUID())
                                .param("act", "pass"));

        assertThat(blank.getStatus()).isEqualTo(422);
        assertThat(blank.getContentAsString(StandardCharsets.UTF_8))
                .contains("id=\"opinion-error\"", "href=\"#opinion\"");
    }

    @Test
    @Tag("B6")
    void anotherOfficeIsAskedAnswersFromItsWorklistAndTheStepGoesOn() throws Exception {
        var food = accepted("food");
        var market = signedIn("market1");
        var health = signedIn("health1");
        assertThat(answer(get("/staff/cases/" + food).cookie(health)).getStatus()).isEqualTo(404);

        var wordless = answer(asking(food, market, 2, ""));
        var asked = answer(asking(food, market, 2, "请核对卫生条件"));
        var early = answer(passing(food, market, 3, UUID.randomUUID()));

        assertThat(wordless.getStatus()).isEqualTo(422);
        assertThat(wordless.getContentAsString(StandardCharsets.UTF_8))
                .contains("href=\"#question\"");
        assertThat(asked.getStatus()).isEqualTo(302);
        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(page(get("/staff/todo").cookie(health))).contains(food.toString());
        assertThat(page(get("/staff/cases/" + food).cookie(health))).contains("请核对卫生条件", "答复意见");

        var answered =
                answer(
                        post("/staff/cases/" + food)
                                .cookie(health)
                                .with(csrf())
                                .param("version", "3")
                                .param("actId", UUID.randomUUID().toString())
                                .param("taskNo", "2")
                                .param("act", "answer")
                                .param("agrees", "yes")
                                .param("answerOpinion", "卫生条件符合要求"));
        assertThat(answered.getStatus()).isEqualTo(302);
        assertThat(answer(passing(food, market, 4, UUID.randomUUID())).getStatus()).isEqualTo(302);
        assertThat(page(get("/staff/cases/" + food).cookie(market))).contains("卫生条件符合要求");
    }

    private AbstractMockHttpServletRequestBuilder<?> asking(
            UUID caseId, Cookie session, int version, String question) {
        return acting(caseId, session, version, UUID.randomUUID())
                .param("act", "consult")
                .param("consultForm", "OPINION")
                .param("post1", "health-review")
                .param("question", question)
                .param("days", "1");
    }

    @Test
    void theWorklistTurnsItsPagesInOrderWithoutLosingATask() throws Exception {
        IntStream.range(0, 35).forEach(_ -> accepted("clinic"));
        var health = signedIn("health1");

        var first = page(get("/staff/todo").cookie(health));
        var next = link(first, "rel=\"next\" href=\"([^\"]+)\"");
        var second = page(get(next.replace("&amp;", "&")).cookie(health));

        assertThat(cases(first)).hasSize(30);
        assertThat(cases(second))
                .hasSizeGreaterThanOrEqualTo(5)
                .doesNotContainAnyElementsOf(cases(first));
    }

    @Test
    void theWorklistIsReadFromItsIndex() {
        db.transaction(
                work -> {
                    var tx = work.dsl();
                    // The table of a test is too small for an index to pay; its use is asked for.
                    tx.execute("SET LOCAL enable_seqscan = off");
                    tx.execute("SET LOCAL enable_sort = off");
                    tx.execute("SET LOCAL enable_bitmapscan = off");
                    assertThat(
                                    tx.resultQuery(
                                                    """
                                                    EXPLAIN SELECT due_on, case_id, task_no
                                                    FROM case_task
                                                    WHERE post_key = 'market-review'
                                                    AND state = 'open'
                                                    AND (due_on, case_id, task_no) >
                                                    ('2026-01-01', '00000000-0000-0000-0000-000000000000', 1)
                                                    ORDER BY due_on, case_id, task_no LIMIT 31
                                                    """)
                                            .fetch()
                                            .format())
                            .contains("case_task_todo")
                            .doesNotContain("Sort");
                });
    }

    @Test
    void aClerkIsToldWhatIsUncheckedTellsCorrectionsOnceAndAccepts() throws Exception {
        var food = submitted("food");
        var clerk = signedIn("counter1");
        assertThat(page(get("/staff/desk").cookie(clerk))).contains(food.toString());
        assertThat(page(get("/staff/desk?q=990101197609170281").cookie(clerk)))
                .contains(food.toString());
        assertThat(page(get("/staff/desk/" + food).cookie(clerk))).contains("材料核对", "平面图");

        var unchecked = answer(desk(food, clerk, "accept"));
        var preview =
                answer(
                        desk(food, clerk, "preview")
                                .param("m.plan", "wrong")
                                .param("r.plan", "没有标出后厨"));
        var accepted = answer(desk(food, clerk, "accept").param("m.plan", "ok"));

        assertThat(unchecked.getStatus()).isEqualTo(422);
        assertThat(unchecked.getContentAsString(StandardCharsets.UTF_8)).contains("还没有核对");
        assertThat(preview.getContentAsString(StandardCharsets.UTF_8))
                .contains("补正告知书预览", "没有标出后厨");
        assertThat(accepted.getStatus()).isEqualTo(302);
        var done = page(get("/staff/desk/" + food + "?done=accept").cookie(clerk));
        assertThat(done).contains("已经受理", "受理通知书");
        assertThat(page(get("/staff/cases/" + food + "/papers/2").cookie(clerk)))
                .contains("予以受理", "某县市场监督管理局", "吴某珍：");
    }

    @Test
    void anApplicationAtTheWindowIsSavedCheckedAndSent() throws Exception {
        var clerk = signedIn("counter1");
        assertThat(page(get("/staff/desk/new?q=食品").cookie(clerk))).contains("市场食品许可");
        var begun =
                answer(post("/staff/desk/new").cookie(clerk).with(csrf()).param("item", "food"));
        var address = Objects.requireNonNull(begun.getRedirectedUrl());
        assertThat(page(get(address).cookie(clerk))).contains("店名", "已收纸质原件");

        var wrong = answer(window(address, clerk, "990101197609170280"));
        var sent =
                answer(
                        window(address, clerk, "990101197609170281")
                                .param("f.shop", "云上小馆")
                                .param("paper", "plan"));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("最后一位对不上", "还没有收到", "990101197609170280");
        assertThat(sent.getStatus())
                .as(sent.getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(302);
        assertThat(page(get(Objects.requireNonNull(sent.getRedirectedUrl())).cookie(clerk)))
                .contains("云上小馆", "窗口已收纸质原件", "已经收件");
    }

    @Test
    void aSupervisorSeesTheListOfWhatIsLateAndAClerkDoesNot() throws Exception {
        accepted("food");

        assertThat(page(get("/staff/late").cookie(signedIn("boss")))).contains("超期和将到期");
        assertThat(answer(get("/staff/late").cookie(signedIn("counter1"))).getStatus())
                .isEqualTo(403);
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
                        "某县某镇某村三组 5 号");
        casework.submit(
                new Submission(
                        id,
                        item,
                        1,
                        Channel.ONLINE,
                        new PrivatePart(applicant, Map.of(), Map.of("shop", "云上小馆")),
                        Act.DeliveryWay.WINDOW,
                        Set.of("review", "decide"),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("someone", "吴某珍"));
        return id;
    }

    private UUID accepted(String item) {
        var id = submitted(item);
        var clerk =
                new Actor(
                        Actor.Kind.STAFF,
                        "c",
                        "窗口",
                        Set.of(Right.ACCEPT),
                        Set.of(),
                        Optional.empty());
        var done =
                casework.perform(
                        id, OptionalInt.empty(), UUID.randomUUID(), new Act.Accept(), clerk);
        assertThat(done).isInstanceOf(Performed.Done.class);
        return id;
    }

    private AbstractMockHttpServletRequestBuilder<?> passing(
            UUID caseId, Cookie session, int version, UUID actId) {
        return acting(caseId, session, version, actId)
                .param("act", "pass")
                .param("opinion", "材料齐全");
    }

    private AbstractMockHttpServletRequestBuilder<?> acting(
            UUID caseId, Cookie session, int version, UUID actId) {
        return post("/staff/cases/" + caseId)
                .cookie(session)
                .with(csrf())
                .param("version", "" + version)
                .param("actId", actId.toString())
                .param("taskNo", "1");
    }

    private AbstractMockHttpServletRequestBuilder<?> desk(UUID caseId, Cookie session, String act) {
        return post("/staff/desk/" + caseId)
                .cookie(session)
                .with(csrf())
                .param("version", "1")
                .param("actId", UUID.randomUUID().toString())
                .param("act", act);
    }

    private AbstractMockHttpServletRequestBuilder<?> window(
            String address, Cookie session, String number) {
        return post(address)
                .cookie(session)
                .with(csrf())
                .param("act", "send")
                .param("a.kind", "PERSON")
                .param("a.name", "吴某珍")
                .param("a.number", number)
                .param("a.mobile", "138 0000 3469")
                .param("a.address", "某县某镇");
    }

    private static String link(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static List<String> cases(String page) {
        return Pattern.compile("/staff/cases/([0-9a-f-]{36})")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
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

    private String page(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static Map<String, Object> item(String key, String name, String agency) {
        var limit = Map.of("days", 5, "unit", "working");
        var item = new HashMap<String, Object>();
        item.put("key", key);
        item.put("agency", agency);
        item.put("name", name);
        item.put("summary", "开店要先办这个。");
        item.put("alsoCalled", List.of());
        item.put("type", "01");
        item.put("catalogCode", "520131012003");
        item.put("level", 4);
        item.put("audience", List.of("person", "firm"));
        item.put("themes", List.of("准营准办"));
        item.put("caseKind", "promised");
        item.put("legalBasis", List.of());
        item.put(
                "limits",
                Map.of(
                        "statutory",
                        Map.of("days", 20, "unit", "working", "basis", "许可法"),
                        "promised",
                        limit));
        item.put("visits", 0);
        item.put("visitReason", "无");
        item.put("onlineDepth", "full");
        item.put("tolerant", false);
        item.put("fee", List.of());
        item.put("conditions", List.of());
        item.put("questions", List.of());
        item.put(
                "form",
                List.of(
                        Map.of(
                                "page",
                                "店",
                                "fields",
                                List.of(
                                        Map.of(
                                                "key",
                                                "shop",
                                                "label",
                                                "店名",
                                                "type",
                                                "text",
                                                "required",
                                                true,
                                                "choices",
                                                List.of())))));
        item.put(
                "materials",
                List.of(
                        Map.of(
                                "key",
                                "plan",
                                "name",
                                "平面图",
                                "necessity",
                                "required",
                                "tolerated",
                                false,
                                "source",
                                "self",
                                "form",
                                "both",
                                "originals",
                                1,
                                "copies",
                                0,
                                "checks",
                                List.of("标出后厨"))));
        item.put(
                "steps",
                List.of(
                        step("review", "审查", agency + "-review", "review"),
                        step("decide", "决定", agency + "-decide", "decision")));
        item.put("result", Map.of("name", "许可证", "kind", "certificate", "certificate", "food"));
        item.put("specialProcedures", List.of("检验"));
        item.put("faq", List.of());
        return item;
    }

    private static Map<String, Object> step(String key, String name, String post, String kind) {
        return Map.of(
                "key", key, "name", name, "post", post, "kind", kind, "days", 2, "after",
                List.of());
    }

    private static DirectoryImport county() {
        return new DirectoryImport(
                new Place.Identity("某县", "990101000000", "12345", "{}"),
                List.of(
                        new Region(
                                "990101000000",
                                "某县",
                                Region.Level.COUNTY,
                                Optional.empty(),
                                false)),
                List.of(agency("market", "某县市场监督管理局"), agency("health", "某县卫生和计划生育局")),
                List.of(),
                List.of(
                        seat("counter", "", "accept", "deliver"),
                        seat("market-review", "market", "review"),
                        seat("market-decide", "market", "decide"),
                        seat("health-review", "health", "review"),
                        seat("boss", "", "supervise")),
                List.of(
                        person("counter1", "石某燕", "counter"),
                        person("market1", "陆某芳", "market-review"),
                        person("market2", "蒙某军", "market-decide"),
                        person("health1", "韦某莲", "health-review"),
                        person("boss", "潘某国", "boss")));
    }

    private static Agency agency(String key, String name) {
        return new Agency(
                key,
                name,
                name.substring(2),
                "某" + name.substring(2, 3),
                "11520000000000000X",
                Agency.Kind.COUNTY,
                Agency.WindowKind.COMPREHENSIVE,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                "0854-3920000",
                "0854-3920001",
                "某路 1 号",
                "990101000000");
    }

    private static Post seat(String key, String agency, String... rights) {
        return new Post(
                key,
                key,
                agency.isEmpty() ? Optional.empty() : Optional.of(agency),
                Optional.empty(),
                Set.of(rights),
                agency.isEmpty() ? Post.Scope.REGION : Post.Scope.AGENCY);
    }

    private static DirectoryImport.Person person(String login, String name, String post) {
        return new DirectoryImport.Person(
                login, name, "T-" + login, List.of(post), Optional.empty());
    }
}
