package org.tongban.accounts.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.accounts.Told;
import org.tongban.accounts.provider.Came.Fault;

/** The whole code flow with a real provider, and with one that lies. */
@Tag("D1")
class AskProviderTests {

    private static final OtherHouse PROVINCE = OtherHouse.theOnly();

    private final MockHttpSession session = new MockHttpSession();

    @BeforeAll
    static void somebodyIsKnownThere() {
        PROVINCE.knows(
                "lan",
                Map.of(
                        "name", "韦某兰",
                        "id_number", "990101199001010019",
                        "phone_number", "13800003210",
                        "level", "L3"));
        PROVINCE.knows("vague", Map.of("name", "某人", "id_number", "1234", "level", "L1"));
    }

    @BeforeEach
    void itTellsTheTruth() {
        PROVINCE.tells(OtherHouse.Lie.NONE);
    }

    @Test
    void asksWithStateNonceAndTheKeyOfAProof() {
        var address = begun(provider(PROVINCE.issuer()));

        var asked = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
        assertThat(asked.getFirst("response_type")).isEqualTo("code");
        assertThat(asked.getFirst("code_challenge_method")).isEqualTo("S256");
        assertThat(asked).containsKeys("code_challenge", "state", "nonce");
        assertThat(asked.getFirst("redirect_uri")).isEqualTo(OtherHouse.BACK);
    }

    @Test
    void bringsBackWhoSignedInThereAndWhereTheyWantToGo() {
        var provider = provider(PROVINCE.issuer());

        var came = visit(provider, "lan");

        assertThat(came)
                .isInstanceOfSatisfying(
                        Came.Back.class,
                        back -> {
                            assertThat(back.told()).satisfies(AskProviderTests::isLan);
                            assertThat(back.errand().next()).isEqualTo("/apply/food");
                        });
    }

    private static void isLan(Told told) {
        assertThat(told.issuer()).isEqualTo(PROVINCE.issuer());
        assertThat(told.provider()).isEqualTo("省统一身份认证");
        assertThat(told.name()).contains("韦某兰");
        assertThat(told.number().orElseThrow().value()).isEqualTo("990101199001010019");
        assertThat(told.mobile()).contains("13800003210");
        assertThat(told.checked()).isTrue();
    }

    @Test
    void aNumberThatCannotBeRightIsNotTold() {
        var came = visit(provider(PROVINCE.issuer()), "vague");

        assertThat(came)
                .isInstanceOfSatisfying(
                        Came.Back.class,
                        back -> {
                            assertThat(back.told().number()).isEmpty();
                            assertThat(back.told().checked()).isFalse();
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_NONCE, FORGED",
        "OTHER_KEY, FORGED",
        "EXPIRED, EXPIRED",
        "OTHER_ISSUER, OTHER_ISSUER"
    })
    void aTokenThatLiesIsFoundOut(OtherHouse.Lie lie, Fault fault) {
        PROVINCE.tells(lie);

        assertFault(visit(provider(PROVINCE.issuer()), "lan"), fault);
    }

    @Test
    void anAnswerWithAnotherStateBelongsToSomebodyElse() {
        var provider = provider(PROVINCE.issuer());
        var back = PROVINCE.visitedBy("lan", begun(provider));

        var forged = back.toString().replaceAll("state=[^&]+", "state=guessed");

        assertFault(comes(provider, URI.create(forged)), Fault.NOT_BEGUN);
    }

    @Test
    void anAnswerIsNotBroughtTwice() {
        var provider = provider(PROVINCE.issuer());
        var back = PROVINCE.visitedBy("lan", begun(provider));

        assertThat(comes(provider, back)).isInstanceOf(Came.Back.class);
        assertFault(comes(provider, back), Fault.NOT_BEGUN);
    }

    @Test
    void aCodeOfAnotherBrowserIsRefusedForWantOfItsProof() {
        var provider = provider(PROVINCE.issuer());
        var code = code(PROVINCE.visitedBy("lan", begun(provider)));
        var state = state(begun(provider));

        var forged = URI.create(OtherHouse.BACK + "?code=" + code + "&state=" + state);

        assertFault(comes(provider, forged), Fault.CODE_OVER);
    }

    @Test
    void whoeverCancelsIsToldSo() {
        var provider = provider(PROVINCE.issuer());
        var state = state(begun(provider));

        var refused = URI.create(OtherHouse.BACK + "?error=access_denied&state=" + state);

        assertFault(comes(provider, refused), Fault.CANCELLED);
    }

    @Test
    void aProviderThatIsDownIsSilentAtTheFirstStepAndAtTheLast() {
        var away = new OtherHouse();
        away.knows("lan", Map.of("name", "韦某兰"));
        var issuer = away.issuer();
        var provider = provider(issuer);
        var back = away.visitedBy("lan", begun(provider));
        away.close();

        assertFault(comes(provider, back), Fault.DOWN);

        assertThat(asked(provider(issuer)).fault()).contains(Fault.DOWN);
    }

    @Test
    void aDiscoveryDocumentOfAnotherIssuerIsNotBelieved() {
        // A path below: the machine answers, and its document names another.
        assertThat(asked(provider(PROVINCE.issuer() + "/")).fault()).contains(Fault.MISCONFIGURED);
    }

    private static AskProvider.Way asked(AskProvider provider) {
        return provider.begin(
                Errand.toSignIn(""), new MockHttpServletRequest(), new MockHttpServletResponse());
    }

    @Test
    void anIssuerWithoutTheRestIsNamedAtTheStart() {
        var environment = new MockEnvironment();
        environment.setProperty("tongban.provider.issuer", "https://id.example");

        assertThatThrownBy(() -> new ProviderBook(environment, Clock.systemUTC()))
                .hasMessageContaining("TONGBAN_PROVIDER_NAME");
    }

    @Test
    void anIssuerThatAnybodyCouldListenToIsRefused() {
        var environment = new MockEnvironment();
        environment.setProperty("tongban.provider.issuer", "http://id.example");

        assertThatThrownBy(() -> new ProviderBook(environment, Clock.systemUTC()))
                .hasMessageContaining("https");
    }

    private Came visit(AskProvider provider, String login) {
        return comes(provider, PROVINCE.visitedBy(login, begun(provider)));
    }

    private String begun(AskProvider provider) {
        var request = new MockHttpServletRequest("GET", "/sign-in/provider");
        request.setSession(session);
        return provider.begin(
                        Errand.toSignIn("/apply/food"), request, new MockHttpServletResponse())
                .address()
                .orElseThrow();
    }

    private Came comes(AskProvider provider, URI back) {
        var request = new MockHttpServletRequest("GET", "/sign-in/provider/back");
        request.setSession(session);
        UriComponentsBuilder.fromUri(back)
                .build()
                .getQueryParams()
                .forEach(
                        (name, values) ->
                                request.setParameter(
                                        name,
                                        values.stream()
                                                .map(
                                                        value ->
                                                                java.net.URLDecoder.decode(
                                                                        value,
                                                                        java.nio.charset
                                                                                .StandardCharsets
                                                                                .UTF_8))
                                                .toArray(String[]::new)));
        return provider.comeBack(request, new MockHttpServletResponse());
    }

    private static String code(URI back) {
        return parameter(back.toString(), "code");
    }

    private static String state(String address) {
        return parameter(address, "state");
    }

    private static String parameter(String address, String name) {
        return java.util.Objects.requireNonNull(
                UriComponentsBuilder.fromUriString(address)
                        .build()
                        .getQueryParams()
                        .getFirst(name));
    }

    private static void assertFault(Came came, Fault fault) {
        assertThat(came)
                .isInstanceOfSatisfying(
                        Came.Failed.class, one -> assertThat(one.fault()).isEqualTo(fault));
    }

    private static AskProvider provider(String issuer) {
        var environment = new MockEnvironment();
        environment.setProperty("tongban.provider.issuer", issuer);
        environment.setProperty("tongban.provider.name", "省统一身份认证");
        environment.setProperty("tongban.provider.client-id", OtherHouse.CLIENT);
        environment.setProperty("tongban.provider.secret", OtherHouse.SECRET);
        environment.setProperty("tongban.provider.level-claim", "level");
        environment.setProperty("tongban.provider.levels", "L2, L3");
        var clock = Clock.offset(Clock.systemUTC(), Duration.ZERO);
        return new AskProvider(new ProviderBook(environment, clock), clock);
    }
}
