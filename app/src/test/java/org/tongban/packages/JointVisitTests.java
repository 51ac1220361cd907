package org.tongban.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.tongban.schema.Tables.CASE_MATERIAL;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.tongban.casework.Act;
import org.tongban.casework.CaseFile;
import org.tongban.packages.course.PackageCase;

/**
 * Offices of one project go to the site together; each answers for its own case with one record.
 */
@Tag("C3")
@Tag("C5")
class JointVisitTests extends PackageHouse {

    private static final String EIA = "eia-report-form";
    private static final String SOIL = "soil-conservation-plan";

    private PackageCase whole;
    private Cookie environment;
    private Cookie water;
    private String visit = "";

    @BeforeEach
    void twoOfficesReviewTheirParts() throws Exception {
        whole =
                send(
                        "investment-project",
                        FIRM,
                        Map.of("now", "start", "eia", "yes", "earth", "yes"),
                        11);
        office.work();
        grant(whole, "project-record");
        for (var key : List.of(EIA, SOIL)) {
            perform(file(key), new Act.Accept(), everybody(file(key)));
        }
        environment = signedIn("environment1");
        water = signedIn("water1");
    }

    @Test
    void oneRecordAnswersTheStepOfEachOffice() throws Exception {
        planned(environment, EIA, "潘某敏");
        assertThat(page(water)).contains("潘某敏（工号 T0029）", "一起去");
        assertThat(act(water, SOIL, "join", "officers", "莫某桂").getStatus()).isEqualTo(303);
        var recorded = act(water, SOIL, "record", "heldOn", today(), "record", "场地平整，没有占用河道。");
        assertThat(recorded.getStatus()).as(text(recorded)).isEqualTo(303);

        var before = file(EIA).openTasks().getFirst();
        assertThat(act(environment, EIA, "take", "passes", "yes").getStatus()).isEqualTo(303);
        assertThat(act(water, SOIL, "take", "passes", "no").getStatus()).isEqualTo(303);

        assertThat(file(EIA).openTasks()).extracting(one -> one.no()).doesNotContain(before.no());
        assertThat(visitsOnTheLine(EIA)).isEqualTo(1);
        assertThat(visitsOnTheLine(SOIL)).isEqualTo(1);
        assertThat(page(water)).contains("记录已由潘某敏用到办件上", "记录已由莫某桂用到办件上");
    }

    @Test
    void oneOfficeAloneIsNoJointVisit() throws Exception {
        planned(environment, EIA, "潘某敏、王某江");

        assertThat(page(environment)).doesNotContain("写好，给各部门用");
        var answer = act(environment, EIA, "record", "heldOn", today(), "record", "看过了");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(text(answer)).contains("至少要有两个部门");
    }

    @Test
    void onlyWhoWorksForTheOfficeGoesInItsName() throws Exception {
        assertThat(text(plan(environment, EIA, today(), "工业园区", "张三丰"))).contains("没有找到“张三丰”");
        assertThat(text(plan(environment, EIA, today(), "工业园区", "莫某桂"))).contains("不是本部门的人");

        planned(environment, EIA, "t0029");

        assertThat(page(environment)).contains("潘某敏（工号 T0029）");
    }

    @Test
    void picturesOfTheRecordLieInTheCaseOfEachOffice() throws Exception {
        planned(environment, EIA, "潘某敏");
        act(water, SOIL, "join", "officers", "莫某桂");
        var recorded =
                browser.perform(
                                multipart(path() + "/" + visit)
                                        .file(
                                                new MockMultipartFile(
                                                        "u._visit",
                                                        "场地.png",
                                                        "image/png",
                                                        picture()))
                                        .param("part", SOIL)
                                        .param("act", "record")
                                        .param("heldOn", today())
                                        .param("record", "场地平整。")
                                        .with(csrf())
                                        .cookie(water))
                        .andReturn()
                        .getResponse();
        assertThat(recorded.getStatus()).as(text(recorded)).isEqualTo(303);
        assertThat(page(environment)).contains("场地.png");

        act(environment, EIA, "take", "passes", "no");
        act(water, SOIL, "take", "passes", "no");

        for (var part : List.of(EIA, SOIL)) {
            assertThat(
                            db.fetchCount(
                                    CASE_MATERIAL,
                                    CASE_MATERIAL
                                            .CASE_ID
                                            .eq(file(part).caseId())
                                            .and(CASE_MATERIAL.MATERIAL_KEY.eq("_visit"))))
                    .isEqualTo(1);
        }
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void whoHasNoStepInHandNeitherPlansNorJoins() throws Exception {
        planned(environment, EIA, "潘某敏");
        var housing = signedIn("housing1");

        assertThat(act(housing, SOIL, "join", "officers", "陆某云").getStatus()).isEqualTo(403);
        assertThat(act(water, EIA, "join", "officers", "莫某桂").getStatus()).isEqualTo(403);
        assertThat(act(water, SOIL, "call-off").getStatus()).isEqualTo(403);
        assertThat(act(environment, EIA, "take", "passes", "yes").getStatus()).isEqualTo(422);
        assertThat(visitsOnTheLine(EIA)).isZero();
    }

    @Test
    void onlyOneIsPlannedAtATimeAndWhatIsWrongIsSaid() throws Exception {
        var wrong = plan(environment, EIA, "2020-01-01", "", "");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("从今天起 90 天以内", "请写去哪里", "请写去的人的姓名");
        planned(environment, EIA, "潘某敏");

        var second = plan(water, SOIL, today(), "工业园区", "莫某桂");
        assertThat(second.getStatus()).isEqualTo(422);
        assertThat(text(second)).contains("已经约好了一次");

        assertThat(act(environment, EIA, "call-off").getStatus()).isEqualTo(303);
        assertThat(plan(water, SOIL, today(), "工业园区", "莫某桂").getStatus()).isEqualTo(303);
    }

    @Test
    void theRecordIsOnTheLineOnceHoweverOftenItIsTakenOver() throws Exception {
        planned(environment, EIA, "潘某敏");
        act(water, SOIL, "join", "officers", "莫某桂");
        act(water, SOIL, "record", "heldOn", today(), "record", "场地平整。");

        act(environment, EIA, "take", "passes", "no");
        act(environment, EIA, "take", "passes", "no");

        assertThat(visitsOnTheLine(EIA)).isEqualTo(1);
    }

    private long visitsOnTheLine(String part) {
        return register.line(file(part).caseId()).stream()
                .filter(
                        line ->
                                line.event()
                                        instanceof org.tongban.casework.CaseEvent.VisitRecorded)
                .count();
    }

    private CaseFile file(String part) {
        return casework.find(part(whole, part).caseId().orElseThrow()).orElseThrow();
    }

    private void planned(Cookie who, String part, String officers) throws Exception {
        var answer = plan(who, part, today(), "工业园区三号地", officers);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(303);
        var found = Pattern.compile("/visits/([0-9a-f-]{36})").matcher(page(who));
        assertThat(found.find()).isTrue();
        visit = found.group(1);
    }

    private MockHttpServletResponse plan(
            Cookie who, String part, String on, String site, String officers) throws Exception {
        return browser.perform(
                        post(path())
                                .with(csrf())
                                .cookie(who)
                                .param("part", part)
                                .param("on", on)
                                .param("site", site)
                                .param("officers", officers))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse act(Cookie who, String part, String act, String... boxes)
            throws Exception {
        var request =
                post(path() + "/" + visit)
                        .with(csrf())
                        .cookie(who)
                        .param("part", part)
                        .param("act", act);
        for (var box = 0; box < boxes.length; box += 2) {
            request.param(boxes[box], boxes[box + 1]);
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private String page(Cookie who) throws Exception {
        var answer = browser.perform(get(path()).cookie(who)).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return text(answer);
    }

    private String path() {
        return "/staff/packages/cases/" + whole.no() + "/visits";
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
