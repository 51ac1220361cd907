package org.tongban.packages.walks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.tongban.casework.PlaceSettings;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Walks through packages: written down by who went, answered by the office that leads. */
@Controller
class WalkPages {

    private static final String PATH = "/staff/packages/{key}/walks";

    private static final int MOST_FINDINGS = 20;
    private static final int LONGEST = 300;
    private static final int MOST_MINUTES = 2000;

    private final WalkBook book;
    private final Packages packages;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final TextBundles bundles;

    WalkPages(
            WalkBook book,
            Packages packages,
            PlaceSettings.Source place,
            Clock clock,
            TextBundles bundles) {
        this.book = book;
        this.packages = packages;
        this.place = place;
        this.clock = clock;
        this.bundles = bundles;
    }

    /** What was typed about a walk. */
    private record Written(String on, String way, String minutes, String findings) {
        static Written nothing() {
            return new Written("", "", "", "");
        }

        List<String> lines() {
            return findings.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    @GetMapping(PATH)
    @Open(door = Door.STAFF, audit = "package-walks.read")
    Rendered show(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var pack = found(key, staff);
        var texts = texts(request);
        return page(
                pack,
                staff,
                Written.nothing(),
                done.isEmpty() ? "" : texts.localize("walks.done"),
                ErrorSummary.none(),
                texts);
    }

    @PostMapping(PATH)
    @Open(door = Door.STAFF, audit = "package-walk.kept")
    Object keep(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String minutes,
            @RequestParam(defaultValue = "") String findings,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var pack = found(key, staff);
        var texts = texts(request);
        var written = new Written(on, way, minutes, findings);
        var errors = against(written, texts);
        if (!errors.isEmpty()) {
            return page(pack, staff, written, "", ErrorSummary.of(errors), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var found = new ArrayList<Walk.Finding>();
        written.lines()
                .forEach(
                        line ->
                                found.add(
                                        new Walk.Finding(
                                                found.size() + 1, line, Optional.empty())));
        book.keep(
                pack,
                new Walk(
                        new UUID(0, 0),
                        Typed.date(on).orElseThrow(),
                        Walk.Way.valueOf(way.toUpperCase(Locale.ROOT)),
                        minutes(minutes).orElseThrow(),
                        staff.name(),
                        found),
                staff);
        return SeeOther.to(path(key) + "?done=kept");
    }

    @PostMapping(PATH + "/{walk}/{ordinal}")
    @Open(door = Door.STAFF, audit = "package-walk.answered")
    Object answer(
            @PathVariable String key,
            @PathVariable UUID walk,
            @PathVariable int ordinal,
            @RequestParam(defaultValue = "") String answer,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var pack = found(key, staff);
        if (!mayAnswer(pack, staff)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        var texts = texts(request);
        var text = answer.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            var errors =
                    ErrorSummary.of(
                            Map.of(
                                    answerId(walk, ordinal),
                                    texts.localize("walks.answer.missing", LONGEST)));
            return page(pack, staff, Written.nothing(), "", errors, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(key));
        }
        book.answer(key, walk, ordinal, text, staff);
        return SeeOther.to(path(key) + "?done=answered");
    }

    private Map<String, String> against(Written written, Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        if (Typed.date(written.on()).filter(day -> !day.isAfter(today())).isEmpty()) {
            errors.put("on", texts.localize("walks.on.wrong"));
        }
        if (!written.way().equals("online") && !written.way().equals("window")) {
            errors.put("way", texts.localize("walks.way.missing"));
        }
        if (minutes(written.minutes()).isEmpty()) {
            errors.put("minutes", texts.localize("walks.minutes.wrong"));
        }
        var lines = written.lines();
        if (lines.size() > MOST_FINDINGS
                || lines.stream().anyMatch(line -> line.length() > LONGEST)) {
            errors.put("findings", texts.localize("walks.findings.long", MOST_FINDINGS, LONGEST));
        }
        return errors;
    }

    private static Optional<Integer> minutes(String typed) {
        return Typed.integer(typed)
                .filter(number -> number.signum() > 0 && number.bitLength() < Integer.SIZE)
                .map(number -> number.intValue())
                .filter(number -> number <= MOST_MINUTES);
    }

    private Rendered page(
            PublishedPackage pack,
            StaffPrincipal staff,
            Written written,
            String done,
            ErrorSummary errors,
            Texts texts) {
        var mayAnswer = mayAnswer(pack, staff);
        return Rendered.of(
                "packages/walks",
                new WalksPage(
                        texts.localize("walks.title", pack.definition().name()),
                        "/staff/packages/" + pack.key(),
                        done,
                        book.of(pack.key()).stream()
                                .map(walk -> one(pack, walk, mayAnswer, errors, texts))
                                .toList(),
                        path(pack.key()),
                        fields(written, errors, texts),
                        errors));
    }

    private static List<FieldView> fields(Written written, ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.DATE, "on", texts.localize("walks.on"))
                        .value(written.on())
                        .error(errors),
                FieldView.of(FieldKind.CHOICE, "way", texts.localize("walks.way"))
                        .options(
                                List.of(
                                        new Option("online", texts.localize("walks.way.online")),
                                        new Option("window", texts.localize("walks.way.window"))))
                        .value(written.way())
                        .error(errors),
                FieldView.of(FieldKind.INTEGER, "minutes", texts.localize("walks.minutes"))
                        .value(written.minutes())
                        .error(errors),
                FieldView.of(FieldKind.LONGTEXT, "findings", texts.localize("walks.findings"))
                        .hint(texts.localize("walks.findings.hint"))
                        .value(written.findings())
                        .optional()
                        .error(errors));
    }

    private WalksPage.One one(
            PublishedPackage pack, Walk walk, boolean mayAnswer, ErrorSummary errors, Texts texts) {
        var dates = new Dates(texts.locale());
        return new WalksPage.One(
                texts.localize(
                        "walks.one",
                        dates.fullDay(walk.on()),
                        walk.by(),
                        texts.localize(
                                switch (walk.way()) {
                                    case ONLINE -> "walks.way.online";
                                    case WINDOW -> "walks.way.window";
                                }),
                        walk.minutes()),
                walk.findings().isEmpty()
                        ? texts.localize("walks.no-findings")
                        : texts.localize("walks.open", walk.open()),
                walk.findings().stream()
                        .map(finding -> finding(pack, walk, finding, mayAnswer, errors, texts))
                        .toList());
    }

    private WalksPage.Finding finding(
            PublishedPackage pack,
            Walk walk,
            Walk.Finding finding,
            boolean mayAnswer,
            ErrorSummary errors,
            Texts texts) {
        var dates = new Dates(texts.locale());
        return new WalksPage.Finding(
                finding.what(),
                finding.answer()
                        .map(
                                answer ->
                                        texts.localize(
                                                "walks.answered",
                                                dates.fullDay(
                                                        answer.at()
                                                                .atZone(place.current().zone())
                                                                .toLocalDate()),
                                                answer.by(),
                                                answer.text()))
                        .orElse(""),
                mayAnswer && finding.answer().isEmpty()
                        ? path(pack.key()) + "/" + walk.id() + "/" + finding.ordinal()
                        : "",
                FieldView.of(FieldKind.TEXT, "answer", texts.localize("walks.answer"))
                        .id(answerId(walk.id(), finding.ordinal()))
                        .maxLength(LONGEST)
                        .error(errors));
    }

    private static String answerId(UUID walk, int ordinal) {
        return "answer-" + walk + "-" + ordinal;
    }

    private static boolean mayAnswer(PublishedPackage pack, StaffPrincipal staff) {
        return staff.reaches(pack.definition().lead());
    }

    private PublishedPackage found(String key, StaffPrincipal staff) {
        if (Stream.of("accept", "review", "decide", "supervise", "administer")
                .noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return packages.latest(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String path(String key) {
        return PATH.replace("{key}", key);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(place.current().zone()));
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
