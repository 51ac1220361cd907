package org.tongban.catalogue.inspection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.catalogue.LegalToday;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The rounds there were, and the opening of a new one. */
@Controller
class ListRounds {

    private static final int LONGEST_TITLE = 80;
    private static final int MOST_POINTS = 30;

    private final Rounds rounds;
    private final TextBundles bundles;

    ListRounds(Rounds rounds, TextBundles bundles) {
        this.rounds = rounds;
        this.bundles = bundles;
    }

    @GetMapping(RoundPages.ROUNDS)
    @Open(door = Door.STAFF, audit = "rounds.listed")
    Rendered all(StaffPrincipal staff, HttpServletRequest request) {
        RoundPages.entered(staff);
        return all(Map.of(), ErrorSummary.none(), staff, texts(request));
    }

    @PostMapping(RoundPages.ROUNDS)
    @Open(door = Door.STAFF, audit = "round.opened")
    Object open(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String checklist,
            StaffPrincipal staff,
            HttpServletRequest request) {
        RoundPages.inspecting(staff);
        var texts = texts(request);
        var errors = new LinkedHashMap<String, String>();
        var points =
                checklist
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .distinct()
                        .toList();
        if (title.isBlank()) errors.put("title", texts.localize("round.title.missing"));
        if (title.strip().length() > LONGEST_TITLE) {
            errors.put("title", texts.localize("round.title.long", LONGEST_TITLE));
        }
        var items = size.strip().matches("[0-9]{1,3}") ? Integer.parseInt(size.strip()) : 0;
        if (items < 1 || items > Rounds.MOST_ITEMS) {
            errors.put("size", texts.localize("round.size.wrong", Rounds.MOST_ITEMS));
        }
        if (points.isEmpty()) errors.put("checklist", texts.localize("round.checklist.missing"));
        if (points.size() > MOST_POINTS) {
            errors.put("checklist", texts.localize("round.checklist.long", MOST_POINTS));
        }
        if (errors.isEmpty()) {
            return SeeOther.to(
                    RoundPages.ROUNDS + "/" + rounds.open(title.strip(), items, points, staff));
        }
        return all(
                        Map.of("title", title, "size", size, "checklist", checklist),
                        ErrorSummary.of(errors),
                        staff,
                        texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered all(
            Map<String, String> typed, ErrorSummary errors, StaffPrincipal staff, Texts texts) {
        var fields =
                Rounds.inspects(staff)
                        ? List.of(
                                FieldView.text("title", texts.localize("round.title"))
                                        .hint(texts.localize("round.title.hint"))
                                        .maxLength(LONGEST_TITLE)
                                        .value(typed.getOrDefault("title", ""))
                                        .error(errors),
                                FieldView.of(
                                                FieldKind.INTEGER,
                                                "size",
                                                texts.localize("round.size"))
                                        .hint(texts.localize("round.size.hint", Rounds.MOST_ITEMS))
                                        .value(typed.getOrDefault("size", "10"))
                                        .error(errors),
                                FieldView.of(
                                                FieldKind.LONGTEXT,
                                                "checklist",
                                                texts.localize("round.checklist"))
                                        .hint(texts.localize("round.checklist.hint"))
                                        .value(
                                                typed.getOrDefault(
                                                        "checklist",
                                                        texts.localize("round.checklist.usual")
                                                                .replace('|', '\n')))
                                        .error(errors))
                        : List.<FieldView>of();
        return Rendered.of("catalogue/inspection/rounds")
                .with(
                        "rounds",
                        rounds.all().stream()
                                .map(
                                        round ->
                                                new RoundPage.Item(
                                                        new Link(
                                                                round.title(),
                                                                RoundPages.ROUNDS
                                                                        + "/"
                                                                        + round.id()),
                                                        LegalToday.of(round.openedAt())
                                                                + " · "
                                                                + round.openedBy(),
                                                        RoundPages.state(round, texts)))
                                .toList())
                .with("fields", fields)
                .with("errors", errors)
                .with("action", RoundPages.ROUNDS);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
