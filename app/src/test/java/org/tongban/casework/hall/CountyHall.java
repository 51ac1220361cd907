package org.tongban.casework.hall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
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
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Performed;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.Right;
import org.tongban.casework.Submission;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Directory;
import org.tongban.pack.PackImport;
import org.tongban.pack.SanduInForce;

/** The hall of the pack, with people who carry cases through it: what its tests share. */
@SpringBootTest(properties = "tongban.followers=false")
@AutoConfigureMockMvc
abstract class CountyHall {

    static final String PASSWORD = "tongban-2026";
    static final String FOOD = "food-business-new";
    static final String TOBACCO = "tobacco-retail-renewal";
    @Autowired MockMvc browser;
    @Autowired PackImport packs;
    @Autowired private DSLContext db;
    @Autowired Casework casework;
    @Autowired CaseRegister register;
    @Autowired Catalogue catalogue;
    @Autowired Directory directory;
    @Autowired List<Follower> followers;
    @Autowired Clock clock;

    private final AtomicInteger people = new AtomicInteger();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void theCountyOfThePack() throws Exception {
        SanduInForce.in(packs, db);
    }

    String loginOf(String post) {
        return directory.current().holdersOf(post).getFirst().login();
    }

    CaseFile carry(CaseFile file) {
        return carry(file, clock.instant());
    }

    /** Everybody does their step, until it is in the applicant's hands. */
    CaseFile carry(CaseFile accepted, Instant at) {
        var file = untilDecision(accepted, at);
        file = done(file, new Act.Grant(file.openTasks().getFirst().no(), ""), at);
        return done(file, new Act.Deliver(Act.DeliveryWay.WINDOW, "本人"), at);
    }

    CaseFile untilDecision(CaseFile accepted, Instant at) {
        var file = accepted;
        while (!file.openTasks().getFirst().decision()) {
            file = done(file, new Act.PassStep(file.openTasks().getFirst().no(), "同意"), at);
        }
        return file;
    }

    CaseFile supplied(CaseFile file, Instant at) {
        return performed(
                casework.perform(
                        file.caseId(),
                        OptionalInt.of(file.version()),
                        UUID.randomUUID(),
                        new Act.SupplyCorrections("", 0),
                        everybody(file),
                        at));
    }

    CaseFile done(CaseFile file, Act act, Instant at) {
        return performed(
                casework.perform(
                        file.caseId(),
                        OptionalInt.of(file.version()),
                        UUID.randomUUID(),
                        act,
                        everybody(file),
                        at));
    }

    static CaseFile performed(Performed performed) {
        assertThat(performed).isInstanceOf(Performed.Done.class);
        return ((Performed.Done) performed).file();
    }

    /** Somebody who holds every post that works, or has worked, on the case. */
    static Actor everybody(CaseFile file) {
        return new Actor(
                Actor.Kind.STAFF,
                "all",
                "潘某忠",
                Set.of(Right.ACCEPT, Right.REVIEW, Right.DECIDE, Right.DELIVER, Right.HEAD),
                file.tasks().stream().map(CaseTask::post).collect(Collectors.toSet()),
                Optional.empty());
    }

    /** Carries the whole line of these cases to one follower, as it would come by itself. */
    void follow(String name, CaseFile... files) {
        var follower =
                followers.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
        for (var file : files) register.line(file.caseId()).forEach(follower::follow);
    }

    CaseFile submit(String item, Instant at) {
        return submit(item, Map.of(), at);
    }

    CaseFile submit(String item, Map<String, Object> form, Instant at) {
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

    Cookie atWork(String login) throws Exception {
        var answer =
                answer(
                        post("/staff/sign-in")
                                .with(csrf())
                                .param("login", login)
                                .param("password", PASSWORD));
        return Objects.requireNonNull(answer.getCookie("tongban"), "no session began");
    }

    String page(MockHttpServletRequestBuilder request) throws Exception {
        var answer = answer(request);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return text(answer);
    }

    static String text(MockHttpServletResponse answer) throws Exception {
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    static String firstMatch(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    MockHttpServletResponse answer(RequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }
}
