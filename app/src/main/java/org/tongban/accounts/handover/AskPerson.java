package org.tongban.accounts.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.BrowserSessions;
import org.tongban.access.Door;
import org.tongban.access.IdentityDesk;
import org.tongban.access.IdentityScopes;
import org.tongban.access.Leaving;
import org.tongban.access.Open;
import org.tongban.accounts.IdentityClients;
import org.tongban.law.LegalBasis;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/** The pages between a department's system and this platform: asked, leaving, signing out. */
@Controller
class AskPerson {

    private static final String SIGN_OUT = "/identity/logout";

    private final Grants grants;
    private final IdentityClients clients;
    private final BrowserSessions sessions;
    private final TextBundles bundles;

    AskPerson(
            Grants grants, IdentityClients clients, BrowserSessions sessions, TextBundles bundles) {
        this.grants = grants;
        this.clients = clients;
        this.sessions = sessions;
        this.bundles = bundles;
    }

    /** What is asked for is read from what was begun, never from the address. */
    @GetMapping(IdentityDesk.ASK)
    @Open(door = Door.APPLICANT, audit = "identity.asked")
    @LegalBasis("practice/hand-over/consent")
    Rendered ask(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            @RequestParam(defaultValue = "") String state) {
        var grant = waiting(state, caller);
        var client =
                clients.find(grant.getRegisteredClientId())
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var scopes = inOrder(begun(grant).getScopes());
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "accounts/askPerson",
                new AskPage(
                        client.name(),
                        client.office(),
                        client.purpose(),
                        caller.name(),
                        scopes.stream().map(one -> texts.localize("systems.scope." + one)).toList(),
                        scopes,
                        client.id(),
                        state));
    }

    /** Said no: the system is told so, and nothing else. */
    @PostMapping("/identity/refuse")
    @Open(door = Door.APPLICANT, audit = "identity.refused-by-person")
    String refuse(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            @RequestParam(defaultValue = "") String state) {
        var grant = waiting(state, caller);
        var begun = begun(grant);
        grants.remove(grant);
        var back =
                UriComponentsBuilder.fromUriString(Objects.requireNonNull(begun.getRedirectUri()))
                        .queryParam("error", "access_denied");
        Leaving.put(request, with(back, begun.getState()), grant.getRegisteredClientId());
        return "redirect:" + IdentityDesk.LEAVE;
    }

    /** A page, for a form may lead nowhere but to this site; the browser goes on by itself. */
    @GetMapping(IdentityDesk.LEAVE)
    @Open(door = Door.PUBLIC, audit = "identity.left")
    Object leave(HttpServletRequest request) {
        return Leaving.take(request)
                .<Object>map(
                        one ->
                                Rendered.of("accounts/leave")
                                        .with("system", name(one.system()))
                                        .with("address", one.address())
                                        .header("Refresh", "0; url=" + one.address())
                                        .header("Cache-Control", "no-store"))
                .orElse("redirect:/my");
    }

    @GetMapping(SIGN_OUT)
    @Open(door = Door.PUBLIC, audit = "identity.sign-out-asked")
    Rendered askToSignOut(
            @RequestParam(name = "client_id", defaultValue = "") String clientId,
            @RequestParam(name = "id_token_hint", defaultValue = "") String idToken,
            @RequestParam(name = "post_logout_redirect_uri", defaultValue = "") String back,
            @RequestParam(defaultValue = "") String state) {
        var hinted = grants.withIdToken(idToken).map(OAuth2Authorization::getRegisteredClientId);
        var client = hinted.orElse(clientId);
        return Rendered.of(
                "accounts/signOutToo",
                new SignOutPage(name(client), client, isOwn(client, back) ? back : "", state));
    }

    @PostMapping(SIGN_OUT)
    @Open(door = Door.PUBLIC, audit = "identity.signed-out")
    @LegalBasis("practice/hand-over/sign-out")
    String signOut(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "") String state) {
        sessions.end(request);
        if (!isOwn(client, back)) return "redirect:/";
        Leaving.put(request, with(UriComponentsBuilder.fromUriString(back), state), client);
        return "redirect:" + IdentityDesk.LEAVE;
    }

    private boolean isOwn(String client, String back) {
        return clients.find(client).filter(one -> one.signOuts().contains(back)).isPresent();
    }

    private String name(String client) {
        return clients.find(client).map(IdentityClients.Client::name).orElse("");
    }

    private OAuth2Authorization waiting(String state, ApplicantPrincipal caller) {
        return grants.waiting(state)
                .filter(one -> one.getPrincipalName().equals(caller.getName()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static OAuth2AuthorizationRequest begun(OAuth2Authorization grant) {
        return Optional.<OAuth2AuthorizationRequest>ofNullable(
                        grant.getAttribute(OAuth2AuthorizationRequest.class.getName()))
                .orElseThrow(() -> new IllegalStateException("a grant without its request"));
    }

    private static List<String> inOrder(Set<String> scopes) {
        return IdentityScopes.ALL.stream().filter(scopes::contains).toList();
    }

    private static String with(UriComponentsBuilder back, @Nullable String state) {
        var whole =
                state == null || state.isEmpty()
                        ? back
                        : back.queryParam(
                                "state", URLEncoder.encode(state, StandardCharsets.UTF_8));
        return whole.build(true).toUriString();
    }
}
