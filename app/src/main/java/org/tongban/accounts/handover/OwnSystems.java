package org.tongban.accounts.handover;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.IdentityScopes;
import org.tongban.access.Open;
import org.tongban.accounts.IdentityHandOvers;
import org.tongban.law.LegalBasis;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows a person to which systems they agreed, and takes a consent back. */
@Controller
class OwnSystems {

    private static final String PAGE = "/my/systems";

    private final IdentityHandOvers handOvers;
    private final TextBundles bundles;
    private final Clock clock;

    OwnSystems(IdentityHandOvers handOvers, TextBundles bundles, Clock clock) {
        this.handOvers = handOvers;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @Open(door = Door.APPLICANT, audit = "systems.shown")
    Rendered show(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            @RequestParam(defaultValue = "") String done) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "accounts/systems",
                new SystemsPage(
                        done.equals("ended") ? texts.localize("systems.ended") : "",
                        handOvers.of(caller.accountId()).stream()
                                .map(one -> line(one, texts))
                                .toList()));
    }

    @PostMapping("/my/systems/{id}/end")
    @Open(door = Door.APPLICANT, audit = "systems.consent-taken-back")
    @LegalBasis("practice/hand-over/taken-back")
    String end(ApplicantPrincipal caller, @PathVariable UUID id) {
        if (!handOvers.takeBack(id, caller.accountId())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:" + PAGE + "?done=ended";
    }

    private SystemsPage.Line line(IdentityHandOvers.Consent one, Texts texts) {
        return new SystemsPage.Line(
                one.name(),
                one.office(),
                parts(one.scopes(), texts),
                one.endedAt()
                        .map(
                                at ->
                                        texts.localize(
                                                "systems.was",
                                                day(one.givenAt(), texts),
                                                day(at, texts)))
                        .orElseGet(
                                () -> texts.localize("systems.since", day(one.givenAt(), texts))),
                one.endedAt().isPresent() ? "" : "/my/systems/" + one.id() + "/end");
    }

    static String parts(Set<String> scopes, Texts texts) {
        return IdentityScopes.ALL.stream()
                .filter(scopes::contains)
                .map(scope -> texts.localize("systems.scope." + scope))
                .collect(Collectors.joining(texts.localize("systems.and")));
    }

    private String day(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }
}
