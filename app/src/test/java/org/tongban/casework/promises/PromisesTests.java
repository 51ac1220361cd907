package org.tongban.casework.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.CASE_FILE;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.line.CaseLine;
import org.tongban.pack.PackImport;
import org.tongban.pack.SanduInForce;

/** A promise from the applicant's page over the desk to its end, kept or broken. */
@SpringBootTest(properties = "tongban.followers=false")
@AutoConfigureMockMvc
@Tag("B5")
class PromisesTests {

    private static final String PASSWORD = "tongban-2026";
    private static final String ITEM = "food-business-new";
    private static final List<String> AT_HAND =
            List.of(
                    "business-licence",
                    "identity",
                    "process-chart",
                    "health-certificates",
                    "safety-rules");

    @Autowired private MockMvc browser;
    @Autowired private PackImport packs;
    @Autowired private Casework casework;
    @Autowired private BrokenPromises promises;
    @Autowired private DSLContext db;
    @Autowired private Clock clock;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws IOException {
        SanduInForce.in(packs, db);
    }

    @Test
    void aPromisedPaperIsAcceptedWithoutAndBroughtLater() throws Exception {
        var weilan = signedIn("weilan");
        var draft = withoutTheFloorPlan(weilan);
        assertThat(page(get(draft + "/materials").cookie(weilan))).contains("可以承诺稍后补交");

        var unconfirmed = answer(post(draft + FOLLOWS).with(csrf()).cookie(weilan));
        assertThat(unconfirmed.getStatus()).isEqualTo(422);
        assertThat(text(unconfirmed)).contains("自愿作出承诺", "真实、合法、有效");
        promise(draft, weilan);
        assertThat(page(get(draft + "/check").cookie(weilan))).contains("已承诺稍后补交");
        var caseNo = send(draft, weilan);
        var caseId = idOf(caseNo);

        var clerk = atWork("counter1");
        var check = page(get("/staff/desk/" + caseId).cookie(clerk));
        assertThat(check).contains("申请人承诺稍后补交", "容缺");
        assertThat(accept(caseId, clerk, check).getStatus()).isEqualTo(302);

        assertThat(page(get("/staff/owed").cookie(clerk))).contains("经营场所平面图");
        var mine = page(get("/my/cases/" + caseNo).cookie(weilan));
        assertThat(mine).contains("要补交", "经营场所平面图", "容缺受理通知书");
        assertThat(page(get("/my").cookie(weilan))).contains("要补交承诺的材料");

        var empty = answer(post("/my/cases/" + caseNo + "/bring").with(csrf()).cookie(weilan));
        assertThat(empty.getStatus()).isEqualTo(422);
        upload("/my/cases/" + caseNo + "/bring/floor-plan", weilan);
        var brought = answer(post("/my/cases/" + caseNo + "/bring").with(csrf()).cookie(weilan));
        assertThat(brought.getStatus()).isEqualTo(303);
        assertThat(casework.find(caseId).orElseThrow().papersOwed()).isEmpty();
        assertThat(page(get("/my/cases/" + caseNo).cookie(weilan)))
                .contains("已补交承诺的材料")
                .doesNotContain("/bring\"");
    }

    @Test
    void moreTimeIsGivenAtTheWindowOnceAndAPaperIsTakenIn() throws Exception {
        var weilan = signedIn("weilan");
        var draft = withoutTheFloorPlan(weilan);
        promise(draft, weilan);
        var caseId = idOf(send(draft, weilan));
        var clerk = atWork("counter1");
        accept(caseId, clerk, page(get("/staff/desk/" + caseId).cookie(clerk)));
        var owed = page(get("/staff/owed/" + caseId).cookie(clerk));

        var wordless = answer(extend(caseId, clerk, owed, ""));
        var extended = answer(extend(caseId, clerk, owed, "房东出差"));
        var nothing = answer(bringing(caseId, clerk));
        var onPaper = answer(onPaper(bringing(caseId, clerk)));

        assertThat(wordless.getStatus()).isEqualTo(422);
        assertThat(text(wordless)).contains("href=\"#reason\"");
        assertThat(extended.getStatus()).isEqualTo(302);
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(onPaper.getStatus()).isEqualTo(302);
        assertThat(casework.find(caseId).orElseThrow().papersOwed()).isEmpty();
    }

    @Test
    void whoeverBreaksAPromiseIsOfferedNoneUntilCreditIsRepaired() throws Exception {
        var panzhong = signedIn("panzhong");
        var draft = withoutTheFloorPlan(panzhong);
        promise(draft, panzhong);
        var caseNo = send(draft, panzhong);
        var caseId = idOf(caseNo);
        var clerk = atWork("counter1");
        accept(caseId, clerk, page(get("/staff/desk/" + caseId).cookie(clerk)));

        var ended =
                casework.perform(
                        caseId,
                        OptionalInt.empty(),
                        UUID.randomUUID(),
                        new Act.EndForWantOfPapers(),
                        Actor.system(),
                        clock.instant().plus(60, ChronoUnit.DAYS));
        assertThat(ended).isInstanceOf(Performed.Done.class);
        var file = casework.find(caseId).orElseThrow();
        promises.follow(
                new CaseLine(
                        caseId,
                        file.version(),
                        clock.instant(),
                        "系统",
                        new CaseEvent.PapersNeverCame(file.pledges(), file.receivedOn())));

        assertThat(casework.trustsApplicantOf(caseId)).isFalse();
        var next = withoutTheFloorPlan(panzhong);
        assertThat(page(get(next + "/materials").cookie(panzhong))).doesNotContain("可以承诺稍后补交");
        assertThat(answer(get(next + FOLLOWS).cookie(panzhong)).getStatus()).isEqualTo(404);

        var supervisor = atWork("supervisor1");
        assertThat(page(get("/staff/promises").cookie(supervisor))).contains("经营场所平面图");
        var repair = "/staff/promises/" + caseId + "/1/repair";
        var blank = answer(post(repair).with(csrf()).cookie(supervisor));
        assertThat(blank.getStatus()).isEqualTo(422);
        answer(post(repair).with(csrf()).cookie(supervisor).param("reason", "已经补办，符合修复条件"));
        assertThat(casework.trustsApplicantOf(caseId)).isTrue();
        assertThat(page(get("/staff/promises").cookie(supervisor))).contains("已经补办，符合修复条件");
        assertThat(answer(get("/staff/promises").cookie(clerk)).getStatus()).isEqualTo(403);
    }

    private static final String FOLLOWS = "/materials/floor-plan/promise/follows";

    private void promise(String draft, Cookie session) throws Exception {
        var made =
                answer(post(draft + FOLLOWS).with(csrf()).cookie(session).param("confirm", "yes"));
        assertThat(made.getStatus()).isEqualTo(303);
    }

    private MockHttpServletResponse accept(UUID caseId, Cookie clerk, String check)
            throws Exception {
        var accepting =
                post("/staff/desk/" + caseId)
                        .with(csrf())
                        .cookie(clerk)
                        .param("version", hidden(check, "version"))
                        .param("actId", hidden(check, "actId"))
                        .param("act", "accept")
                        .param("m.floor-plan", "later");
        for (var material : AT_HAND) accepting.param("m." + material, "ok");
        return answer(accepting);
    }

    private static MockHttpServletRequestBuilder extend(
            UUID caseId, Cookie clerk, String page, String reason) {
        return post("/staff/owed/" + caseId + "/extend")
                .with(csrf())
                .cookie(clerk)
                .param("version", hidden(page, "version"))
                .param("actId", UUID.randomUUID().toString())
                .param("reason", reason);
    }

    private static MockMultipartHttpServletRequestBuilder bringing(UUID caseId, Cookie clerk) {
        var sent = multipart("/staff/owed/" + caseId + "/bring");
        sent.with(csrf()).cookie(clerk).param("actId", UUID.randomUUID().toString());
        return sent;
    }

    private static RequestBuilder onPaper(MockMultipartHttpServletRequestBuilder sent) {
        sent.param("onPaper", "floor-plan");
        return sent;
    }

    private String withoutTheFloorPlan(Cookie session) throws Exception {
        var form = page(get("/apply/" + ITEM).cookie(session));
        var as = firstMatch(form, "name=\"as\" value=\"([^\"]+)\"");
        var begun =
                answer(
                        post("/apply/" + ITEM)
                                .with(csrf())
                                .cookie(session)
                                .param("as", as)
                                .param("q.kind", "restaurant")
                                .param("q.online", "shop-only"));
        var draft = Objects.requireNonNull(begun.getHeader("Location"), text(begun));
        form(
                draft,
                1,
                session,
                "businessName=水乡人家餐饮店",
                "creditCode=92990101MA99010126",
                "representative=潘某忠",
                "mobile=13800003210");
        form(
                draft,
                2,
                session,
                "premises=三合街道建设东路 18 号",
                "area=86",
                "kitchenArea=20",
                "storage=no");
        form(draft, 3, session, "mainType=catering", "projects=hot", "diners=40");
        form(draft, 4, session, "safetyManager=潘某忠", "staffCount=3");
        for (var material : AT_HAND) upload(draft + "/materials/" + material, session);
        return draft;
    }

    private void form(String draft, int page, Cookie session, String... answers) throws Exception {
        var sent = post(draft + "/form/" + page).with(csrf()).cookie(session);
        for (var one : answers) {
            var at = one.indexOf('=');
            sent.param("f." + one.substring(0, at), one.substring(at + 1));
        }
        answer(sent);
    }

    private String send(String draft, Cookie session) throws Exception {
        var sent =
                answer(
                        post(draft + "/send")
                                .with(csrf())
                                .cookie(session)
                                .param("delivery", "electronic")
                                .param("truth", "yes"));
        assertThat(sent.getStatus()).as(text(sent)).isEqualTo(303);
        return firstMatch(
                Objects.requireNonNull(sent.getHeader("Location")), "/my/cases/([^/]+)/receipt");
    }

    private UUID idOf(String caseNo) {
        return db.select(CASE_FILE.CASE_ID)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_NO.eq(caseNo))
                .fetchSingle(CASE_FILE.CASE_ID);
    }

    private void upload(String address, Cookie session) throws Exception {
        var taken =
                answer(
                        multipart(address)
                                .file(
                                        new MockMultipartFile(
                                                "files", "照片.png", "image/png", picture()))
                                .with(csrf())
                                .cookie(session));
        assertThat(taken.getStatus()).as(address).isEqualTo(303);
    }

    private static byte[] picture() throws IOException {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", written);
        return written.toByteArray();
    }

    private Cookie signedIn(String login) throws Exception {
        return signedIn("/sign-in", login);
    }

    private Cookie atWork(String login) throws Exception {
        return signedIn("/staff/sign-in", login);
    }

    private Cookie signedIn(String door, String login) throws Exception {
        var answer =
                answer(post(door).with(csrf()).param("login", login).param("password", PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static String hidden(String page, String name) {
        return firstMatch(page, "name=\"" + name + "\" value=\"([^\"]*)\"");
    }

    private static String firstMatch(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
