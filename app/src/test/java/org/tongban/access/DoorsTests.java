package org.tongban.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.TestDatabase;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.DemonstrationApplicants;
import org.tongban.accounts.PrivatePart;
import org.tongban.directory.Directory;
import org.tongban.directory.DirectoryImport;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.Region;

@SpringBootTest
@AutoConfigureMockMvc
@Import(DoorsTests.Handlers.class)
@Tag("H3")
class DoorsTests {

    private static final String PASSWORD = "correct horse battery";
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final AtomicReference<Duration> PASSED = new AtomicReference<>(Duration.ZERO);

    @Autowired private MockMvc browser;
    @Autowired private Directory directory;
    @Autowired private Accounts accounts;
    @Autowired private ApiClients clients;
    @Autowired private DSLContext db;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void peopleWithPasswords() {
        PASSED.set(Duration.ZERO);
        db.execute("DELETE FROM attempt");
        db.execute("UPDATE staff SET failures = 0, locked_until = NULL");
        db.execute("UPDATE account SET failures = 0, locked_until = NULL");
        directory.replaceWith(staffed("decide"), Optional.of(PASSWORD));
        accounts.importDemonstration(applicants(), PASSWORD);
    }

    @Test
    void aHandlerThatDoesNotOpenItselfIsNotThere() throws Exception {
        assertThat(status(get("/test/forgotten"))).isEqualTo(404);
    }

    @Test
    void aPublicHandlerAnswersEverybody() throws Exception {
        assertThat(status(get("/test/public"))).isEqualTo(200);
    }

    @Test
    void aStrangerIsSentToTheSignInAndBackToWhereTheyWere() throws Exception {
        var first = result(get("/test/mine?page=2"));

        assertThat(first.getResponse().getRedirectedUrl())
                .isEqualTo("/sign-in?next=%2Ftest%2Fmine%3Fpage%3D2");

        var signedIn =
                result(signIn("/sign-in", "weilan", PASSWORD).param("next", "/test/mine?page=2"));

        assertThat(signedIn.getResponse().getRedirectedUrl()).isEqualTo("/test/mine?page=2");
    }

    @Test
    void signInReturnsToNoOtherSite() throws Exception {
        for (var elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
            var signedIn = result(signIn("/sign-in", "weilan", PASSWORD).param("next", elsewhere));

            assertThat(signedIn.getResponse().getRedirectedUrl()).isEqualTo("/my");
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        var session = sessionOf(signIn("/sign-in", "weilan", PASSWORD));

        assertThat(status(post("/test/mine").cookie(session))).isEqualTo(403);
        assertThat(status(post("/test/mine").cookie(session).with(csrf()))).isEqualTo(200);
    }

    @Test
    void anUnknownLoginAndAWrongPasswordGetTheSameAnswer() throws Exception {
        var unknown = result(signIn("/sign-in", "nobody", PASSWORD)).getResponse();
        var wrong = result(signIn("/sign-in", "weilan", "wrong password")).getResponse();

        assertThat(unknown.getRedirectedUrl())
                .isEqualTo(wrong.getRedirectedUrl())
                .isEqualTo("/sign-in?failed");
    }

    @Test
    void fiveWrongPasswordsLockForAQuarterOfAnHour() throws Exception {
        for (var guess = 0; guess < 5; guess++) {
            result(signIn("/staff/sign-in", "shiyan", "wrong password"));
        }

        assertThat(leadsTo(signIn("/staff/sign-in", "shiyan", PASSWORD)))
                .isEqualTo("/staff/sign-in?failed");

        PASSED.set(Duration.ofMinutes(16));

        assertThat(leadsTo(signIn("/staff/sign-in", "shiyan", PASSWORD))).isEqualTo("/staff");
    }

    @Test
    void fourWrongPasswordsAndARightOneAreForgotten() throws Exception {
        for (var round = 0; round < 2; round++) {
            for (var guess = 0; guess < 4; guess++) {
                result(signIn("/sign-in", "weilan", "wrong password"));
            }

            assertThat(leadsTo(signIn("/sign-in", "weilan", PASSWORD))).isEqualTo("/my");
        }
    }

    @Test
    void tooManyWrongPasswordsFromOneAddressHaveToWait() throws Exception {
        db.execute("DELETE FROM attempt");
        for (var guess = 0; guess < PasswordProof.MOST_FAILURES_OF_AN_ADDRESS; guess++) {
            result(signIn("/sign-in", "nobody" + guess, "x"));
        }

        assertThat(leadsTo(signIn("/sign-in", "weilan", PASSWORD))).isEqualTo("/sign-in?wait");
    }

    @Test
    void signingInAsStaffEndsTheSessionAsApplicant() throws Exception {
        var asApplicant = sessionOf(signIn("/sign-in", "weilan", PASSWORD));
        var asStaff = sessionOf(signIn("/staff/sign-in", "shiyan", PASSWORD).cookie(asApplicant));

        assertThat(asStaff.getValue()).isNotEqualTo(asApplicant.getValue());
        assertThat(status(get("/test/mine").cookie(asApplicant))).isEqualTo(302);
        assertThat(status(get("/test/mine").cookie(asStaff))).isEqualTo(302);
        assertThat(status(get("/staff/test").cookie(asStaff))).isEqualTo(200);
    }

    @Test
    void anApplicantDoesNotPassTheDoorOfStaff() throws Exception {
        var session = sessionOf(signIn("/sign-in", "weilan", PASSWORD));

        var answer = result(get("/staff/test").cookie(session)).getResponse();

        assertThat(answer.getRedirectedUrl()).startsWith("/staff/sign-in");
    }

    @Test
    void aRightTakenAwayIsGoneAtTheNextRequest() throws Exception {
        var session = sessionOf(signIn("/staff/sign-in", "shiyan", PASSWORD));
        assertThat(status(get("/staff/test/decide").cookie(session))).isEqualTo(200);

        directory.replaceWith(staffed("accept"), Optional.empty());

        assertThat(status(get("/staff/test/decide").cookie(session))).isEqualTo(403);
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        var session = sessionOf(signIn("/sign-in", "weilan", PASSWORD));

        assertThat(status(post("/sign-out").cookie(session).with(csrf()))).isEqualTo(302);

        assertThat(status(get("/test/mine").cookie(session))).isEqualTo(302);
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() throws Exception {
        var session = sessionOf(signIn("/sign-in", "weilan", PASSWORD));
        assertThat(status(get("/test/mine").cookie(session))).isEqualTo(200);

        PASSED.updateAndGet(passed -> passed.plus(Duration.ofHours(13)));

        assertThat(status(get("/test/mine").cookie(session))).isEqualTo(302);
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        var answer = result(signIn("/sign-in", "weilan", PASSWORD)).getResponse();

        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("tongban=")
                .contains("HttpOnly")
                .contains("SameSite=Lax");
    }

    @Test
    void anotherSystemComesInWithATokenAndItsScopesOnly() throws Exception {
        var secret = clients.newSecret();
        clients.admit(new ApiClients.Client("bank", "某银行", Set.of("items.read"), null), secret);
        var token = token("bank", secret, "items.read");

        assertThat(status(get("/api/test/items").header("Authorization", "Bearer " + token)))
                .isEqualTo(200);
        assertThat(status(get("/api/test/cases").header("Authorization", "Bearer " + token)))
                .isEqualTo(403);
        assertThat(status(get("/api/test/items"))).isEqualTo(401);

        clients.shutOut("bank");

        assertThat(status(get("/api/test/items").header("Authorization", "Bearer " + token)))
                .isEqualTo(401);
    }

    @Test
    void aWrongTokenGetsAProblemThatAProgramCanRead() throws Exception {
        var answer =
                result(get("/api/test/items").header("Authorization", "Bearer wrong"))
                        .getResponse();

        assertThat(answer.getStatus()).isEqualTo(401);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    private String token(String client, String secret, String scope) throws Exception {
        var answer =
                result(
                                post("/oauth2/token")
                                        .with(httpBasic(client, secret))
                                        .param("grant_type", "client_credentials")
                                        .param("scope", scope))
                        .getResponse()
                        .getContentAsString();
        var token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    private static MockHttpServletRequestBuilder signIn(
            String page, String login, String password) {
        return post(page).with(csrf()).param("login", login).param("password", password);
    }

    private Cookie sessionOf(MockHttpServletRequestBuilder request) throws Exception {
        var cookie = result(request).getResponse().getCookie("tongban");
        return Objects.requireNonNull(cookie, "no session began");
    }

    private String leadsTo(MockHttpServletRequestBuilder request) throws Exception {
        return String.valueOf(result(request).getResponse().getRedirectedUrl());
    }

    private int status(MockHttpServletRequestBuilder request) throws Exception {
        return result(request).getResponse().getStatus();
    }

    private MvcResult result(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn();
    }

    private static DirectoryImport staffed(String right) {
        return new DirectoryImport(
                new Place.Identity("某县", "990101000000", "12345", "{}"),
                List.of(
                        new Region(
                                "990101000000",
                                "某县",
                                Region.Level.COUNTY,
                                Optional.empty(),
                                false)),
                List.of(),
                List.of(),
                List.of(
                        new Post(
                                "desk",
                                "岗",
                                Optional.empty(),
                                Optional.empty(),
                                Set.of(right),
                                Post.Scope.REGION)),
                List.of(
                        new DirectoryImport.Person(
                                "shiyan", "石某燕", "T0001", List.of("desk"), Optional.empty())));
    }

    private static DemonstrationApplicants applicants() {
        return new DemonstrationApplicants(
                List.of(
                        new DemonstrationApplicants.DemonstrationPerson(
                                Optional.of("weilan"),
                                "韦某兰",
                                new PrivatePart("990101199001010019", "13800003210", "某街道"),
                                Optional.of("群众"))),
                List.of());
    }

    @RestController
    static class Handlers {

        @GetMapping("/test/forgotten")
        String forgotten() {
            return "never seen";
        }

        @GetMapping("/test/public")
        @Open(door = Door.PUBLIC, audit = "test.shown")
        String everybody() {
            return "seen";
        }

        @GetMapping("/test/mine")
        @Open(door = Door.APPLICANT, audit = "test.shown")
        String mine(ApplicantPrincipal applicant) {
            return applicant.name();
        }

        @PostMapping("/test/mine")
        @Open(door = Door.APPLICANT, audit = "test.changed")
        String change(ApplicantPrincipal applicant) {
            return applicant.name();
        }

        @GetMapping("/staff/test")
        @Open(door = Door.STAFF, audit = "test.shown")
        String staff(StaffPrincipal staff) {
            return staff.name();
        }

        @GetMapping("/staff/test/decide")
        @Open(door = Door.STAFF, audit = "test.decided", right = "decide")
        String decide(StaffPrincipal staff) {
            return staff.name();
        }

        @GetMapping("/api/test/items")
        @Open(door = Door.SYSTEM_API, audit = "test.read", right = "items.read")
        String items(SystemPrincipal system) {
            return system.clientId();
        }

        @GetMapping("/api/test/cases")
        @Open(door = Door.SYSTEM_API, audit = "test.read", right = "cases.read")
        String cases(SystemPrincipal system) {
            return system.clientId();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class MovedClock {

        /** A morning in March, plus what a test lets pass. */
        @Bean
        @Primary
        Clock movedClock() {
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneId.of("Asia/Shanghai");
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return Clock.fixed(instant(), zone);
                }

                @Override
                public Instant instant() {
                    return MORNING.plus(PASSED.get());
                }
            };
        }
    }
}
