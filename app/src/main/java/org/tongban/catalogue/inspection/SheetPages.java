package org.tongban.catalogue.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.Places;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldError;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The sheet on which an inspector goes through the checklist of one item. */
@Controller
class SheetPages {

    private static final String RIGHT = "right";
    private static final String FAULT = "fault";
    private static final int LONGEST_WORDS = 500;

    private final Rounds rounds;
    private final Catalogue catalogue;
    private final GuideCheck guides;
    private final Directory directory;
    private final TextBundles bundles;

    SheetPages(
            Rounds rounds,
            Catalogue catalogue,
            GuideCheck guides,
            Directory directory,
            TextBundles bundles) {
        this.rounds = rounds;
        this.catalogue = catalogue;
        this.guides = guides;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(RoundPages.ROUNDS + "/{id}/items/{itemKey}")
    @Open(door = Door.STAFF, audit = "round.sheet-shown")
    Rendered sheet(
            @PathVariable UUID id,
            @PathVariable String itemKey,
            StaffPrincipal staff,
            HttpServletRequest request) {
        RoundPages.entered(staff);
        return page(id, itemKey, Map.of(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(RoundPages.ROUNDS + "/{id}/items/{itemKey}")
    @Open(door = Door.STAFF, audit = "round.item-checked")
    Object check(
            @PathVariable UUID id,
            @PathVariable String itemKey,
            @RequestParam Map<String, String> typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        RoundPages.inspecting(staff);
        var texts = texts(request);
        var round =
                rounds.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var errors = new LinkedHashMap<String, String>();
        var faults = new TreeMap<Integer, String>();
        for (var point = 0; point < round.checklist().size(); point++) {
            var words = typed.getOrDefault("words" + point, "").strip();
            switch (typed.getOrDefault("point" + point, "")) {
                case RIGHT -> {
                    if (!words.isEmpty()) {
                        errors.put("point" + point, texts.localize("round.sheet.both", point + 1));
                    }
                }
                case FAULT -> {
                    if (words.isEmpty()) {
                        errors.put("words" + point, texts.localize("round.sheet.words", point + 1));
                    } else if (words.length() > LONGEST_WORDS) {
                        errors.put(
                                "words" + point, texts.localize("round.words.long", LONGEST_WORDS));
                    }
                    faults.put(point, words);
                }
                default ->
                        errors.put("point" + point, texts.localize("round.sheet.open", point + 1));
            }
        }
        if (errors.isEmpty()) {
            if (rounds.check(id, itemKey, faults, staff)) {
                return SeeOther.to(RoundPages.ROUNDS + "/" + id);
            }
            return page(
                            id,
                            itemKey,
                            typed,
                            new ErrorSummary(
                                    List.of(
                                            new FieldError(
                                                    "", texts.localize("round.sheet.late")))),
                            staff,
                            texts)
                    .status(HttpStatus.CONFLICT);
        }
        return page(id, itemKey, typed, ErrorSummary.of(errors), staff, texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(
            UUID id,
            String itemKey,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffPrincipal staff,
            Texts texts) {
        var round =
                rounds.find(id)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var item =
                rounds.sample(id, staff).stream()
                        .filter(one -> one.itemKey().equals(itemKey))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var definition = catalogue.version(itemKey, item.version()).definition();
        var mayCheck = Rounds.inspects(staff) && !item.isChecked() && round.closedAt().isEmpty();
        return Rendered.of(
                "catalogue/inspection/sheet",
                new RoundPage.Sheet(
                        definition.name(),
                        directory
                                .current()
                                .agency(item.agency())
                                .map(Agency::shortName)
                                .orElse(item.agency()),
                        RoundPages.ROUNDS + "/" + id + "/items/" + itemKey,
                        new Link(texts.localize("round.sheet.guide"), "/items/" + itemKey),
                        new Link(round.title(), RoundPages.ROUNDS + "/" + id),
                        errors,
                        mayCheck ? points(round.checklist(), typed, errors, texts) : List.of(),
                        guides.of(definition).stream()
                                .map(
                                        found ->
                                                Places.words(found.path(), texts)
                                                        + "："
                                                        + found.message())
                                .toList(),
                        item.isChecked() ? texts.localize("round.checked", item.checkedBy()) : ""));
    }

    private static List<FieldView> points(
            List<String> checklist, Map<String, String> typed, ErrorSummary errors, Texts texts) {
        var fields = new ArrayList<FieldView>();
        for (var point = 0; point < checklist.size(); point++) {
            fields.add(
                    FieldView.of(
                                    FieldKind.CHOICE,
                                    "point" + point,
                                    point + 1 + ". " + checklist.get(point))
                            .options(
                                    List.of(
                                            new Option(RIGHT, texts.localize("round.point.right")),
                                            new Option(FAULT, texts.localize("round.point.fault"))))
                            .value(typed.getOrDefault("point" + point, ""))
                            .error(errors));
            fields.add(
                    FieldView.text("words" + point, texts.localize("round.point.words", point + 1))
                            .maxLength(LONGEST_WORDS)
                            .optional()
                            .value(typed.getOrDefault("words" + point, ""))
                            .error(errors));
        }
        return fields;
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
