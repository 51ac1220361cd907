package org.tongban.accounts.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.PeopleHouse;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.IdentityClients;
import org.tongban.accounts.PrivatePart;
import org.tongban.directory.Directory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department's system lets people sign in by this platform, request by request. */
@Tag("D1")
@Tag("H4")
class HandOverTests extends PeopleHouse {

    private static final String NUMBER = "990101196503030059";
    private static final String PASSWORD = "a quiet river";
    private static final String BACK = "https://yibao.example/back";
    private static final String OUT = "https://yibao.example/out";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    @Autowired private Accounts accounts;
    @Autowired private IdentityClients clients;
    @Autowired private Directory directory;

    private IdentityClients.Admitted system = new IdentityClients.Admitted("", "");

    @BeforeEach
    void aPersonAndASystem() {
        accounts.register("handed", PASSWORD, "石某交", new PrivatePart(NUMBER, "13800003219", ""));
        system =
                clients.admit(
                        "县医保经办系统",
                        "某县医疗保障局",
                        "办理门诊费用报销",
                        Set.of("name", "number.masked", "level"),
                        List.of(BACK),
                        List.of(OUT));
    }

    @Test
    void anAdministratorAdmitsASystemAndSeesItsSecretOnce() throws Exception {
        directory.replaceWith(county("shilan"), Optional.of("tongban-2026"));
        var admin = signedIn("/staff/sign-in", "shilan", "tongban-2026");
        var wrong =
                answer(
                        post("/staff/identity-clients")
                                .cookie(admin)
                                .with(csrf())
                                .param("name", "县医保系统二")
                                .param("redirects", "http://evil.example/back"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong))
                .contains("请填写", "http://evil.example/back 不是可以用的地址", "value=\"县医保系统二\"");

        var created =
                page(
                        post("/staff/identity-clients")
                                .cookie(admin)
                                .with(csrf())
                                .param("name", "县医保系统二")
                                .param("office", "某县医疗保障局")
                                .param("purpose", "报销")
                                .param("scopes", "name", "no-such-scope")
                                .param("redirects", BACK + "\n\n"));
        assertThat(created)
                .contains("密钥只显示这一次", "http://localhost/.well-known/openid-configuration");

        var list = page(get("/staff/identity-clients").cookie(admin));
        assertThat(list).contains("县医保系统二", "某县医疗保障局", "姓名", BACK);
        var secret = found("id=\"client-secret\">([^<]+)<", created);
        assertThat(list).doesNotContain(secret);

        var id = found("id=\"client-id\">([^<]+)<", created);
        answer(post("/staff/identity-clients/" + id + "/remove").cookie(admin).with(csrf()));
        assertThat(clients.find(id)).isEmpty();
    }

    @Test
    void theDocumentDescribesWhatIsThereAndNoMore() throws Exception {
        var document = json(page(get("/.well-known/openid-configuration")));

        assertThat(document.at("/issuer").asString()).isEqualTo("http://localhost");
        assertThat(document.at("/authorization_endpoint").asString())
                .isEqualTo("http://localhost/identity/authorize");
        assertThat(document.at("/code_challenge_methods_supported").toString()).contains("S256");
        assertThat(document.at("/subject_types_supported").toString()).contains("pairwise");
        assertThat(document.at("/scopes_supported").toString()).contains("number.masked");
        assertThat(document.has("introspection_endpoint")).isFalse();
        assertThat(document.has("device_authorization_endpoint")).isFalse();
    }

    @Test
    void aPersonAgreesTheSystemIsToldAndThePersonReadsIt() throws Exception {
        var asked = authorize("openid name number.masked");
        var toSignIn = answer(get(URI.create(asked)));
        assertThat(toSignIn.getRedirectedUrl()).startsWith("/sign-in?next=%2Fidentity%2Fauthorize");

        var person = signedIn("/sign-in", "handed", PASSWORD);
        var question = answer(get(URI.create(asked)).cookie(person)).getRedirectedUrl();
        var page = page(get(new URI(Objects.requireNonNull(question))).cookie(person));
        assertThat(page)
                .contains("登录县医保经办系统", "某县医疗保障局", "办理门诊费用报销", "身份证号（隐去部分）", "石某交")
                .doesNotContain("手机号", NUMBER);

        var tokens = tokens(code(agrees(page, person)));
        isSignedByUs(tokens.at("/id_token").asString());
        var told = json(page(get("/identity/userinfo").header("Authorization", bearer(tokens))));
        assertThat(told.at("/name").asString()).isEqualTo("石某交");
        assertThat(told.at("/id_number_masked").asString()).contains("*").doesNotContain(NUMBER);
        assertThat(told.has("id_number")).isFalse();
        assertThat(told.has("phone_number")).isFalse();

        assertThat(page(get("/my/looks").cookie(person)))
                .contains("县医保经办系统", "某县医疗保障局", "姓名", "办理门诊费用报销");
        // The second time nobody is asked, and the code is another.
        var again = answer(get(URI.create(asked)).cookie(person));
        assertThat(again.getRedirectedUrl()).isEqualTo("/identity/leave");

        takesItBack(person, tokens, asked);
    }

    private void takesItBack(Cookie person, JsonNode tokens, String asked) throws Exception {
        var systems = page(get("/my/systems").cookie(person));
        assertThat(systems).contains("县医保经办系统", "撤回对");
        var end = found("action=\"(/my/systems/[^\"]+/end)\"", systems);
        assertThat(answer(post(end).cookie(person).with(csrf())).getRedirectedUrl())
                .isEqualTo("/my/systems?done=ended");
        assertThat(answer(post(end).cookie(person).with(csrf())).getStatus()).isEqualTo(404);

        var silent = answer(get("/identity/userinfo").header("Authorization", bearer(tokens)));
        assertThat(silent.getStatus()).isEqualTo(401);
        assertThat(answer(get(URI.create(asked)).cookie(person)).getRedirectedUrl())
                .contains("/identity/ask");
        assertThat(page(get("/my/systems").cookie(person))).contains("已结束");
    }

    @Test
    void moreThanWasAgreedIsAskedForAnewAndMoreThanIsAllowedRefused() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var little = authorize("openid level");
        var page = page(get(uri(answer(get(URI.create(little)).cookie(person)))).cookie(person));
        code(agrees(page, person));

        assertThat(
                        answer(get(URI.create(authorize("openid level name"))).cookie(person))
                                .getRedirectedUrl())
                .contains("/identity/ask");
        answer(get(URI.create(authorize("openid mobile"))).cookie(person));
        assertThat(left(person)).contains("error=invalid_scope", "state=its-own");
    }

    @Test
    void whoSaysNoIsTakenBackAndNothingIsTold() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var page =
                page(
                        get(uri(answer(get(URI.create(authorize("openid name"))).cookie(person))))
                                .cookie(person));
        var state = found("name=\"state\" value=\"([^\"]+)\"", page);

        var refused =
                answer(post("/identity/refuse").cookie(person).with(csrf()).param("state", state));

        assertThat(refused.getRedirectedUrl()).isEqualTo("/identity/leave");
        assertThat(left(person)).startsWith(BACK).contains("error=access_denied", "state=its-own");
        assertThat(answer(get("/identity/leave").cookie(person)).getRedirectedUrl())
                .isEqualTo("/my");
    }

    @Test
    void theConsentOfOneIsNotGivenByAnother() throws Exception {
        accounts.register(
                "nosy", PASSWORD, "石某好", new PrivatePart("990101196503030075", "13800003218", ""));
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var question = uri(answer(get(URI.create(authorize("openid name"))).cookie(person)));
        var nosy = signedIn("/sign-in", "nosy", PASSWORD);

        assertThat(answer(get(question).cookie(nosy)).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyIsSentToAnAddressThatIsNotTheSystems() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var elsewhere = authorize("openid").replace("yibao.example%2Fback", "evil.example");

        var refused = answer(get(URI.create(elsewhere)).cookie(person));

        assertThat(refused.getStatus()).isEqualTo(400);
        assertThat(refused.getRedirectedUrl()).isNull();
    }

    @Test
    void withoutTheKeyOfAProofNothingBegins() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var bare = authorize("openid").replaceAll("&code_challenge[^&]*", "");

        answer(get(URI.create(bare)).cookie(person));

        assertThat(left(person)).contains("error=invalid_request");
    }

    @Test
    void aCodeNeedsTheSecretAndTheProofAndWorksOnce() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var page =
                page(
                        get(uri(answer(get(URI.create(authorize("openid"))).cookie(person))))
                                .cookie(person));
        var code = code(agrees(page, person));

        assertThat(exchange(code, "wrong secret", VERIFIER).getStatus()).isEqualTo(401);
        assertThat(exchange(code, system.secret(), VERIFIER + "x").getStatus()).isEqualTo(400);
        assertThat(exchange(code, system.secret(), VERIFIER).getStatus()).isEqualTo(200);
        assertThat(exchange(code, system.secret(), VERIFIER).getStatus()).isEqualTo(400);
    }

    @Test
    void aTokenOfThisDoorOpensNothingAtTheOther() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var page =
                page(
                        get(uri(answer(get(URI.create(authorize("openid"))).cookie(person))))
                                .cookie(person));
        var tokens = tokens(code(agrees(page, person)));

        var refused = answer(get("/api/v1/items").header("Authorization", bearer(tokens)));

        assertThat(refused.getStatus()).isEqualTo(401);
    }

    @Test
    void whoSignsOutThereIsAskedWhetherToSignOutHere() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var address =
                "/identity/logout?state=gone&client_id="
                        + system.id()
                        + "&post_logout_redirect_uri=";
        assertThat(page(get(address + OUT).cookie(person))).contains("也退出本平台吗", "县医保经办系统");
        assertThat(page(get(address + "https://evil.example").cookie(person)))
                .doesNotContain("value=\"https://evil.example\"");

        var out =
                answer(
                        post("/identity/logout")
                                .cookie(person)
                                .with(csrf())
                                .param("client", system.id())
                                .param("back", OUT)
                                .param("state", "gone"));

        assertThat(left(session(out))).isEqualTo(OUT + "?state=gone");
        assertThat(answer(get("/my/systems").cookie(person)).getStatus()).isEqualTo(302);
    }

    @Test
    void twoSystemsKnowOnePersonByTwoCodes() throws Exception {
        var person = signedIn("/sign-in", "handed", PASSWORD);
        var first = subject(person);
        aPersonAndASystem();

        assertThat(subject(person)).isNotEqualTo(first);
    }

    private String subject(Cookie person) throws Exception {
        var page =
                page(
                        get(uri(answer(get(URI.create(authorize("openid"))).cookie(person))))
                                .cookie(person));
        var tokens = tokens(code(agrees(page, person)));
        return SignedJWT.parse(tokens.at("/id_token").asString()).getJWTClaimsSet().getSubject();
    }

    private String authorize(String scopes) throws Exception {
        var challenge =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        return "/identity/authorize?response_type=code&client_id="
                + system.id()
                + "&redirect_uri="
                + java.net.URLEncoder.encode(BACK, StandardCharsets.UTF_8)
                + "&scope="
                + scopes.replace(" ", "%20")
                + "&state=its-own&nonce=its-nonce&code_challenge="
                + challenge
                + "&code_challenge_method=S256";
    }

    private MockHttpServletResponse agrees(String page, Cookie person) throws Exception {
        var scopes =
                Pattern.compile("name=\"scope\" value=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(one -> one.group(1))
                        .toArray(String[]::new);
        var agreed =
                answer(
                        post("/identity/authorize")
                                .cookie(person)
                                .with(csrf())
                                .param("client_id", system.id())
                                .param("state", found("name=\"state\" value=\"([^\"]+)\"", page))
                                .param("scope", scopes));
        assertThat(agreed.getRedirectedUrl()).as(text(agreed)).isEqualTo("/identity/leave");
        return answer(get("/identity/leave").cookie(person));
    }

    private String left(Cookie person) throws Exception {
        return leads(answer(get("/identity/leave").cookie(person)));
    }

    private static String leads(MockHttpServletResponse page) {
        return Objects.requireNonNull(page.getHeader("Refresh")).replaceFirst("^0; url=", "");
    }

    private static String code(MockHttpServletResponse page) {
        var back = UriComponentsBuilder.fromUriString(leads(page)).build();
        assertThat(leads(page)).startsWith(BACK);
        assertThat(back.getQueryParams().getFirst("state")).isEqualTo("its-own");
        return Objects.requireNonNull(back.getQueryParams().getFirst("code"));
    }

    private JsonNode tokens(String code) throws Exception {
        var answer = exchange(code, system.secret(), VERIFIER);
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return json(text(answer));
    }

    private MockHttpServletResponse exchange(String code, String secret, String verifier)
            throws Exception {
        return answer(
                post("/identity/token")
                        .with(httpBasic(system.id(), secret))
                        .param("grant_type", "authorization_code")
                        .param("code", code)
                        .param("redirect_uri", BACK)
                        .param("code_verifier", verifier));
    }

    private void isSignedByUs(String token) throws Exception {
        var keys = JWKSet.parse(page(get("/identity/jwks")));
        var read = SignedJWT.parse(token);
        assertThat(read.verify(new ECDSAVerifier(keys.getKeys().getFirst().toECKey()))).isTrue();
        assertThat(read.getJWTClaimsSet().getAudience()).containsExactly(system.id());
        assertThat(read.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo("its-nonce");
        assertThat(read.getJWTClaimsSet().getIssuer()).isEqualTo("http://localhost");
        assertThat(token).doesNotContain("石某交");
        assertThat(read.getJWTClaimsSet().getClaims()).doesNotContainKeys("name", "id_number");
    }

    private static String bearer(JsonNode tokens) {
        return "Bearer " + tokens.at("/access_token").asString();
    }

    private static URI uri(MockHttpServletResponse redirect) throws Exception {
        return new URI(Objects.requireNonNull(redirect.getRedirectedUrl()));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String found(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
