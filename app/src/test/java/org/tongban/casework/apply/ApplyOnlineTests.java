package org.tongban.casework.apply;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.tongban.TestDatabase;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Casework;
import org.tongban.casework.Right;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.pack.PackImport;
import org.tongban.pack.SanduInForce;
import org.tongban.schema.Tables;

@SpringBootTest
@AutoConfigureMockMvc
@Tag("B1")
class ApplyOnlineTests {

    private static final String PASSWORD = "tongban-2026";
    private static final String ITEM = "food-business-new";
    private static final List<String> MATERIALS =
            List.of(
                    "business-licence",
                    "identity",
                    "floor-plan",
                    "process-chart",
                    "health-certificates",
                    "safety-rules");

    @Autowired private MockMvc browser;
    @Autowired private PackImport packs;
    @Autowired private Casework casework;
    @Autowired private Catalogue catalogue;
    @Autowired private PublishItem publish;
    @Autowired private DSLContext db;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws IOException {
        SanduInForce.in(packs, db);
    }

    @Test
    void askingForWhomMakesNoDraftAndSendingTheAnswersDoes() throws Exception {
        var weilan = signedIn("weilan");

        var asked = page(get("/apply/" + ITEM).cookie(weilan));
        var unanswered = answer(post("/apply/" + ITEM).with(csrf()).cookie(weilan));
        var begun = begin(weilan);

        assertThat(asked).contains("为谁申请", "韦某兰", "水乡人家餐饮店", "您要开的是哪一种");
        assertThat(unanswered.getStatus()).isEqualTo(422);
        assertThat(begun).startsWith("/drafts/");
        assertThat(page(get(begun).cookie(weilan))).contains("店在哪里？", "待填写", "水乡人家餐饮店");
    }

    @Test
    void whatWasTypedIsKeptWhenItIsWrong() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);

        var wrong =
                answer(
                        post(draft + "/form/2")
                                .with(csrf())
                                .cookie(weilan)
                                .param("f.premises", "建设东路 18 号")
                                .param("f.area", "八十多"));

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("建设东路 18 号", "八十多", "href=\"#f-area\"");
        assertThat(page(get(draft + "/form/2").cookie(weilan))).contains("八十多");
    }

    @Test
    void aRegionIsPickedFromThePlacesOwnKeptAsCodeAndShownByName() throws Exception {
        var weilan = signedIn("weilan");
        var begun =
                answer(
                        post("/apply/elder-allowance")
                                .with(csrf())
                                .cookie(weilan)
                                .param("as", "self")
                                .param("q.who", "self"));
        var draft = Objects.requireNonNull(begun.getHeader("Location"));
        var asked = page(get(draft + "/form/1").cookie(weilan));

        var foreign = answer(elder(draft, weilan, "110000000000"));
        var right = answer(elder(draft, weilan, "522732001005"));

        assertThat(asked)
                .contains("<optgroup label=\"三合街道\">")
                .contains("<option value=\"522732001005\">三合街道凤凰社区居民委员会</option>");
        assertThat(foreign.getStatus()).isEqualTo(422);
        assertThat(text(foreign)).contains("没有找到这个地方", "href=\"#f-town\"", "吴某珍");
        assertThat(right.getStatus()).isEqualTo(303);
        assertThat(page(get(draft + "/form/1").cookie(weilan)))
                .contains("<option value=\"522732001005\" selected>");
        assertThat(page(get(draft + "/check").cookie(weilan))).contains("三合街道凤凰社区居民委员会");
    }

    private static MockHttpServletRequestBuilder elder(String draft, Cookie session, String town) {
        return post(draft + "/form/1")
                .with(csrf())
                .cookie(session)
                .param("f.elderName", "吴某珍")
                .param("f.elderId", "990101197609170281")
                .param("f.town", town)
                .param("f.residence", "凤凰社区 3 号")
                .param("f.livingWith", "alone");
    }

    @Test
    void anAnswerOfTheOtherTabIsShownAndNothingTypedIsLost() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        var first = page(get(draft + "/form/2").cookie(weilan));
        var mark = hidden(first, "mark");
        answer(place(draft, weilan, "100").param("mark", mark).param("tab", "other"));

        var stale = answer(place(draft, weilan, "86").param("mark", mark).param("tab", "mine"));
        var again =
                answer(
                        place(draft, weilan, "86")
                                .param("mark", hidden(text(stale), "mark"))
                                .param("tab", "mine"));

        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(text(stale)).contains("value=\"86\"", "另一处填的是“100”");
        assertThat(again.getStatus()).isEqualTo(303);
        assertThat(page(get(draft + "/form/2").cookie(weilan))).contains("value=\"86\"");
    }

    @Test
    void theOwnAutosaveIsNoOtherTab() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);
        var mark = hidden(page(get(draft + "/form/2").cookie(weilan)), "mark");

        var saved =
                answer(
                        post(draft + "/autosave")
                                .with(csrf())
                                .cookie(weilan)
                                .param("number", "2")
                                .param("mark", mark)
                                .param("tab", "mine")
                                .param("f.area", "8"));
        var sent = answer(place(draft, weilan, "86").param("mark", mark).param("tab", "mine"));

        assertThat(saved.getStatus()).isEqualTo(204);
        assertThat(sent.getStatus()).isEqualTo(303);
    }

    @Test
    void aFormThatBringsNoFileIsToldSoAtItsBox() throws Exception {
        var weilan = signedIn("weilan");
        var box = begin(weilan) + "/materials/floor-plan";

        var empty = answer(post(box).with(csrf()).cookie(weilan));
        var words =
                answer(post(box).with(csrf()).cookie(weilan).param("files", "../../etc/passwd"));
        var partless = answer(multipart(box).with(csrf()).cookie(weilan));

        for (var answer : List.of(empty, words, partless)) {
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(text(answer)).contains("href=\"#u-floor-plan\"", "请先选择文件");
        }
    }

    @Test
    void aPageInDisguiseIsNotTakenAsAMaterial() throws Exception {
        var weilan = signedIn("weilan");
        var draft = begin(weilan);

        var refused =
                upload(
                        draft + "/materials/floor-plan",
                        weilan,
                        "平面图.png",
                        "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(text(refused)).contains("平面图.png", "的类型不能收", "href=\"#u-floor-plan\"");
    }

    @Test
    void anotherPersonsDraftAndCaseAndFileDoNotExist() throws Exception {
        var weilan = signedIn("weilan");
        var draft = filled(weilan);
        var file =
                firstMatch(page(get(draft + "/materials").cookie(weilan)), "/files/([0-9a-f-]+)");
        var caseNo = send(draft, weilan);
        var stranger = signedIn("lumei");

        for (var path :
                List.of(
                        draft,
                        draft + "/form/1",
                        draft + "/files/" + file,
                        "/my/cases/" + caseNo,
                        "/my/cases/" + caseNo + "/receipt",
                        "/my/cases/" + caseNo + "/papers/1",
                        "/my/cases/" + caseNo + "/files/" + file)) {
            assertThat(answer(get(path).cookie(stranger)).getStatus()).as(path).isEqualTo(404);
        }
        var own = answer(get("/my/cases/" + caseNo + "/files/" + file).cookie(weilan));
        assertThat(own.getStatus()).isEqualTo(200);
        assertThat(own.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(own.getHeader("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    @Tag("B4")
    void newWordsCountForNewPapersAndLeaveIssuedOnesAsTheyWere(@TempDir Path folder)
            throws Exception {
        var weilan = signedIn("weilan");
        var before = send(filled(weilan), weilan);
        copy(Path.of("../packs/sandu"), folder);
        var notices = folder.resolve("notices.yaml");
        Files.writeString(
                notices, Files.readString(notices).replace("本凭证只表明材料已经收到", "本县凭证只说明材料已经收到"));

        assertThat(packs.run(folder, Optional.of(PASSWORD)).isDone()).isTrue();

        var after = send(filled(weilan), weilan);
        assertThat(page(get("/my/cases/" + before + "/papers/1").cookie(weilan)))
                .contains("本凭证只表明材料已经收到");
        assertThat(page(get("/my/cases/" + after + "/papers/1").cookie(weilan)))
                .contains("本县凭证只说明材料已经收到");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
    }

    @Test
    void aDraftIsHeldToTheGuideInForceAndIsNotTakenWhileTheServiceIsPaused() throws Exception {
        var weilan = signedIn("weilan");
        var draft = filled(weilan);
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var tree = ItemJson.tree(catalogue.current(ITEM).orElseThrow().definition());
        tree.put("conditions", List.of("有固定的经营场所", "有一个懂食品安全的人"));
        publish.publish(
                ItemJson.of(tree),
                1,
                new Terms(today, Terms.Cause.EDITED, "改条件", Optional.of(today)));
        var inForce = catalogue.current(ITEM).orElseThrow().version();

        assertThat(page(get(draft).cookie(weilan))).contains("下面按现在的要求");
        db.update(Tables.ITEM).set(Tables.ITEM.STATE, "paused").execute();
        var paused =
                answer(
                        post(draft + "/send")
                                .with(csrf())
                                .cookie(weilan)
                                .param("delivery", "electronic")
                                .param("truth", "yes"));
        db.update(Tables.ITEM).set(Tables.ITEM.STATE, "in_use").execute();

        assertThat(paused.getStatus()).isEqualTo(422);
        assertThat(text(paused)).contains("现在不受理新的申请");
        var caseNo = send(draft, weilan);
        assertThat(
                        db.select(CASE_FILE.ITEM_VERSION)
                                .from(CASE_FILE)
                                .where(CASE_FILE.CASE_NO.eq(caseNo))
                                .fetchSingle()
                                .value1())
                .isEqualTo(inForce);
    }

    @Test
    void sendingTwiceMakesOneCase() throws Exception {
        var weilan = signedIn("weilan");
        var draft = filled(weilan);
        var before = db.fetchCount(CASE_FILE);

        var early = answer(post(draft + "/send").with(csrf()).cookie(weilan));
        var caseNo = send(draft, weilan);
        var again = send(draft, weilan);

        assertThat(early.getStatus()).isEqualTo(422);
        assertThat(again).isEqualTo(caseNo);
        assertThat(db.fetchCount(CASE_FILE)).isEqualTo(before + 1);
        assertThat(answer(get(draft + "/check").cookie(weilan)).getHeader("Location"))
                .endsWith("/receipt");
        assertThat(page(get("/my/cases/" + caseNo + "/receipt").cookie(weilan)))
                .contains("已经提交", "查询码", "<svg");
        assertThat(page(get("/my/cases/" + caseNo).cookie(weilan)))
                .contains("等待受理", "材料接收凭证", "撤回申请");
        assertThat(page(get("/my/cases/" + caseNo + "/papers/1").cookie(weilan)))
                .contains("材料接收凭证");
        assertThat(page(get("/my").cookie(weilan))).contains("食品经营许可（新办）", "还剩");
    }

    @Test
    void everyWrongPairGetsTheSameAnswerAndTheRightOneTheCase() throws Exception {
        var weilan = signedIn("weilan");
        var caseNo = send(filled(weilan), weilan);
        var code =
                db.select(CASE_FILE.QUERY_CODE)
                        .from(CASE_FILE)
                        .where(CASE_FILE.CASE_NO.eq(caseNo))
                        .fetchSingle(CASE_FILE.QUERY_CODE);

        var wrongCode = answer(lookUp(caseNo, "34679ABC"));
        var wrongNumber = answer(lookUp("522732-20200101-W-000001-1", code));
        var right = answer(lookUp(caseNo.toLowerCase(java.util.Locale.ROOT), code));

        assertThat(wrongCode.getStatus()).isEqualTo(422);
        assertThat(text(wrongCode)).contains("办件编号和查询码对不上");
        assertThat(text(wrongNumber)).contains("办件编号和查询码对不上");
        assertThat(text(right)).contains("等待受理").doesNotContain("水乡人家餐饮店");
    }

    @Test
    void anApplicationIsTakenBackOnce() throws Exception {
        var weilan = signedIn("weilan");
        var caseNo = send(filled(weilan), weilan);
        var asked = page(get("/my/cases/" + caseNo + "/withdraw").cookie(weilan));
        var act = hidden(asked, "act");

        for (var press = 0; press < 2; press++) {
            var done =
                    answer(
                            post("/my/cases/" + caseNo + "/withdraw")
                                    .with(csrf())
                                    .cookie(weilan)
                                    .param("act", act)
                                    .param("reason", "地址填错了"));
            assertThat(done.getStatus()).isEqualTo(303);
        }
        assertThat(page(get("/my/cases/" + caseNo).cookie(weilan))).contains("已撤回", "地址填错了");
    }

    @Test
    void correctionsThatComeTooLateAreGivenBackWithWhoDidWhat() throws Exception {
        var weilan = signedIn("weilan");
        var caseNo = send(filled(weilan), weilan);
        var clerk =
                new Actor(
                        Actor.Kind.STAFF,
                        "c",
                        "石某燕",
                        Set.of(Right.ACCEPT),
                        Set.of(),
                        Optional.empty());
        casework.perform(
                caseId(caseNo),
                OptionalInt.empty(),
                UUID.randomUUID(),
                new Act.TellCorrections(List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"))),
                clerk);
        var act = hidden(page(get("/my/cases/" + caseNo + "/correct").cookie(weilan)), "act");
        answer(
                post("/my/cases/" + caseNo + "/withdraw")
                        .with(csrf())
                        .cookie(weilan)
                        .param("reason", "不办了"));

        var late =
                answer(
                        post("/my/cases/" + caseNo + "/correct")
                                .with(csrf())
                                .cookie(weilan)
                                .param("act", act)
                                .param("note", "后厨在北面，门朝东"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(text(late)).contains("已经先办", "后厨在北面，门朝东");
    }

    private UUID caseId(String caseNo) {
        return db.select(CASE_FILE.CASE_ID)
                .from(CASE_FILE)
                .where(CASE_FILE.CASE_NO.eq(caseNo))
                .fetchSingle(CASE_FILE.CASE_ID);
    }

    private MockHttpServletRequestBuilder lookUp(String number, String code) {
        return post("/progress").with(csrf()).param("number", number).param("code", code);
    }

    private String begin(Cookie session) throws Exception {
        var firm =
                firstMatch(
                        page(get("/apply/" + ITEM).cookie(session)),
                        "name=\"as\" value=\"([0-9a-f-]{36})\"");
        var begun =
                answer(
                        post("/apply/" + ITEM)
                                .with(csrf())
                                .cookie(session)
                                .param("as", firm)
                                .param("q.kind", "restaurant")
                                .param("q.online", "shop-only"));
        assertThat(begun.getStatus()).isEqualTo(303);
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    /** A draft with everything in it. */
    private String filled(Cookie session) throws Exception {
        var draft = begin(session);
        answer(
                post(draft + "/form/1")
                        .with(csrf())
                        .cookie(session)
                        .param("f.businessName", "水乡人家餐饮店")
                        .param("f.creditCode", "92990101MA99010126")
                        .param("f.representative", "潘某忠")
                        .param("f.mobile", "13800003210"));
        answer(place(draft, session, "86"));
        answer(
                post(draft + "/form/3")
                        .with(csrf())
                        .cookie(session)
                        .param("f.mainType", "catering")
                        .param("f.projects", "hot", "cold")
                        .param("f.diners", "40"));
        answer(
                post(draft + "/form/4")
                        .with(csrf())
                        .cookie(session)
                        .param("f.safetyManager", "潘某忠")
                        .param("f.staffCount", "3"));
        for (var material : MATERIALS) {
            var taken = upload(draft + "/materials/" + material, session, "照片.png", picture());
            assertThat(taken.getStatus()).as(material).isEqualTo(303);
        }
        return draft;
    }

    private static MockHttpServletRequestBuilder place(String draft, Cookie session, String area) {
        return post(draft + "/form/2")
                .with(csrf())
                .cookie(session)
                .param("f.premises", "三合街道建设东路 18 号")
                .param("f.area", area)
                .param("f.kitchenArea", "20")
                .param("f.storage", "no");
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

    private MockHttpServletResponse upload(
            String address, Cookie session, String name, byte[] content) throws Exception {
        return answer(
                multipart(address)
                        .file(new MockMultipartFile("files", name, "image/png", content))
                        .with(csrf())
                        .cookie(session));
    }

    private static byte[] picture() throws IOException {
        var written = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", written);
        return written.toByteArray();
    }

    private Cookie signedIn(String login) throws Exception {
        var answer =
                answer(
                        post("/sign-in")
                                .with(csrf())
                                .param("login", login)
                                .param("password", PASSWORD));
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
