package org.tongban.casework.mandates;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Attempts;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Firm;
import org.tongban.accounts.Mandates;
import org.tongban.accounts.Mandates.Given;
import org.tongban.accounts.Mandates.Why;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Theme;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Somebody asks another to act for them, or for a firm they represent. */
@Controller
class GiveMandate {

    private static final String PATH = "/my/mandates/new";

    /** Each try tells whether a name and a number belong together, so tries are counted. */
    private static final String TRIES = "mandate.agent";

    private static final int MOST_TRIES = 10;

    private final Mandates mandates;
    private final MandateWords words;
    private final Catalogue catalogue;
    private final Attempts attempts;
    private final TextBundles bundles;
    private final Clock clock;

    GiveMandate(
            Mandates mandates,
            MandateWords words,
            Catalogue catalogue,
            Attempts attempts,
            TextBundles bundles,
            Clock clock) {
        this.mandates = mandates;
        this.words = words;
        this.catalogue = catalogue;
        this.attempts = attempts;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Open(door = Door.APPLICANT, audit = "mandate.asked")
    Rendered show(
            @RequestParam(defaultValue = "") String item,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var form =
                new MandateForm(
                        MandateForm.SELF, "", "", item.isEmpty() ? "" : "item", "", item, "");
        return page(form, caller, ErrorSummary.none(), request);
    }

    @PostMapping(PATH)
    @Open(door = Door.APPLICANT, audit = "mandate.given")
    Object give(
            @RequestParam(defaultValue = "") String giver,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var form = new MandateForm(giver, name, number, scope, theme, item, until);
        var texts = texts(request);
        var today = LocalDate.now(clock);
        var faults = form.faults(offered(caller, item), today, texts);
        if (!faults.isEmpty()) return again(form, faults, caller, request);
        var who = caller.personId().toString();
        if (attempts.tooMany(TRIES, who, MOST_TRIES)) {
            return again(
                    form,
                    Map.of(MandateForm.NUMBER, texts.localize("mandates.wait")),
                    caller,
                    request);
        }
        return switch (mandates.give(caller.personId(), form.wish(today))) {
            case Given.Done(var id) -> SeeOther.to("/my/mandates/" + id + "?done=given");
            case Given.Refused(var why) -> {
                if (why == Why.AGENT_UNKNOWN) attempts.count(TRIES, who);
                yield again(form, Map.of(field(why), texts.localize(key(why))), caller, request);
            }
        };
    }

    private Rendered again(
            MandateForm form,
            Map<String, String> faults,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        return page(form, caller, ErrorSummary.of(faults), request)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String field(Why why) {
        return switch (why) {
            case GIVER_NOT_PROVED, GIVER_NOT_GROWN_UP, NOT_THE_REPRESENTATIVE, TOO_MANY ->
                    MandateForm.GIVER;
            case AGENT_UNKNOWN, AGENT_IS_GIVER, AGENT_NOT_GROWN_UP -> MandateForm.NUMBER;
            case BAD_DAY -> MandateForm.UNTIL;
        };
    }

    private static String key(Why why) {
        return switch (why) {
            case GIVER_NOT_PROVED -> "mandates.why.giver-not-proved";
            case GIVER_NOT_GROWN_UP -> "mandates.why.giver-not-grown-up";
            case NOT_THE_REPRESENTATIVE -> "mandates.giver.missing";
            case AGENT_UNKNOWN -> "mandates.why.agent-unknown";
            case AGENT_IS_GIVER -> "mandates.why.agent-is-giver";
            case AGENT_NOT_GROWN_UP -> "mandates.why.agent-not-grown-up";
            case BAD_DAY -> "mandates.why.bad-day";
            case TOO_MANY -> "mandates.why.too-many";
        };
    }

    private MandateForm.Offered offered(ApplicantPrincipal caller, String item) {
        var givers = new ArrayList<String>();
        givers.add(MandateForm.SELF);
        firms(caller).forEach(firm -> givers.add(firm.id().toString()));
        return new MandateForm.Offered(
                givers,
                catalogue.themes().stream().map(Theme::name).toList(),
                words.known(item).isPresent() ? List.of(item) : List.of());
    }

    private List<Firm> firms(ApplicantPrincipal caller) {
        return mandates.representedBy(caller.personId());
    }

    private Rendered page(
            MandateForm form,
            ApplicantPrincipal caller,
            ErrorSummary errors,
            HttpServletRequest request) {
        return Rendered.of(
                "casework/mandates/give",
                new GivePage(fields(form, caller, errors, texts(request)), form.item(), errors));
    }

    private List<FieldView> fields(
            MandateForm form, ApplicantPrincipal caller, ErrorSummary errors, Texts texts) {
        var givers = new ArrayList<Option>();
        givers.add(new Option(MandateForm.SELF, caller.name(), texts.localize("apply.start.self")));
        firms(caller)
                .forEach(
                        firm ->
                                givers.add(
                                        new Option(
                                                firm.id().toString(),
                                                firm.name(),
                                                texts.localize("mandates.giver.firm"))));
        return List.of(
                FieldView.of(FieldKind.CHOICE, MandateForm.GIVER, texts.localize("mandates.giver"))
                        .options(givers)
                        .value(form.giver())
                        .error(errors),
                FieldView.of(FieldKind.NAME, MandateForm.NAME, texts.localize("mandates.name"))
                        .hint(texts.localize("mandates.name.hint"))
                        .autocomplete("")
                        .maxLength(100)
                        .value(form.name())
                        .error(errors),
                FieldView.of(
                                FieldKind.CITIZEN_ID,
                                MandateForm.NUMBER,
                                texts.localize("mandates.number"))
                        .autocomplete("")
                        .value(form.number())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, MandateForm.SCOPE, texts.localize("mandates.scope"))
                        .hint(texts.localize("mandates.scope.hint"))
                        .options(scopes(form, texts))
                        .value(form.scope())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, MandateForm.THEME, texts.localize("mandates.theme"))
                        .hint(texts.localize("mandates.theme.hint"))
                        .options(
                                catalogue.themes().stream()
                                        .map(one -> new Option(one.name(), one.name()))
                                        .toList())
                        .value(form.theme())
                        .optional()
                        .error(errors),
                FieldView.of(FieldKind.DATE, MandateForm.UNTIL, texts.localize("mandates.until"))
                        .hint(texts.localize("mandates.until.hint", Mandates.LONGEST_YEARS))
                        .value(form.until())
                        .error(errors));
    }

    /** One service can be chosen by whoever comes from its guide. */
    private List<Option> scopes(MandateForm form, Texts texts) {
        var scopes = new ArrayList<Option>();
        words.known(form.item())
                .ifPresent(
                        name ->
                                scopes.add(
                                        new Option(
                                                "item",
                                                texts.localize("mandates.scope.item.of", name))));
        scopes.add(option("theme", texts));
        scopes.add(option("everything", texts));
        return scopes;
    }

    private static Option option(String scope, Texts texts) {
        return new Option(scope, texts.localize("mandates.scope." + scope));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
