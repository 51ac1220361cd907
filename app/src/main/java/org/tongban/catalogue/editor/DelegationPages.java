package org.tongban.catalogue.editor;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.tongban.catalogue.EntryVersions;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.life.Delegation;
import org.tongban.catalogue.life.Delegation.Outcome;
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
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** The staffing office hands an entry down to towns, or takes it back. */
@Controller
class DelegationPages {

    private static final String RIGHT = "review-staffing";
    private static final String PATH = EntryNavigation.ENTRIES + "/of/{itemKey}/delegation";
    private static final String DELEGATE = "delegate";
    private static final int LONGEST_REASON = 300;

    private final Delegation delegation;
    private final EntryVersions versions;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    DelegationPages(
            Delegation delegation,
            EntryVersions versions,
            Directory directory,
            TextBundles bundles,
            Clock clock) {
        this.delegation = delegation;
        this.versions = versions;
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
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var errors = new LinkedHashMap<String, String>();
        var day = Typed.date(from);
        if (day.isEmpty()) errors.put("from", texts.localize("delegation.from.missing"));
        if (reason.isBlank()) errors.put("reason", texts.localize("editor.reason.missing"));
        if (reason.strip().length() > LONGEST_REASON) {
            errors.put("reason", texts.localize("delegation.reason.long", LONGEST_REASON));
        }
        if (errors.isEmpty()) {
            var outcome =
                    act.equals(DELEGATE)
                            ? delegation.delegate(itemKey, to, day.get(), reason.strip(), staff)
                            : delegation.takeBack(itemKey, day.get(), reason.strip(), staff);
            if (outcome instanceof Outcome.Done) {
                return SeeOther.to(PATH.replace("{itemKey}", itemKey));
            }
            errors.putAll(refused(outcome, texts));
        }
        return page(
                        itemKey,
                        Map.of("from", from, "reason", reason),
                        to,
                        ErrorSummary.of(errors),
                        texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> refused(Outcome outcome, Texts texts) {
        return switch (outcome) {
            case Outcome.Done _ -> Map.of();
            case Outcome.NotInUse() -> Map.of("", texts.localize("delegation.not-in-use"));
            case Outcome.LevelNotAllowed() -> Map.of("", texts.localize("delegation.level"));
            case Outcome.NobodyNamed() -> Map.of("to", texts.localize("delegation.to.missing"));
            case Outcome.NoPost(var agency, var right) ->
                    Map.of("to", texts.localize("delegation.no-post." + right, agency));
            case Outcome.DayPassed() -> Map.of("from", texts.localize("delegation.day-passed"));
            case Outcome.OnlyToday() -> Map.of("from", texts.localize("delegation.only-today"));
            case Outcome.NothingDelegated() -> Map.of("", texts.localize("delegation.nothing"));
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
        var isOut = delegation.isDelegated(itemKey);
        var fields = new java.util.ArrayList<FieldView>();
        if (!isOut) {
            fields.add(
                    FieldView.of(FieldKind.CHOICES, "to", texts.localize("delegation.to"))
                            .options(
                                    delegation.takers().stream()
                                            .map(agency -> new Option(agency.key(), agency.name()))
                                            .toList())
                            .values(to)
                            .error(errors));
        }
        fields.add(
                FieldView.of(FieldKind.DATE, "from", texts.localize("delegation.from"))
                        .hint(
                                texts.localize(
                                        isOut ? "delegation.only-today" : "delegation.from.hint"))
                        .value(typed.getOrDefault("from", LegalToday.of(clock).toString()))
                        .error(errors));
        fields.add(
                FieldView.of(FieldKind.LONGTEXT, "reason", texts.localize("editor.reason"))
                        .hint(texts.localize("delegation.reason.hint"))
                        .maxLength(LONGEST_REASON)
                        .value(typed.getOrDefault("reason", ""))
                        .error(errors));
        var nobody = !isOut && delegation.takers().isEmpty();
        return Rendered.of(
                "catalogue/editor/delegation",
                new DelegationPage(
                        item.name(),
                        agency(item.agency()),
                        new Link(item.name(), EntryNavigation.ENTRIES + "/of/" + itemKey),
                        PATH.replace("{itemKey}", itemKey),
                        errors,
                        delegation.of(itemKey).stream().map(taken -> line(taken, texts)).toList(),
                        nobody ? List.of() : fields,
                        isOut ? "take-back" : DELEGATE,
                        texts.localize(isOut ? "delegation.take-back" : "delegation.delegate"),
                        nobody ? texts.localize("delegation.nobody") : ""));
    }

    private DelegationPage.Line line(Delegation.Taken taken, Texts texts) {
        return new DelegationPage.Line(
                new Link(
                        agency(taken.agency()), EntryNavigation.ENTRIES + "/of/" + taken.takenAs()),
                taken.until()
                        .map(
                                until ->
                                        texts.localize(
                                                "delegation.time.ended",
                                                taken.from().toString(),
                                                until.toString()))
                        .orElse(texts.localize("delegation.time", taken.from().toString())),
                taken.by()
                        + "："
                        + taken.reason()
                        + (taken.backReason().isEmpty() ? "" : " / " + taken.backReason()));
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::shortName).orElse(key);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
