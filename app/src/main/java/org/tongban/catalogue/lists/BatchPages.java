package org.tongban.catalogue.lists;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The staffing office promises items in batches. */
@Controller
class BatchPages {

    private static final String PATH = "/staff/entries/trips";
    private static final String RIGHT = "review-staffing";
    private static final int LONGEST_DOCUMENT = 60;

    private final TripBatches batches;
    private final Directory directory;
    private final TextBundles bundles;

    BatchPages(TripBatches batches, Directory directory, TextBundles bundles) {
        this.batches = batches;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "trip-batches.listed", right = RIGHT)
    Rendered show(StaffPrincipal staff, HttpServletRequest request) {
        return page(Optional.empty(), "", ErrorSummary.none(), texts(request));
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "trip-batch.published", right = RIGHT)
    Object publish(
            @RequestParam(defaultValue = "") List<String> items,
            @RequestParam(defaultValue = "") String document,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var texts = texts(request);
        var errors = new LinkedHashMap<String, String>();
        var number = document.strip();
        if (number.isEmpty()) errors.put("document", texts.localize("trips.document.missing"));
        if (number.length() > LONGEST_DOCUMENT) {
            errors.put("document", texts.localize("trips.document.long", LONGEST_DOCUMENT));
        }
        if (items.isEmpty()) errors.put("items", texts.localize("trips.items.missing"));
        if (errors.isEmpty()) {
            var published = batches.publish(items, number, staff);
            if (published.items() > 0) return SeeOther.to(PATH);
            errors.put("items", texts.localize("trips.items.gone"));
        }
        return page(Optional.of(items), document, ErrorSummary.of(errors), texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /**
     * @param chosen empty when nobody has chosen yet: all are
     */
    private Rendered page(
            Optional<List<String>> chosen, String document, ErrorSummary errors, Texts texts) {
        var candidates = batches.candidates();
        var names =
                directory.current().agencies().stream()
                        .collect(Collectors.toMap(Agency::key, Agency::shortName));
        var fields =
                candidates.isEmpty()
                        ? List.<FieldView>of()
                        : List.of(
                                FieldView.text("document", texts.localize("trips.document"))
                                        .hint(texts.localize("trips.document.hint"))
                                        .maxLength(LONGEST_DOCUMENT)
                                        .value(document)
                                        .error(errors),
                                FieldView.of(
                                                FieldKind.CHOICES,
                                                "items",
                                                texts.localize("trips.items"))
                                        .hint(texts.localize("trips.items.hint"))
                                        .options(
                                                candidates.stream()
                                                        .map(one -> option(one, names, texts))
                                                        .toList())
                                        .values(
                                                chosen.orElseGet(
                                                        () ->
                                                                candidates.stream()
                                                                        .map(
                                                                                TripBatches
                                                                                                .Candidate
                                                                                        ::key)
                                                                        .toList()))
                                        .error(errors));
        return Rendered.of("catalogue/lists/batches")
                .with("fields", fields)
                .with("errors", errors)
                .with("batches", batches.all())
                .with("action", PATH);
    }

    private static Option option(
            TripBatches.Candidate one, Map<String, String> names, Texts texts) {
        return new Option(
                one.key(),
                one.name(),
                names.getOrDefault(one.agency(), one.agency())
                        + " · "
                        + (one.visits() == 0
                                ? texts.localize("item.visits.none")
                                : texts.count("item.visits", one.visits())));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
