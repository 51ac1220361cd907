package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.EntryVersions;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.life.Delegation;
import org.tongban.catalogue.life.Delegation.Outcome;
import org.tongban.catalogue.life.Taken;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The staffing office hands an entry down to towns, or takes it back. */
@Controller
class DelegationPages {

    private static final String RIGHT = "review-staffing";
    private static final String PATH = EntryNavigation.ENTRIES + "/of/{itemKey}/delegation";
    private static final String DELEGATE = "delegate";
    private static final String WITHDRAW = "withdraw";
    private static final String BACK = "backReason";
    private static final String YES = "yes";
    private static final int LONGEST_REASON = 300;

    private final Delegation delegation;
    private final EntryVersions versions;
    private final Catalogue catalogue;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    DelegationPages(
            Delegation delegation,
            EntryVersions versions,
            Catalogue catalogue,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.delegation = delegation;
        this.versions = versions;
        this.catalogue = catalogue;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "entry.delegation-shown", right = RIGHT)
    Rendered show(@PathVariable String itemKey, HttpServletRequest request) {
        return page(itemKey, Map.of(), List.of(), ErrorSummary.none(), texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "entry.delegated", right = RIGHT)
    Object act(
            @PathVariable String itemKey,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") List<String> to,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String keeps,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String backReason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var errors = new LinkedHashMap<String, String>();
        if (act.equals(DELEGATE)) {
            var day = Typed.date(from);
            if (day.isEmpty()) errors.put("from", texts.localize("delegation.from.missing"));
            reason("reason", reason, errors, texts);
            if (errors.isEmpty()) {
                var offer = new Delegation.Offer(to, day.get(), keeps.equals(YES), reason.strip());
                errors.putAll(refused(delegation.offer(itemKey, offer, staff), texts));
            }
        } else {
            reason(BACK, backReason, errors, texts);
            if (errors.isEmpty()) {
                errors.putAll(refused(end(act, itemKey, backReason.strip(), staff), texts));
            }
        }
        if (errors.isEmpty()) return SeeOther.to(PATH.replace("{itemKey}", itemKey));
        return page(
                        itemKey,
                        Map.of("from", from, "keeps", keeps, "reason", reason, BACK, backReason),
                        to,
                        ErrorSummary.of(errors),
                        texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Outcome end(String act, String itemKey, String reason, StaffPrincipal staff) {
        return act.equals(WITHDRAW)
                ? delegation.withdraw(itemKey, reason, staff)
                : delegation.takeBack(itemKey, LegalToday.of(clock), reason, staff);
    }

    private static void reason(
            String field, String typed, Map<String, String> errors, Texts texts) {
        if (typed.isBlank()) errors.put(field, texts.localize("editor.reason.missing"));
        if (typed.strip().length() > LONGEST_REASON) {
            errors.put(field, texts.localize("delegation.reason.long", LONGEST_REASON));
        }
    }

    private static Map<String, String> refused(Outcome outcome, Texts texts) {
        return switch (outcome) {
            case Outcome.Done _ -> Map.of();
            case Outcome.NotInUse() -> Map.of("", texts.localize("delegation.not-in-use"));
            case Outcome.OfferedAlready() -> Map.of("", texts.localize("delegation.offered"));
            case Outcome.LevelNotAllowed() -> Map.of("", texts.localize("delegation.level"));
            case Outcome.NobodyNamed() -> Map.of("to", texts.localize("delegation.to.missing"));
            case Outcome.NoPost(var agency, var right) ->
                    Map.of("to", texts.localize("delegation.no-post." + right, agency));
            case Outcome.DayPassed() -> Map.of("from", texts.localize("delegation.day-passed"));
            case Outcome.OnlyToday() -> Map.of("", texts.localize("delegation.only-today"));
            case Outcome.NothingDelegated(), Outcome.NothingOffered() ->
                    Map.of("", texts.localize("delegation.nothing"));
        };
    }

    private Rendered page(
            String itemKey,
            Map<String, String> typed,
            List<String> to,
            ErrorSummary errors,
            Texts texts) {
        var item =
                versions.latest(itemKey)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var takers = delegation.of(itemKey);
        var forms = forms(itemKey, takers, typed, to, errors, texts);
        return Rendered.of(
                "catalogue/editor/delegation",
                new DelegationPage(
                        item.name(),
                        agency(item.agency()),
                        new Link(item.name(), EntryNavigation.ENTRIES + "/of/" + itemKey),
                        PATH.replace("{itemKey}", itemKey),
                        errors,
                        takers.stream().map(taken -> line(taken, texts)).toList(),
                        forms,
                        forms.isEmpty() ? texts.localize("delegation.nobody") : ""));
    }

    private List<DelegationPage.Form> forms(
            String itemKey,
            List<Taken> takers,
            Map<String, String> typed,
            List<String> to,
            ErrorSummary errors,
            Texts texts) {
        var open = takers.stream().filter(Taken::isOpen).toList();
        if (open.stream().anyMatch(one -> one.state() != Taken.State.EFFECTIVE)) {
            return List.of(ending(WITHDRAW, typed, errors, texts));
        }
        var forms = new ArrayList<DelegationPage.Form>();
        var others =
                delegation.takers().stream()
                        .filter(
                                agency ->
                                        open.stream()
                                                .noneMatch(
                                                        one -> one.agency().equals(agency.key())))
                        .map(agency -> new Option(agency.key(), agency.name()))
                        .toList();
        if (!others.isEmpty() && catalogue.current(itemKey).isPresent()) {
            forms.add(offering(others, typed, to, errors, texts));
        }
        if (!open.isEmpty()) forms.add(ending("take-back", typed, errors, texts));
        return forms;
    }

    private DelegationPage.Form offering(
            List<Option> others,
            Map<String, String> typed,
            List<String> to,
            ErrorSummary errors,
            Texts texts) {
        return new DelegationPage.Form(
                DELEGATE,
                texts.localize("delegation.delegate"),
                texts.localize("delegation.delegate.what"),
                List.of(
                        FieldView.of(FieldKind.CHOICES, "to", texts.localize("delegation.to"))
                                .options(others)
                                .values(to)
                                .error(errors),
                        FieldView.of(FieldKind.DATE, "from", texts.localize("delegation.from"))
                                .hint(texts.localize("delegation.from.hint"))
                                .value(typed.getOrDefault("from", LegalToday.of(clock).toString()))
                                .error(errors),
                        FieldView.of(FieldKind.CHOICES, "keeps", texts.localize("delegation.keeps"))
                                .options(
                                        List.of(
                                                new Option(
                                                        YES,
                                                        texts.localize("delegation.keeps.yes"))))
                                .values(List.of(typed.getOrDefault("keeps", "")))
                                .optional(),
                        FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("editor.reason"))
                                .hint(texts.localize("delegation.reason.hint"))
                                .maxLength(LONGEST_REASON)
                                .value(typed.getOrDefault("reason", ""))
                                .error(errors)));
    }

    private static DelegationPage.Form ending(
            String act, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        return new DelegationPage.Form(
                act,
                texts.localize("delegation." + act),
                texts.localize("delegation." + act + ".what"),
                List.of(
                        FieldView.of(FieldKind.LONGTEXT, BACK, texts.localize("editor.reason"))
                                .hint(texts.localize("delegation.reason.hint"))
                                .maxLength(LONGEST_REASON)
                                .value(typed.getOrDefault(BACK, ""))
                                .error(errors)));
    }

    private DelegationPage.Line line(Taken taken, Texts texts) {
        var said = new ArrayList<String>();
        said.add(taken.by() + "：" + taken.reason());
        if (!taken.answeredBy().isEmpty()) {
            said.add(
                    taken.answeredBy()
                            + "："
                            + (taken.answer().isEmpty()
                                    ? texts.localize("delegation.state.accepted")
                                    : taken.answer()));
        }
        if (!taken.backReason().isEmpty() && !taken.backReason().equals(taken.answer())) {
            said.add(texts.localize("delegation.back", taken.backReason()));
        }
        taken.casesMoved().ifPresent(n -> said.add(texts.localize("delegation.cases-moved", n)));
        taken.casesReturned()
                .ifPresent(n -> said.add(texts.localize("delegation.cases-returned", n)));
        return new DelegationPage.Line(
                new Link(
                        agency(taken.agency()),
                        taken.state() == Taken.State.EFFECTIVE
                                ? EntryNavigation.ENTRIES + "/of/" + taken.takenAs()
                                : ""),
                state(taken, texts),
                taken.until()
                        .map(
                                until ->
                                        texts.localize(
                                                "delegation.time.ended",
                                                taken.from().toString(),
                                                until.toString()))
                        .orElse(texts.localize("delegation.time", taken.from().toString())),
                said);
    }

    private static Tag state(Taken taken, Texts texts) {
        if (taken.state() == Taken.State.EFFECTIVE && taken.until().isPresent()) {
            return Tag.plain(texts.localize("delegation.state.returned"));
        }
        var said =
                texts.localize("delegation.state." + taken.state().name().toLowerCase(Locale.ROOT));
        return switch (taken.state()) {
            case OFFERED, ACCEPTED -> Tag.soon(said);
            case EFFECTIVE -> Tag.got(said);
            case DECLINED -> Tag.stop(said);
            case WITHDRAWN -> Tag.plain(said);
        };
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
