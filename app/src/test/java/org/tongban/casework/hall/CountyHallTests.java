package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.tongban.TestDatabase;
import org.tongban.calendar.CalendarDay;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.Audited;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.RecountTerms;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Absences;
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;
import org.tongban.directory.StaffMember;
import org.tongban.pack.PackImport;
import org.tongban.supervision.OpenFindings;

/** A day in a county hall, many hands on one case, and what supervision makes of it. */
@SpringBootTest(properties = "tongban.followers=false")
@AutoConfigureMockMvc
class CountyHallTests {

    private static final String PASSWORD = "tongban-2026";
    private static final String FOOD = "food-business-new";
    private static final String TOBACCO = "tobacco-retail-renewal";
    private static final String LIFT = "special-equipment-use-registration";
    private static final String PROJECT = "project-approval";
    private static final String ODD_JOBS = "flexible-employment-registration";

    @Autowired private MockMvc browser;
    @Autowired private PackImport packs;
    @Autowired private Casework casework;
    @Autowired private CaseRegister register;
    @Autowired private Catalogue catalogue;
    @Autowired private Directory directory;
    @Autowired private Absences absences;
    @Autowired private LegalCalendar calendar;
    @Autowired private RecountTerms recount;
    @Autowired private OpenFindings findings;
    @Autowired private List<Follower> followers;
    @Autowired private DSLContext db;
    @Autowired private Clock clock;

    private final AtomicInteger people = new AtomicInteger();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws Exception {
        assertThat(packs.run(Path.of("../packs/sandu"), Optional.of(PASSWORD)).isDone()).isTrue();
    }

    /** 300 cases of all kinds in one day, some with everything that can be special about a case. */
    @Test
    @Tag("B2")
    @Tag("B3")
    void aDayInACountyHall() {
        var morning = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ended = new ArrayList<CaseFile>();

        for (var i = 0; i < 200; i++) ended.add(promised(i % 2 == 0 ? TOBACCO : FOOD, morning));
        for (var i = 0; i < 60; i++) ended.add(promised("project-record", morning));
        for (var i = 0; i < 10; i++) ended.add(tolerated(morning));
        for (var i = 0; i < 10; i++) ended.add(corrected(morning));
        for (var i = 0; i < 8; i++) ended.add(notAccepted(morning));
        for (var i = 0; i < 5; i++) ended.add(passedUp(morning));
        for (var i = 0; i < 5; i++) ended.add(simulated(morning));
        for (var i = 0; i < 2; i++) ended.add(heard(morning));

        assertThat(ended).hasSize(300);
        assertThat(ended.stream().map(CaseFile::caseNo).distinct()).hasSize(300);
        var outcomes =
                ended.stream()
                        .collect(
                                Collectors.groupingBy(
                                        file -> file.result().orElseThrow(),
                                        Collectors.counting()));
        assertThat(outcomes).isEqualTo(Map.of(Outcome.GRANTED, 292L, Outcome.NOT_ACCEPTED, 8L));
        assertThat(ended).allMatch(file -> file.openTasks().isEmpty());
        for (var file : ended) {
            assertThat(casework.find(file.caseId())).contains(file);
        }
        assertThat(Audited.everything(db).faults()).isEmpty();
    }

    @Test
    @Tag("B13")
    void oneOfManyWinsAndTheOthersLearnWhatChanged() throws Exception {
        var file = done(submit(FOOD, clock.instant()), new Act.Accept(), clock.instant());
        var task = file.openTasks().getFirst();
        var everybody = everybody(file);
        var version = file.version();

        List<Callable<Performed>> presses = new ArrayList<>();
        for (var i = 0; i < 16; i++) {
            var opinion = "同意 " + i;
            presses.add(
                    () ->
                            casework.perform(
                                    file.caseId(),
                                    OptionalInt.of(version),
                                    UUID.randomUUID(),
                                    new Act.PassStep(task.no(), opinion),
                                    everybody));
        }
        var results = new ArrayList<Performed>();
        try (var hands = Executors.newFixedThreadPool(16)) {
            for (var future : hands.invokeAll(presses)) results.add(future.get());
        }

        assertThat(results.stream().filter(Performed.Done.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Performed.Refused.class::isInstance))
                .hasSize(15)
                .allMatch(
                        refused ->
                                ((Performed.Refused) refused).why() instanceof Refusal.Stale stale
                                        && stale.now() == version + 1);
        assertThat(casework.find(file.caseId()).orElseThrow().version()).isEqualTo(version + 1);
    }

    @Test
    @Tag("B13")
    void theSameButtonPressedByManyHandsIsOneAct() throws Exception {
        var file = submit(FOOD, clock.instant());
        var press = UUID.randomUUID();
        var everybody = everybody(file);

        List<Callable<Performed>> presses = new ArrayList<>();
        for (var i = 0; i < 8; i++) {
            presses.add(
                    () ->
                            casework.perform(
                                    file.caseId(),
                                    OptionalInt.empty(),
                                    press,
                                    new Act.Accept(),
                                    everybody));
        }
        var results = new ArrayList<Performed>();
        try (var hands = Executors.newFixedThreadPool(8)) {
            for (var future : hands.invokeAll(presses)) results.add(future.get());
        }

        assertThat(results.stream().filter(Performed.Done.class::isInstance)).hasSize(1);
        assertThat(results.stream().filter(Performed.Already.class::isInstance)).hasSize(7);
    }

    @Test
    @Tag("G1")
    void aTermThatPassesOpensACardThatIsAnsweredAndClosed() throws Exception {
        var longAgo = clock.instant().minus(Duration.ofDays(60));
        var file = done(submit(FOOD, longAgo), new Act.Accept(), longAgo);

        assertThat(findings.run()).isGreaterThanOrEqualTo(2);
        assertThat(findings.run()).isZero();

        var promised = file.openClock(ClockKind.PROMISED).orElseThrow().no();
        var card = "/staff/findings/" + file.caseId() + "/late/" + promised;
        var office = atWork("market2");
        var supervisor = atWork("supervisor1");
        assertThat(page(get("/staff/findings").cookie(office))).contains("超过期限：承诺期限", card);
        assertThat(page(get("/staff/late?show=late").cookie(supervisor))).contains("食品经营许可");
        assertThat(answer(get(card).cookie(atWork("health2"))).getStatus()).isEqualTo(404);
        assertThat(answer(get("/staff/findings").cookie(atWork("counter1"))).getStatus())
                .isEqualTo(403);

        var wordless = answer(onCard(card, office, "answer", "", 0));
        assertThat(wordless.getStatus()).isEqualTo(422);
        assertThat(text(wordless)).contains("href=\"#words\"");
        assertThat(answer(onCard(card, supervisor, "uphold", "属实", 0)).getStatus()).isEqualTo(422);
        assertThat(answer(onCard(card, office, "answer", "人手不足，本周办结。", 0)).getStatus())
                .isEqualTo(302);
        var stale = answer(onCard(card, supervisor, "uphold", "还在超期", 0));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(text(stale)).contains("还在超期");
        var early = answer(onCard(card, supervisor, "uphold", "属实", 1));
        assertThat(text(early)).contains("办件还在超期");

        carry(file, clock.instant());
        assertThat(answer(onCard(card, supervisor, "uphold", "属实", 1)).getStatus()).isEqualTo(302);
        assertThat(page(get("/staff/findings?show=upheld").cookie(supervisor))).contains(card);
        assertThat(page(get(card).cookie(office))).contains("认定属实", "人手不足，本周办结。");
    }

    @Test
    @Tag("G1")
    void silenceAndASecondNoticeAreFindingsToo() throws Exception {
        var longAgo = clock.instant().minus(Duration.ofDays(30));
        var silent = submit(FOOD, longAgo);
        silent =
                performed(
                        casework.perform(
                                silent.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                new Act.DeemAccepted(),
                                Actor.system()));
        var twice = submit(FOOD, clock.instant());
        var first = List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"));
        var second = List.of(new Act.Correction("identity", "身份证明", "看不清"));
        twice = done(twice, new Act.TellCorrections(first), clock.instant());
        twice = supplied(twice, clock.instant());
        twice = done(twice, new Act.TellCorrectionsAgain(second, "经办人漏看了一页"), clock.instant());
        follow("supervision", silent, twice);

        var supervisor = atWork("supervisor1");
        var list = page(get("/staff/findings").cookie(supervisor));
        assertThat(list)
                .contains(silent.caseId() + "/silence/")
                .contains(twice.caseId() + "/second_correction/");
        var card = firstMatch(list, "(/staff/findings/" + twice.caseId() + "/[^\"]+)");
        assertThat(page(get(card).cookie(supervisor))).contains("经办人漏看了一页");
    }

    @Test
    @Tag("B7")
    void aPublishedYearMovesOpenTermsAndSaysSo() {
        var inDecember = Instant.parse("2031-12-29T02:00:00Z");
        var file = done(submit(FOOD, inDecember), new Act.Accept(), inDecember);
        var before = file.openClock(ClockKind.STATUTORY).orElseThrow().due().orElseThrow();
        assertThat(before).isAfter(LocalDate.parse("2031-12-31"));

        calendar.publish(
                Year.of(2032),
                List.of(
                        new CalendarDay(LocalDate.parse("2032-01-01"), CalendarDay.Kind.REST, "元旦"),
                        new CalendarDay(LocalDate.parse("2032-01-02"), CalendarDay.Kind.REST, "元旦"),
                        new CalendarDay(
                                LocalDate.parse("2032-01-05"), CalendarDay.Kind.REST, "元旦")));
        assertThat(recount.run()).isGreaterThanOrEqualTo(1);
        assertThat(recount.run()).isZero();

        var after = casework.find(file.caseId()).orElseThrow();
        assertThat(after.openClock(ClockKind.STATUTORY).orElseThrow().due().orElseThrow())
                .isAfter(before);
        assertThat(register.line(file.caseId()).getLast().event().act())
                .isEqualTo("terms_recounted");
    }

    @Test
    @Tag("B2")
    void manyCasesOfOneStepArePassedTogetherEachOnItsOwn() throws Exception {
        var now = clock.instant();
        var first = done(submit(TOBACCO, now), new Act.Accept(), now);
        var second = done(submit(TOBACCO, now), new Act.Accept(), now);
        var post = first.openTasks().getFirst().post();
        var reviewer = atWork(loginOf(post));
        assertThat(page(get("/staff/batch").cookie(reviewer))).contains("item=" + TOBACCO);
        var step = first.openTasks().getFirst().step();
        var form = page(get("/staff/batch?item=" + TOBACCO + "&step=" + step).cookie(reviewer));
        assertThat(form).contains(first.caseId().toString(), second.caseId().toString());
        // Somebody is faster on the second.
        done(second, new Act.PassStep(1, "已看过"), now);

        var nobody = answer(batch(reviewer, step, form, "同意"));
        assertThat(nobody.getStatus()).isEqualTo(422);
        assertThat(text(nobody)).contains("请至少选择一件", "href=\"#case-0\"");
        var done =
                answer(
                        batch(
                                reviewer,
                                step,
                                form,
                                "同意",
                                first.caseId() + "_1_" + first.version(),
                                second.caseId() + "_1_" + second.version()));

        assertThat(text(done)).contains("办理了 1 件，共 2 件", "有了新的变化");
        assertThat(casework.find(first.caseId()).orElseThrow().version())
                .isEqualTo(first.version() + 1);
    }

    @Test
    @Tag("G4")
    void aGrantedLicenceIsPublicAndAPersonIsNamedInPart() throws Exception {
        var file = carry(done(submit(FOOD, clock.instant()), new Act.Accept(), clock.instant()));
        follow("publication", file);

        var list = page(get("/permits"));
        assertThat(list).contains("食品经营许可").doesNotContain("韦晓兰");
        var answered = answer(get("/api/v1/permits?agency=market"));
        assertThat(answered.getStatus()).isEqualTo(200);
        assertThat(text(answered)).contains("\"decidedOn\"").doesNotContain("韦晓兰");
        assertThat(answer(get("/api/v1/permits?cursor=x")).getStatus()).isEqualTo(422);
    }

    @Test
    @Tag("B9")
    void whatTheSignInProvesIsGrantedWithoutPeopleUntilSomebodyStopsIt() throws Exception {
        var proven = followed(registering("990101199001010019"));
        var open = followed(registering("990101199001010027"));

        assertThat(proven.result()).contains(Outcome.GRANTED);
        assertThat(open.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(register.line(open.caseId()).getLast().event().act())
                .isEqualTo("handed_to_person");

        var head = atWork(loginOf("human-resources-decide"));
        var switching = "/staff/automatic/items/" + ODD_JOBS;
        var reasonless = answer(post(switching).with(csrf()).cookie(head).param("to", "off"));
        assertThat(reasonless.getStatus()).isEqualTo(422);
        answer(
                post(switching)
                        .with(csrf())
                        .cookie(head)
                        .param("to", "off")
                        .param("reason", "发现冒名登记"));
        assertThat(page(get("/staff/automatic").cookie(head))).contains("已停止", "发现冒名登记");

        assertThat(followed(registering("990101199001010019")).state())
                .isEqualTo(CaseState.RECEIVED);
    }

    @Test
    @Tag("E3")
    void aDeputyHoldsThePostsOfWhoIsAway() throws Exception {
        var head = atWork("market2");
        var away = member("market1");
        var deputy = member("market2");
        var form = page(get("/staff/absences").cookie(head));
        assertThat(form).contains(away.id().toString());

        var wrong =
                answer(
                        post("/staff/absences")
                                .with(csrf())
                                .cookie(head)
                                .param("away", away.id().toString())
                                .param("deputy", away.id().toString()));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("href=\"#deputy\"", "href=\"#from\"", "href=\"#reason\"");
        var today = absences.today();
        var noted =
                answer(
                        post("/staff/absences")
                                .with(csrf())
                                .cookie(head)
                                .param("away", away.id().toString())
                                .param("deputy", deputy.id().toString())
                                .param("from", today.toString())
                                .param("until", today.plusDays(3).toString())
                                .param("reason", "休年假"));
        assertThat(noted.getStatus()).isEqualTo(302);
        assertThat(directory.principal(deputy.id()).orElseThrow().posts())
                .containsAll(away.posts());

        var absence = absences.standing().getFirst().id().toString();
        answer(post("/staff/absences/end").with(csrf()).cookie(head).param("absence", absence));
        assertThat(directory.principal(deputy.id()).orElseThrow().posts())
                .doesNotContainAnyElementsOf(away.posts());
    }

    private StaffMember member(String login) {
        return directory.current().staff().stream()
                .filter(member -> member.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    private String loginOf(String post) {
        return directory.current().holdersOf(post).getFirst().login();
    }

    private CaseFile promised(String item, Instant at) {
        return carry(done(submit(item, at), new Act.Accept(), at), at);
    }

    private CaseFile tolerated(Instant at) {
        var file =
                done(submit(FOOD, at), new Act.AcceptTolerantly(List.of("floor-plan"), true), at);
        return carry(done(file, new Act.BringPapers(List.of("floor-plan"), 1), at), at);
    }

    private CaseFile corrected(Instant at) {
        var file =
                done(
                        submit(FOOD, at),
                        new Act.TellCorrections(
                                List.of(new Act.Correction("floor-plan", "平面图", "没有标出后厨"))),
                        at);
        return carry(done(supplied(file, at), new Act.Accept(), at), at);
    }

    private CaseFile notAccepted(Instant at) {
        return done(
                submit(FOOD, at),
                new Act.RefuseAcceptance(Act.NonAcceptance.NOT_OUR_POWER, "由市级机关实施", "黔南州市场监督管理局"),
                at);
    }

    private CaseFile passedUp(Instant at) {
        var file = done(submit(LIFT, at), new Act.Accept(), at);
        file = untilDecision(file, at);
        file = done(file, new Act.Forward(file.openTasks().getFirst().no(), "符合条件"), at);
        var day = at.atZone(clock.getZone()).toLocalDate();
        file = done(file, new Act.RecordHigherDecision(true, "黔南市监〔2026〕8号", day, ""), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    private CaseFile simulated(Instant at) {
        var file = done(submit(PROJECT, at), new Act.AcceptForSimulation(List.of("用地批准文件")), at);
        file = untilDecision(file, at);
        file = done(file, new Act.Grant(file.openTasks().getFirst().no(), ""), at);
        file = done(file, new Act.MakeReal("用地批准文件已经取得"), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    private CaseFile heard(Instant at) {
        var file = done(submit(FOOD, at), new Act.Accept(), at);
        file = done(file, new Act.TellHearingRight("涉及相邻住户的重大利益", List.of("隔壁住户")), at);
        file =
                performed(
                        casework.perform(
                                file.caseId(),
                                OptionalInt.empty(),
                                UUID.randomUUID(),
                                new Act.AskForHearing("韦晓兰", "需要说明"),
                                Actor.applicant("a", "韦晓兰"),
                                at));
        var day = at.atZone(clock.getZone()).toLocalDate().plusDays(21);
        file = done(file, new Act.CallHearing(day, "政务中心三楼", "县司法局 王某"), at);
        var later = at.plus(Duration.ofDays(21));
        file = done(file, new Act.RecordHearing(List.of("韦晓兰"), "各方陈述了意见。"), later);
        return carry(file, later);
    }

    private CaseFile carry(CaseFile file) {
        return carry(file, clock.instant());
    }

    /** Everybody does their step, until it is in the applicant's hands. */
    private CaseFile carry(CaseFile accepted, Instant at) {
        var file = untilDecision(accepted, at);
        file = done(file, new Act.Grant(file.openTasks().getFirst().no(), ""), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    private CaseFile untilDecision(CaseFile accepted, Instant at) {
        var file = accepted;
        while (!file.openTasks().getFirst().decision()) {
            file = done(file, new Act.PassStep(file.openTasks().getFirst().no(), "同意"), at);
        }
        return file;
    }

    private CaseFile supplied(CaseFile file, Instant at) {
        return performed(
                casework.perform(
                        file.caseId(),
                        OptionalInt.of(file.version()),
                        UUID.randomUUID(),
                        new Act.SupplyCorrections("", 0),
                        everybody(file),
                        at));
    }

    private CaseFile done(CaseFile file, Act act, Instant at) {
        return performed(
                casework.perform(
                        file.caseId(),
                        OptionalInt.of(file.version()),
                        UUID.randomUUID(),
                        act,
                        everybody(file),
                        at));
    }

    private static CaseFile performed(Performed performed) {
        assertThat(performed).isInstanceOf(Performed.Done.class);
        return ((Performed.Done) performed).file();
    }

    /** Somebody who holds every post that works, or has worked, on the case. */
    private static Actor everybody(CaseFile file) {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "潘某忠",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER, Right.HEAD),
                file.tasks().stream().map(CaseTask::post).collect(Collectors.toSet()),
                Optional.empty());
    }

    /** Carries the whole line of these cases to one follower, as it would come by itself. */
    private void follow(String name, CaseFile... files) {
        var follower =
                followers.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        for (var file : files) register.line(file.caseId()).forEach(follower::follow);
    }

    private CaseFile followed(CaseFile file) {
        follow("automatic", file);
        return casework.find(file.caseId()).orElseThrow();
    }

    private CaseFile submit(String item, Instant at) {
        return submit(item, Map.of(), at);
    }

    /** A person who has signed in with a real name registers odd jobs for that number. */
    private CaseFile registering(String workerId) {
        return submit(ODD_JOBS, Map.of("workerId", workerId, "workerName", "韦晓兰"), clock.instant());
    }

    private CaseFile submit(String item, Map<String, Object> form, Instant at) {
        var applicant =
                new Applicant(
                        Applicant.Kind.PERSON,
                        "韦晓兰",
                        "990101199001010019",
                        "韦晓兰",
                        "13800003210",
                        "三合街道 " + people.incrementAndGet() + " 号");
        var current = catalogue.current(item).orElseThrow();
        return casework.submit(
                new Submission(
                        UUID.randomUUID(),
                        item,
                        current.version(),
                        Channel.WINDOW,
                        new PrivatePart(applicant, Map.of(), new HashMap<>(form)),
                        Act.DeliveryWay.WINDOW,
                        new HashSet<>(
                                current.definition().steps().stream().map(s -> s.key()).toList()),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                Actor.applicant("a", "韦晓兰"),
                at);
    }

    private static MockHttpServletRequestBuilder batch(
            Cookie reviewer, String step, String form, String opinion, String... cases) {
        var sent =
                post("/staff/batch")
                        .with(csrf())
                        .cookie(reviewer)
                        .param("item", TOBACCO)
                        .param("step", step)
                        .param("batchId", firstMatch(form, "name=\"batchId\" value=\"([^\"]+)\""))
                        .param("opinion", opinion);
        return cases.length == 0 ? sent : sent.param("case", cases);
    }

    private static MockHttpServletRequestBuilder onCard(
            String card, Cookie staff, String act, String words, int version) {
        return post(card)
                .with(csrf())
                .cookie(staff)
                .param("act", act)
                .param("words", words)
                .param("version", Integer.toString(version));
    }

    private Cookie atWork(String login) throws Exception {
        var answer =
                answer(
                        post("/staff/sign-in")
                                .with(csrf())
                                .param("login", login)
                                .param("password", PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return text(answer);
    }

    private static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
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
