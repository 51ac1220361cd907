package org.tongban.accounts.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.BrowserSessions;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.OutsideSignIn;
import org.tongban.access.Passwords;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.NewPassword;
import org.tongban.accounts.OutsideLogins;
import org.tongban.accounts.OwnPassword;
import org.tongban.law.LegalBasis;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows and changes how a person signs in. */
@Controller
class OwnSecurity {

    private static final String PAGE = "/my/security";

    /** Words there are for what was just done. */
    private static final Set<String> DONE = Set.of("linked", "unlinked", "password", "last-way");

    private final OutsideLogins logins;
    private final OwnPassword password;
    private final Accounts accounts;
    private final List<OutsideSignIn> providers;
    private final BrowserSessions sessions;
    private final TextBundles bundles;
    private final Clock clock;

    OwnSecurity(
            OutsideLogins logins,
            OwnPassword password,
            Accounts accounts,
            List<OutsideSignIn> providers,
            BrowserSessions sessions,
            TextBundles bundles,
            Clock clock) {
        this.logins = logins;
        this.password = password;
        this.accounts = accounts;
        this.providers = providers;
        this.sessions = sessions;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @Open(door = Door.APPLICANT, audit = "security.shown")
    @LegalBasis("practice/sign-in/linked")
    Rendered show(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            @RequestParam(defaultValue = "") String done) {
        return page(request, caller, DONE.contains(done) ? done : "", "", Map.of());
    }

    @PostMapping("/my/security/logins/{id}/unlink")
    @Open(door = Door.APPLICANT, audit = "security.unlinked")
    String unlink(ApplicantPrincipal caller, @PathVariable UUID id) {
        var done = logins.unlink(id, caller.accountId()) ? "unlinked" : "last-way";
        return "redirect:" + PAGE + "?done=" + done;
    }

    @PostMapping(PAGE)
    @Open(door = Door.APPLICANT, audit = "security.password-set")
    @LegalBasis("practice/sign-in/password")
    Object set(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String fresh) {
        var own = password.login(caller.accountId());
        var faults = faults(caller, own.orElse(login), own.isPresent(), fresh);
        if (!faults.isEmpty()) return again(request, caller, login, faults);
        var address = String.valueOf(request.getRemoteAddr());
        var set =
                own.isPresent()
                        ? password.change(caller.accountId(), until, fresh, address)
                        : password.first(caller.accountId(), NewPassword.plainLogin(login), fresh);
        return switch (set) {
            case DONE -> {
                // Whoever knew the old one is out.
                sessions.endOthers(caller, request);
                yield "redirect:" + PAGE + "?done=password";
            }
            case WRONG -> again(request, caller, login, Map.of("until", "security.until.wrong"));
            case WAIT -> again(request, caller, login, Map.of("until", "sign-in.wait"));
            case LOGIN_TAKEN ->
                    again(request, caller, login, Map.of("login", "register.login.taken"));
        };
    }

    private Map<String, String> faults(
            ApplicantPrincipal caller, String login, boolean has, String fresh) {
        var faults = new LinkedHashMap<String, String>();
        if (!has) {
            NewPassword.loginFault(login).ifPresent(fault -> faults.put("login", fault));
        }
        var part = accounts.privatePartOf(caller.personId()).orElseThrow();
        NewPassword.fault(
                        fresh,
                        List.of(
                                NewPassword.plainLogin(login),
                                caller.name(),
                                part.mobile(),
                                part.idNumber()))
                .ifPresent(fault -> faults.put("fresh", fault));
        return faults;
    }

    private Rendered again(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            String login,
            Map<String, String> faults) {
        return page(request, caller, "", login, faults).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(
            HttpServletRequest request,
            ApplicantPrincipal caller,
            String done,
            String typedLogin,
            Map<String, String> faults) {
        var texts = bundles.in(Preferences.of(request).locale());
        var words = new LinkedHashMap<String, String>();
        faults.forEach(
                (field, key) -> words.put(field, texts.localize(key, Passwords.LEAST_CHARACTERS)));
        var errors = ErrorSummary.of(words);
        var login = password.login(caller.accountId()).orElse("");
        var links = logins.of(caller.accountId());
        var standing = links.stream().filter(one -> one.endedAt().isEmpty()).toList();
        var lastWay = login.isEmpty() && standing.size() < 2;
        var provider =
                providers.stream().flatMap(one -> one.provider().stream()).findFirst().orElse("");
        var isLinked = standing.stream().anyMatch(one -> one.provider().equals(provider));
        return Rendered.of(
                "accounts/security",
                new SecurityPage(
                        done.isEmpty() ? "" : texts.localize("security.done." + done),
                        login,
                        errors,
                        fields(login, typedLogin, errors, texts),
                        isLinked ? "" : provider,
                        links.stream().map(one -> line(one, lastWay, texts)).toList()));
    }

    private SecurityPage.Line line(OutsideLogins.Link link, boolean lastWay, Texts texts) {
        var when =
                link.endedAt()
                        .map(
                                at ->
                                        texts.localize(
                                                "security.login.ended",
                                                day(link.linkedAt(), texts),
                                                day(at, texts)))
                        .orElseGet(
                                () ->
                                        texts.localize(
                                                "security.login.linked",
                                                day(link.linkedAt(), texts),
                                                day(link.usedAt(), texts)));
        var stands = link.endedAt().isEmpty();
        return new SecurityPage.Line(
                link.provider(),
                when,
                stands && !lastWay ? "/my/security/logins/" + link.id() + "/unlink" : "",
                stands && lastWay);
    }

    private String day(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    private static List<FieldView> fields(
            String login, String typedLogin, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<FieldView>();
        if (login.isEmpty()) {
            fields.add(
                    FieldView.text("login", texts.localize("register.login"))
                            .hint(texts.localize("register.login.hint"))
                            .autocomplete("username")
                            .maxLength(64)
                            .value(typedLogin)
                            .error(errors));
        } else {
            fields.add(secret("until", "security.until", texts).autocomplete("current-password"));
        }
        fields.add(
                secret("fresh", "security.fresh", texts)
                        .hint(texts.localize("register.password.hint", Passwords.LEAST_CHARACTERS))
                        .autocomplete("new-password"));
        return fields.stream().map(field -> field.error(errors)).toList();
    }

    private static FieldView secret(String name, String key, Texts texts) {
        return FieldView.of(FieldKind.PASSWORD, name, texts.localize(key))
                .maxLength(Passwords.MOST_CHARACTERS);
    }
}
