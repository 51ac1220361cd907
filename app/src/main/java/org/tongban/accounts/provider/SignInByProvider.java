package org.tongban.accounts.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.BrowserSessions;
import org.tongban.access.Door;
import org.tongban.access.LocalPath;
import org.tongban.access.Open;
import org.tongban.access.Passwords;
import org.tongban.access.SignInPages;
import org.tongban.access.Signed;
import org.tongban.accounts.Arrival;
import org.tongban.accounts.OutsideLogins;
import org.tongban.accounts.OutsideLogins.Joined;
import org.tongban.accounts.Told;
import org.tongban.accounts.provider.Came.Fault;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The way to the provider and back, and the page of those who come by it for the first time. */
@Controller
class SignInByProvider {

    private static final String FIRST = "/sign-in/provider/first";
    private static final String LINK = "/my/security/link";
    private static final String SECURITY = "/my/security";

    private final ProviderBook book;
    private final AskProvider provider;
    private final OutsideLogins logins;
    private final Waiting waiting;
    private final BrowserSessions sessions;
    private final TextBundles bundles;

    SignInByProvider(
            ProviderBook book,
            AskProvider provider,
            OutsideLogins logins,
            Waiting waiting,
            BrowserSessions sessions,
            TextBundles bundles) {
        this.book = book;
        this.provider = provider;
        this.logins = logins;
        this.waiting = waiting;
        this.sessions = sessions;
        this.bundles = bundles;
    }

    @GetMapping(ProviderBook.BEGIN)
    @Open(door = Door.PUBLIC, audit = "provider.asked")
    Object begin(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String next) {
        var path = LocalPath.read(next).map(LocalPath::value).orElse("");
        return sendAway(Errand.toSignIn(path), request, response);
    }

    /**
     * Somebody who is signed in links a login of theirs: asked of the provider, never typed. A link
     * and no form, for a form may not lead to another site; what comes back is bound to this
     * session and to this account.
     */
    @GetMapping(LINK)
    @Open(door = Door.APPLICANT, audit = "provider.asked-to-link")
    @LegalBasis("practice/sign-in/linked")
    Object link(
            HttpServletRequest request, HttpServletResponse response, ApplicantPrincipal caller) {
        var errand = new Errand("", Optional.of(caller.accountId()));
        return sendAway(errand, request, response);
    }

    @GetMapping(ProviderBook.BACK)
    @Open(door = Door.PUBLIC, audit = "provider.answered")
    @LegalBasis("practice/sign-in/faults")
    Object back(HttpServletRequest request, HttpServletResponse response) {
        mustBeSet();
        return switch (provider.comeBack(request, response)) {
            case Came.Failed(var fault, var errand) -> fault(fault, errand, request);
            case Came.Back(var told, var errand) ->
                    errand.linkTo().isPresent()
                            ? linked(told, errand, request)
                            : arrived(told, errand, request, response);
        };
    }

    private Object arrived(
            Told told, Errand errand, HttpServletRequest request, HttpServletResponse response) {
        return switch (logins.arrival(told)) {
            case Arrival.ComesIn _ ->
                    logins.comeIn(told)
                            .<Object>map(one -> letIn(one, errand.next(), request, response))
                            .orElseGet(() -> fault(Fault.NOT_BEGUN, errand, request));
            case Arrival.Refused(var why) -> refused(why, errand, request);
            case Arrival.Joins _, Arrival.Begins _ -> {
                waiting.put(request, told, errand.next());
                yield "redirect:" + FIRST;
            }
        };
    }

    private Object linked(Told told, Errand errand, HttpServletRequest request) {
        var account = errand.linkTo().orElseThrow();
        var caller = Signed.applicant(request);
        if (caller.filter(one -> one.accountId().equals(account)).isEmpty()) {
            return fault(Fault.NOT_BEGUN, Errand.toSignIn(""), request);
        }
        return logins.link(told, account)
                .<Object>map(why -> refused(why, errand, request))
                .orElse("redirect:" + SECURITY + "?done=linked");
    }

    @GetMapping(FIRST)
    @Open(door = Door.PUBLIC, audit = "provider.first-shown")
    Object first(HttpServletRequest request) {
        mustBeSet();
        return waiting.find(request)
                .map(one -> first(one, "", Map.of(), request))
                .orElseGet(() -> fault(Fault.NOT_BEGUN, Errand.toSignIn(""), request));
    }

    @PostMapping(FIRST)
    @Open(door = Door.PUBLIC, audit = "provider.first-answered")
    @LegalBasis("practice/sign-in/first")
    Object send(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password) {
        mustBeSet();
        var found = waiting.find(request);
        if (found.isEmpty()) return fault(Fault.NOT_BEGUN, Errand.toSignIn(""), request);
        var one = found.get();
        return switch (logins.arrival(one.told())) {
            case Arrival.Begins _ ->
                    logins.begin(one.told())
                            .<Object>map(in -> letIn(in, one.next(), request, response))
                            // They have an account by now, and prove it.
                            .orElseGet(() -> first(one, "", Map.of(), request));
            case Arrival.Joins _ -> join(one, login, password, request, response);
            case Arrival.ComesIn _ ->
                    logins.comeIn(one.told())
                            .<Object>map(in -> letIn(in, one.next(), request, response))
                            .orElseGet(() -> first(one, "", Map.of(), request));
            case Arrival.Refused(var why) -> refused(why, Errand.toSignIn(one.next()), request);
        };
    }

    private Object join(
            Waiting.One one,
            String login,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = String.valueOf(request.getRemoteAddr());
        return switch (logins.join(one.told(), login, password, address)) {
            case Joined.Done(var caller) -> letIn(caller, one.next(), request, response);
            case Joined.Wrong() -> again(one, login, "provider.join.wrong", request);
            case Joined.Wait() -> again(one, login, "sign-in.wait", request);
        };
    }

    private Rendered again(Waiting.One one, String login, String key, HttpServletRequest request) {
        return first(one, login, Map.of("login", key), request)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private String letIn(
            ApplicantPrincipal caller,
            String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.begin(caller, request, response);
        return "redirect:"
                + LocalPath.read(next)
                        .map(LocalPath::value)
                        .filter(path -> !path.startsWith("/staff"))
                        .orElse("/my");
    }

    private Object sendAway(
            Errand errand, HttpServletRequest request, HttpServletResponse response) {
        mustBeSet();
        var way = provider.begin(errand, request, response);
        return way.address()
                .<Object>map(address -> "redirect:" + address)
                .orElseGet(() -> fault(way.fault().orElseThrow(), errand, request));
    }

    private Rendered first(
            Waiting.One one, String login, Map<String, String> faults, HttpServletRequest request) {
        var texts = texts(request);
        var told = one.told();
        var joins = logins.arrival(told) instanceof Arrival.Joins;
        var words = new LinkedHashMap<String, String>();
        faults.forEach((field, key) -> words.put(field, texts.localize(key)));
        var errors = ErrorSummary.of(words);
        return Rendered.of(
                "accounts/providerFirst",
                new FirstPage(
                        told.provider(),
                        facts(told, texts),
                        joins,
                        errors,
                        joins
                                ? List.of(
                                        FieldView.text("login", texts.localize("sign-in.login"))
                                                .autocomplete("username")
                                                .maxLength(64)
                                                .value(login)
                                                .error(errors),
                                        FieldView.of(
                                                        FieldKind.PASSWORD,
                                                        "password",
                                                        texts.localize("sign-in.password"))
                                                .maxLength(Passwords.MOST_CHARACTERS))
                                : List.of()));
    }

    private static List<Answer> facts(Told told, Texts texts) {
        return List.of(
                new Answer(texts.localize("register.name"), told.name().orElse(""), "", ""),
                new Answer(
                        texts.localize("register.idNumber"),
                        told.number().map(CitizenId::masked).orElse(""),
                        "",
                        ""));
    }

    private Rendered refused(Arrival.Why why, Errand errand, HttpServletRequest request) {
        return page(key(why), why == Arrival.Why.NOT_CHECKED, errand, request)
                .status(HttpStatus.FORBIDDEN);
    }

    private Rendered fault(Fault fault, Errand errand, HttpServletRequest request) {
        var status =
                switch (fault) {
                    case DOWN, MISCONFIGURED -> HttpStatus.SERVICE_UNAVAILABLE;
                    case NOT_BEGUN, CANCELLED, CODE_OVER -> HttpStatus.BAD_REQUEST;
                    case EXPIRED, OTHER_ISSUER, FORGED -> HttpStatus.FORBIDDEN;
                };
        return page(key(fault), true, errand, request).status(status);
    }

    private Rendered page(String key, boolean again, Errand errand, HttpServletRequest request) {
        var texts = texts(request);
        var name = book.provider().orElseThrow();
        var links = errand.linkTo().isPresent();
        var next = LocalPath.read(errand.next()).map(path -> "?next=" + path.encoded()).orElse("");
        return Rendered.of(
                "accounts/providerFault",
                new FaultPage(
                        texts.localize("provider.fault." + key, name),
                        texts.localize("provider.fault." + key + ".text", name),
                        texts.localize("provider.fault." + key + ".next", name),
                        again && !links ? ProviderBook.BEGIN + next : "",
                        links ? SECURITY : SignInPages.APPLICANT + next));
    }

    private void mustBeSet() {
        if (book.provider().isEmpty()) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
