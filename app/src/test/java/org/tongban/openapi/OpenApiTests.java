package org.tongban.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.TestDatabase;
import org.tongban.access.ApiClients;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.PublishItem;
import org.tongban.catalogue.publish.Terms;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.DirectoryImport;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.Region;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Tag("H2")
class OpenApiTests {

    private static final String ALL = "cases.read cases.submit staff.act";

    private static final String APPLICANT =
            """
            {"kind": "person", "name": "韦某兰", "number": "990101199001010019",
             "mobile": "13800003210", "address": "某街道1号"}
            """;

    private static final String COMPLETE =
            """
            {"item": "stall", "applicant": %s, "situation": {"place": "street"},
             "form": {"shop": "卷粉摊", "area": 12}}
            """
                    .formatted(APPLICANT);

    private static final String REGION = "990101000000";

    @LocalServerPort private int port;
    @Autowired private Directory directory;
    @Autowired private PublishItem publish;
    @Autowired private Clock clock;
    @Autowired private ApiClients clients;
    @Autowired private ApiClientsAdmin admin;
    @Autowired private MockMvc browser;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        TestDatabase.fresh().serve(registry);
    }

    @BeforeEach
    void aPlaceWithOneItem() {
        directory.replaceWith(place(), Optional.empty());
        publish.publish(
                ItemJson.read(STALL), 1, Terms.from(LegalToday.of(clock), Terms.Cause.PACK));
    }

    @Test
    void anApplicationTravelsFromDraftToDecisionByTheInterfaceAlone() {
        var api = officer("weishu");
        var draft = api.post("/api/v1/drafts", COMPLETE);
        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        assertThat(draft.at("/missing/0/pointer")).isEqualTo("/files/id-card");
        var path = "/api/v1/drafts/" + draft.at("/id");
        assertThat(api.upload(path + "/files", "id-card", "身份证.png", picture()).status())
                .isEqualTo(201);

        var receipt = api.post(path + "/submit", "");

        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        var again = api.post(path + "/submit", "");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(receipt.json());

        var thisCase = "/api/v1/cases/" + receipt.at("/caseNo");
        var received = api.get(thisCase);
        assertThat(received.at("/state")).isEqualTo("received");
        assertThat(received.at("/clocks/0/dueOn")).isEqualTo(receipt.at("/answerBy"));
        assertThat(received.at("/clocks/0/explained/0/why")).isNotEmpty();
        act(api, thisCase, "accept", "");
        act(api, thisCase, "pass-step", "\"taskNo\": 1, \"opinion\": \"同意\",");
        var granted = act(api, thisCase, "grant", "\"taskNo\": 2,");
        assertThat(granted.at("/outcome")).isEqualTo("granted");

        var shown = api.get(thisCase);
        assertThat(shown.at("/status")).isEqualTo("已准予");
        // The delivery follows by itself a moment later, as the fifth line.
        assertThat(api.get(thisCase + "/timeline").json().at("/lines"))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void anActSentAgainIsCarriedOutOnceAndAnsweredAlike() {
        var api = officer("weishu");
        var thisCase = submitted(api);
        var act = act("accept", 1, UUID.randomUUID(), "");

        var first = api.post(thisCase + "/acts", act);
        var second = api.post(thisCase + "/acts", act);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(api.get(thisCase + "/timeline").json().at("/lines")).hasSize(2);
    }

    @Test
    void aRefusalNamesItsReason() {
        var api = officer("weishu");
        var thisCase = submitted(api);

        var wrongState = api.post(thisCase + "/acts", act("grant", 1, "\"taskNo\": 1,"));
        var stale = api.post(thisCase + "/acts", act("accept", 7, ""));
        var wordless = api.post(thisCase + "/acts", act("refuse-acceptance", 1, GROUND));

        assertThat(wrongState.status()).isEqualTo(409);
        assertThat(wrongState.at("/code")).isEqualTo("not-in-this-state");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.at("/code")).isEqualTo("stale");
        assertThat(stale.at("/detail")).contains("新的变化");
        assertThat(wordless.status()).isEqualTo(422);
        assertThat(wordless.at("/code")).isEqualTo("words-missing");
        assertThat(wordless.at("/errors/0/pointer")).isEqualTo("/reason");
    }

    @Test
    void opinionsAndTasksAreForTheOfficersSystemOnly() {
        var api = officer("weishu");
        var thisCase = submitted(api);
        act(api, thisCase, "accept", "");
        act(api, thisCase, "pass-step", "\"taskNo\": 1, \"opinion\": \"内部意见\",");
        var reader = again(api, "cases.read");

        assertThat(api.get(thisCase + "/timeline").text()).contains("内部意见");
        assertThat(reader.get(thisCase + "/timeline").text())
                .doesNotContain("内部意见")
                .doesNotContain("韦某书");
        assertThat(reader.get(thisCase).json().has("tasks")).isFalse();
    }

    @Test
    void aCaseOfAnotherSystemIsNotThere() {
        var thisCase = submitted(officer("weishu"));
        var other = officer("yangyi");

        assertThat(other.get(thisCase).status()).isEqualTo(404);
        assertThat(other.get(thisCase + "/timeline").status()).isEqualTo(404);
        var act = other.post(thisCase + "/acts", act("accept", 1, ""));
        assertThat(act.status()).isEqualTo(404);
        assertThat(act.at("/code")).isEqualTo("no-such-case");
    }

    @Test
    void aDraftOfAnotherSystemIsNotThere() {
        var draft = officer("weishu").post("/api/v1/drafts", COMPLETE).at("/id");

        var other = officer("weishu");

        assertThat(other.put("/api/v1/drafts/" + draft, COMPLETE).status()).isEqualTo(404);
        assertThat(other.post("/api/v1/drafts/" + draft + "/submit", "").status()).isEqualTo(404);
    }

    @Test
    void anIncompleteApplicationIsToldWhatIsMissingPlaceByPlace() {
        var api = officer("weishu");
        var draft =
                api.post(
                        "/api/v1/drafts",
                        """
                        {"item": "stall", "applicant": {"kind": "person", "name": "韦某兰",
                         "number": "990101199001010018"}, "form": {"area": 99999}}
                        """);

        assertThat(draft.status()).as(draft.text()).isEqualTo(201);
        var missing =
                draft.json().at("/missing").valueStream().map(m -> m.at("/pointer").asString());
        assertThat(missing)
                .containsExactly(
                        "/applicant/number",
                        "/applicant/mobile",
                        "/situation/place",
                        "/form/shop",
                        "/form/area",
                        "/files/id-card");
        var submit = api.post("/api/v1/drafts/" + draft.at("/id") + "/submit", "");
        assertThat(submit.status()).isEqualTo(422);
        assertThat(submit.at("/code")).isEqualTo("incomplete");
        assertThat(submit.json().at("/errors")).hasSize(6);
    }

    @Test
    void aRegionIsTakenByCodeOrNameAndRefusedWhenItIsNotOfThePlace() {
        var api = officer("weishu");

        assertThat(draftIn(api, REGION).at("/missing/0/pointer")).isEqualTo("/files/id-card");
        assertThat(draftIn(api, "某县").at("/missing/0/pointer")).isEqualTo("/files/id-card");
        var foreign = draftIn(api, "110000000000");
        assertThat(foreign.at("/missing/0/pointer")).isEqualTo("/form/town");
        assertThat(foreign.at("/missing/0/detail")).contains("没有找到这个地方");
    }

    private static Api.Answer draftIn(Api api, String town) {
        return api.post(
                "/api/v1/drafts",
                COMPLETE.replace("\"area\": 12", "\"area\": 12, \"town\": \"" + town + "\""));
    }

    @Test
    void whatWasSubmittedCanNoLongerBeChanged() {
        var api = officer("weishu");
        var path = readyDraft(api);
        api.post(path + "/submit", "");

        assertThat(api.put(path, COMPLETE).at("/code")).isEqualTo("already-submitted");
        assertThat(api.upload(path + "/files", "id-card", "a.png", picture()).status())
                .isEqualTo(409);
    }

    @Test
    void aFileIsJudgedByItsContentAndCanBeTakenOff() {
        var api = officer("weishu");
        var path = "/api/v1/drafts/" + api.post("/api/v1/drafts", COMPLETE).at("/id") + "/files";

        var script = api.upload(path, "id-card", "a.png", new byte[] {1, 2, 3});
        assertThat(script.status()).isEqualTo(415);
        assertThat(script.at("/errors/0/code")).isEqualTo("type-not-allowed");
        assertThat(api.upload(path, "diploma", "a.png", picture()).status()).isEqualTo(422);

        var file = api.upload(path, "id-card", "a.png", picture()).at("/fileNo");
        assertThat(api.delete(path + "/" + file).status()).isEqualTo(204);
        assertThat(api.delete(path + "/" + file).status()).isEqualTo(404);
    }

    @Test
    void aWrongTokenIsRefused() {
        for (var api : List.of(Api.without(port), Api.with(port, "wrong"))) {
            var answer = api.get("/api/v1/cases/1");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.type()).startsWith("application/problem+json");
        }
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() {
        var reader = again(officer("weishu"), "cases.read");

        var answer = reader.post("/api/v1/drafts", COMPLETE);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void aSystemThatActsForNobodyCannotApply() {
        var secret = clients.newSecret();
        clients.admit(new ApiClients.Client("lonely", "无人", Set.of("cases.submit"), null), secret);
        var api = Api.signedIn(port, "lonely", secret, "cases.submit");

        var answer = api.post("/api/v1/drafts", COMPLETE);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/code")).isEqualTo("no-staff-binding");
        assertThat(answer.at("/detail")).contains("绑定");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"item\": \"stall\"                            | 400 | malformed-json | -",
                "{\"item\": \"a\", \"item\": \"b\"}               | 400 | malformed-json | -",
                "{} {}                                           | 422 | invalid        | -",
                "[]                                              | 422 | invalid        | -",
                "null                                            | 422 | invalid        | -",
                "{\"item\": 7, \"applicant\": {}}                 | 422 | invalid | /item",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"person\"}, \"itm\": 1} | 422"
                        + " | invalid | /itm",
                "{\"item\": \"nothing\", \"applicant\": {\"kind\": \"person\"}} | 422 | invalid"
                        + " | /item",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"ghost\"}} | 422 | invalid |"
                        + " /applicant/kind",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"person\"}, \"form\":"
                        + " {\"area\": 1e999999999}} | 422 | invalid | /form/area",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"person\"}, \"form\":"
                        + " {\"shop\": {\"a\": 1}}} | 422 | invalid | /form/shop",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"person\"}, \"form\":"
                        + " {\"colour\": \"red\"}} | 422 | invalid | /form/colour",
                "{\"item\": \"stall\", \"applicant\": {\"kind\": \"person\"}, \"situation\":"
                        + " {\"place\": \"moon\"}} | 422 | invalid | /situation/place"
            })
    void hostileJsonIsRefusedWithItsPlace(String body, int status, String code, String where) {
        var answer = officer("weishu").post("/api/v1/drafts", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.at("/code")).isEqualTo(code);
        if (!where.equals("-")) {
            assertThat(answer.at("/errors/0/pointer")).isEqualTo(where);
        }
    }

    @Test
    void deepAndLongJsonIsRefusedBeforeItIsUnderstood() {
        var api = officer("weishu");

        var deep = api.post("/api/v1/drafts", "{\"form\":".repeat(5_000));
        var longNumber = api.post("/api/v1/drafts", "{\"item\": " + "9".repeat(5_000) + "}");
        var large = api.post("/api/v1/drafts", "\"" + "x".repeat(600 * 1024) + "\"");

        assertThat(deep.status()).as(deep.text()).isBetween(400, 422);
        assertThat(longNumber.status()).as(longNumber.text()).isBetween(400, 422);
        assertThat(large.status()).isEqualTo(413);
    }

    @Test
    void whatTheHandlersNeverSeeIsAProblemToo() {
        var api = officer("weishu");

        assertThat(api.get("/api/v1/nothing").at("/code")).isEqualTo("not-found");
        assertThat(api.get("/api/v1/cases/not-a-number").status()).isEqualTo(404);
        assertThat(api.put("/api/v1/drafts/not-a-uuid", COMPLETE).status()).isEqualTo(404);
        assertThat(api.delete("/api/v1/items").at("/code")).isEqualTo("method-not-allowed");
        var plain = api.send("POST", "/api/v1/drafts", "text/plain", "hello");
        assertThat(plain.status()).isEqualTo(415);
        assertThat(plain.at("/code")).isEqualTo("unsupported-media-type");
    }

    @Test
    void aForeignFieldAndAnUnknownActAreNamed() {
        var api = officer("weishu");
        var thisCase = submitted(api);

        var foreign = api.post(thisCase + "/acts", act("accept", 1, "\"opinion\": \"好\","));
        var unknown = api.post(thisCase + "/acts", act("dance", 1, ""));

        assertThat(foreign.status()).as(foreign.text()).isEqualTo(422);
        assertThat(foreign.at("/errors/0/detail")).contains("opinion");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/errors/0/code")).isEqualTo("unknown-act");
    }

    @Test
    void itemsAreOpenToEverybodyWithTheirFormAsJsonSchema() {
        var api = Api.without(port);

        assertThat(api.get("/api/v1/items").at("/items/0/key")).isEqualTo("stall");
        assertThat(api.get("/api/v1/items?audience=ghost").status()).isEqualTo(422);
        var item = api.get("/api/v1/items/stall");
        assertThat(item.at("/form/properties/area/type")).as(item.text()).isEqualTo("integer");
        assertThat(item.at("/limits/promised/unit")).isEqualTo("working");
        assertThat(api.get("/api/v1/items/nothing").status()).isEqualTo(404);
    }

    @Test
    void publishedListsAreOpenToEverybodyWithWhatChanged() {
        var api = Api.without(port);

        assertThat(api.get("/api/v1/lists").text()).contains("at-most-one-trip", "容缺受理清单");
        var limits = api.get("/api/v1/lists/limits");
        assertThat(limits.at("/rows/0/item")).as(limits.text()).isEqualTo("stall");
        assertThat(limits.at("/rows/0/cells/term")).isNotEmpty();
        assertThat(api.get("/api/v1/lists/limits/changes?since=2020-01-01").at("/changes/0/kind"))
                .isEqualTo("added");
        assertThat(api.get("/api/v1/lists/limits/changes?since=gestern").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/lists/nothing").status()).isEqualTo(404);
    }

    @Test
    void theDescriptionListsEveryCall() {
        var description = Api.without(port).get("/api/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.at("/openapi")).startsWith("3.1");
        assertThat(description.json().at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/items",
                        "/api/v1/items/{key}",
                        "/api/v1/lists",
                        "/api/v1/lists/{key}",
                        "/api/v1/lists/{key}/changes",
                        "/api/v1/drafts",
                        "/api/v1/drafts/{id}",
                        "/api/v1/drafts/{id}/files",
                        "/api/v1/drafts/{id}/files/{fileNo}",
                        "/api/v1/drafts/{id}/submit",
                        "/api/v1/cases/{caseNo}",
                        "/api/v1/cases/{caseNo}/timeline",
                        "/api/v1/cases/{caseNo}/acts",
                        "/api/v1/facts",
                        "/api/v1/subscriptions/{id}/changes",
                        "/api/v1/permits");
        assertThat(
                        description.at(
                                "/components/securitySchemes/clientCredentials/flows"
                                        + "/clientCredentials/tokenUrl"))
                .isEqualTo("/oauth2/token");
        assertThat(description.json().at("/components/schemas/Act/discriminator/mapping"))
                .as(description.text())
                .hasSize(35);
        assertThat(description.at("/components/schemas/PassStep/properties/act/const"))
                .isEqualTo("pass-step");
        var references = Pattern.compile("\"#/components/schemas/([^\"]+)\"");
        assertThat(references.matcher(description.text()).results().map(r -> r.group(1)).distinct())
                .allMatch(name -> description.json().at("/components/schemas").has(name));
    }

    @Test
    void anAdministratorAdmitsASystemAndSeesItsSecretOnce() throws Exception {
        var made =
                browser.perform(
                                post("/staff/clients")
                                        .with(administrator())
                                        .with(csrf())
                                        .param("name", "县医院")
                                        .param("scopes", "cases.read", "cases.submit")
                                        .param("login", "weishu"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        var id = between(made, "client-id\">");
        var secret = between(made, "client-secret\">");

        assertThat(Api.signedIn(port, id, secret, "cases.read").get("/api/v1/cases/1").status())
                .isEqualTo(404);
        var list = shown("/staff/clients");
        assertThat(list).contains("县医院").contains(id).doesNotContain(secret);
        assertThat(shown("/staff/clients/" + id + "/remove")).contains("停止");

        browser.perform(
                post("/staff/clients/" + id + "/remove").with(administrator()).with(csrf()));

        assertThat(shown("/staff/clients")).doesNotContain(id);
    }

    @Test
    void aSystemThatSubmitsNeedsAnOfficer() throws Exception {
        var page =
                browser.perform(
                                post("/staff/clients")
                                        .with(administrator())
                                        .with(csrf())
                                        .param("name", "县医院")
                                        .param("scopes", "cases.submit"))
                        .andReturn()
                        .getResponse();

        assertThat(page.getStatus()).isEqualTo(422);
        assertThat(page.getContentAsString()).contains("要填写工作人员的登录名").contains("县医院");
    }

    private String shown(String path) throws Exception {
        return browser.perform(get(path).with(administrator()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private RequestPostProcessor administrator() {
        var member =
                directory.current().staff().stream()
                        .filter(one -> one.login().equals("longshan"))
                        .findFirst()
                        .orElseThrow();
        return authentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        directory.principal(member.id()).orElseThrow(),
                        null,
                        List.of(new SimpleGrantedAuthority("STAFF"))));
    }

    private static String between(String page, String mark) {
        var from = page.indexOf(mark) + mark.length();
        assertThat(from).as(page).isGreaterThan(mark.length());
        return page.substring(from, page.indexOf('<', from));
    }

    private ApiClientsAdmin.Created lastAdmitted = new ApiClientsAdmin.Created("", "");

    private Api officer(String login) {
        lastAdmitted =
                (ApiClientsAdmin.Created)
                        admin.create(
                                "系统",
                                Set.of("cases.read", "cases.submit", "staff.act"),
                                Optional.of(login));
        return Api.signedIn(port, lastAdmitted.clientId(), lastAdmitted.secret(), ALL);
    }

    /** The same system with fewer scopes. */
    private Api again(Api before, String scopes) {
        assertThat(before).isNotNull();
        return Api.signedIn(port, lastAdmitted.clientId(), lastAdmitted.secret(), scopes);
    }

    private static String readyDraft(Api api) {
        var path = "/api/v1/drafts/" + api.post("/api/v1/drafts", COMPLETE).at("/id");
        api.upload(path + "/files", "id-card", "身份证.png", picture());
        return path;
    }

    private static String submitted(Api api) {
        var receipt = api.post(readyDraft(api) + "/submit", "");
        assertThat(receipt.status()).as(receipt.text()).isEqualTo(201);
        return "/api/v1/cases/" + receipt.at("/caseNo");
    }

    private static Api.Answer act(Api api, String thisCase, String act, String fields) {
        var version = api.get(thisCase).json().at("/version").asInt();
        var answer = api.post(thisCase + "/acts", act(act, version, fields));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer;
    }

    private static String act(String act, int seenVersion, String fields) {
        return act(act, seenVersion, UUID.randomUUID(), fields);
    }

    private static String act(String act, int seenVersion, UUID id, String fields) {
        return "{%s \"act\": \"%s\", \"seenVersion\": %d, \"actId\": \"%s\"}"
                .formatted(fields, act, seenVersion, id);
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException fault) {
            throw new IllegalStateException("no picture", fault);
        }
        return bytes.toByteArray();
    }

    private static final String GROUND = "\"ground\": \"not-needed\",";

    private static DirectoryImport place() {
        return new DirectoryImport(
                new Place.Identity("某县", REGION, "12345", "{}"),
                List.of(new Region(REGION, "某县", Region.Level.COUNTY, Optional.empty(), false)),
                List.of(agency("market"), agency("health")),
                List.of(),
                List.of(
                        postOf("market-review", "market", "accept", "review"),
                        postOf("market-decide", "market", "decide", "deliver"),
                        postOf("health-review", "health", "accept", "review"),
                        postOf("health-admin", "health", "administer")),
                List.of(
                        person("weishu", "韦某书", "market-review", "market-decide"),
                        person("yangyi", "杨某医", "health-review"),
                        person("longshan", "龙某山", "health-admin")));
    }

    private static DirectoryImport.Person person(String login, String name, String... posts) {
        return new DirectoryImport.Person(
                login, name, "T-" + login, List.of(posts), Optional.empty());
    }

    private static Post postOf(String key, String agency, String... rights) {
        return new Post(
                key, key, Optional.of(agency), Optional.empty(), Set.of(rights), Post.Scope.AGENCY);
    }

    private static Agency agency(String key) {
        return new Agency(
                key,
                "某县" + key + "局",
                key,
                "某" + key,
                key.equals("market") ? "11990101MB1234567J" : "11990101MB7654321J",
                Agency.Kind.COUNTY,
                Agency.WindowKind.RESIDENT,
                OptionalInt.of(1),
                OptionalInt.of(1),
                OptionalInt.of(1),
                Optional.empty(),
                "0859-1111111",
                "0859-2222222",
                "某街道",
                REGION);
    }

    private static final String STALL =
            """
            {"key": "stall", "agency": "market", "name": "摆摊登记", "summary": "在街上摆摊前来登记。",
             "alsoCalled": ["摆摊"], "type": "01", "catalogCode": "990131001000", "level": 4,
             "audience": ["person"], "themes": ["开店"], "caseKind": "promised",
             "legalBasis": [{"law": "某条例", "article": "第一条", "gist": "摆摊要登记"}],
             "limits": {"statutory": {"days": 20, "unit": "working", "basis": "第四十二条"},
                        "promised": {"days": 5, "unit": "working"}},
             "visits": 0, "visitReason": "无", "onlineDepth": "full", "tolerant": false, "fee": [],
             "conditions": ["有固定的摊位"],
             "questions": [{"key": "place", "text": "摆在哪里？",
               "choices": [{"value": "street", "label": "街上"},
                           {"value": "market", "label": "市场里"}]}],
             "form": [{"page": "摊位", "fields": [
               {"key": "name", "label": "姓名", "type": "name", "required": true, "choices": [],
                "prefill": "applicant.name"},
               {"key": "shop", "label": "卖什么", "type": "text", "required": true, "choices": []},
               {"key": "area", "label": "面积", "type": "integer", "required": false, "min": "1",
                "max": "1000", "choices": []},
               {"key": "town", "label": "在哪个街道", "type": "region", "required": false,
                "choices": []}]}],
             "materials": [{"key": "id-card", "name": "身份证", "necessity": "required",
               "tolerated": false, "source": "self", "form": "electronic", "originals": 1,
               "copies": 0, "checks": ["清楚"]}],
             "steps": [{"key": "review", "name": "审查", "post": "market-review", "kind": "review",
               "days": 2, "after": []},
              {"key": "decide", "name": "决定", "post": "market-decide", "kind": "decision",
               "days": 1, "after": []}],
             "result": {"name": "登记证", "kind": "document"}, "specialProcedures": [], "faq": []}
            """;
}
