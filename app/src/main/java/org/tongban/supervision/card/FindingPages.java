package org.tongban.supervision.card;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.supervision.ActOnFinding;
import org.tongban.supervision.Finding;
import org.tongban.supervision.FindingAct;
import org.tongban.supervision.FindingKey;
import org.tongban.supervision.FindingRefusal;
import org.tongban.supervision.Findings;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/** The list of findings and the single card with its acts. */
@Controller
class FindingPages {

    static final String FINDINGS = "/staff/findings";

    private static final Logger LOG = LoggerFactory.getLogger(FindingPages.class);

    private static final int LONGEST = 1000;

    private final Findings findings;
    private final ActOnFinding acting;
    private final Catalogue catalogue;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;
    private final Clock clock;

    FindingPages(
            Findings findings,
            ActOnFinding acting,
            Catalogue catalogue,
            Directory directory,
            PlaceSettings.Source place,
            TextBundles bundles,
            Clock clock) {
        this.findings = findings;
        this.acting = acting;
        this.catalogue = catalogue;
        this.directory = directory;
        this.place = place;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(FINDINGS)
    @Open(door = Door.STAFF, audit = "findings.read")
    Rendered list(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var words = words(request);
        var scope = scope(staff);
        var state = state(show);
        var found = findings.page(state, scope, behind(after));
        var first = FINDINGS + "?show=" + FindingWords.code(state);
        var next =
                found.size() > Findings.PAGE
                        ? first + "&after=" + text(found.get(Findings.PAGE - 1))
                        : "";
        return Rendered.of(
                "supervision/list",
                new FindingsPage(
                        chips(state, scope, words),
                        found.stream()
                                .limit(Findings.PAGE)
                                .map(finding -> row(finding, words))
                                .toList(),
                        new Pager(after.isEmpty() ? "" : first, next, ""),
                        state.isClosed()));
    }

    @GetMapping(FINDINGS + "/{caseId}/{kind}/{ref}")
    @Open(door = Door.STAFF, audit = "finding.opened")
    Rendered card(
            @PathVariable UUID caseId,
            @PathVariable String kind,
            @PathVariable int ref,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var words = words(request);
        var finding = visible(caseId, kind, ref, staff);
        var said =
                done.matches("[a-z-]+") && words.has("findings.done." + done)
                        ? words.say("findings.done." + done)
                        : "";
        return page(finding, staff, said, "", ErrorSummary.none(), words);
    }

    @PostMapping(FINDINGS + "/{caseId}/{kind}/{ref}")
    @Open(door = Door.STAFF, audit = "finding.acted-on")
    Object act(
            @PathVariable UUID caseId,
            @PathVariable String kind,
            @PathVariable int ref,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(name = "words", defaultValue = "") String said,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var words = words(request);
        var finding = visible(caseId, kind, ref, staff);
        var typed = said.strip();
        var asked = asked(act, typed);
        if (asked.isEmpty() || typed.length() > LONGEST) {
            var message =
                    asked.isEmpty()
                            ? Map.of("", words.say("findings.no-act"))
                            : Map.of("words", words.say("findings.too-long", LONGEST));
            return page(finding, staff, "", typed, ErrorSummary.of(message), words)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var refusal = acting.act(finding, version, asked.get(), staff);
        if (refusal.isEmpty()) {
            LOG.info("finding.{} {} by {}", asked.get().code(), finding.key(), staff.getName());
            return "redirect:" + href(finding) + "?done=" + asked.get().code();
        }
        return refused(visible(caseId, kind, ref, staff), staff, typed, refusal.get(), words);
    }

    private Rendered refused(
            Finding now,
            StaffPrincipal staff,
            String typed,
            FindingRefusal why,
            FindingWords words) {
        var box = why == FindingRefusal.WORDS_MISSING ? "words" : "";
        var message = words.say("findings.refusal." + FindingWords.code(why));
        return page(now, staff, "", typed, ErrorSummary.of(Map.of(box, message)), words)
                .status(
                        why == FindingRefusal.STALE
                                ? HttpStatus.CONFLICT
                                : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Rendered page(
            Finding finding,
            StaffPrincipal staff,
            String done,
            String typed,
            ErrorSummary errors,
            FindingWords words) {
        return Rendered.of(
                "supervision/card",
                new FindingPage(
                        words.number(finding),
                        words.tag(finding),
                        done,
                        errors,
                        facts(finding, words),
                        "/staff/cases/" + finding.key().caseId(),
                        href(finding),
                        finding.version(),
                        FieldView.of(FieldKind.LONGTEXT, "words", words.say("findings.words"))
                                .maxLength(LONGEST)
                                .value(typed)
                                .error(errors),
                        buttons(finding, staff, words),
                        findings.lines(finding.key()).stream().map(words::line).toList()));
    }

    private List<Answer> facts(Finding finding, FindingWords words) {
        var facts = new ArrayList<Answer>();
        facts.add(fact(words, "findings.what", words.what(finding)));
        facts.add(fact(words, "todo.item", item(finding)));
        facts.add(fact(words, "findings.case", CaseNumber.of(finding.caseNo()).printed()));
        facts.add(fact(words, "findings.agency", agency(finding)));
        finding.missedDay()
                .ifPresent(day -> facts.add(fact(words, "findings.due", words.day(day))));
        if (!finding.words().isEmpty()) {
            facts.add(fact(words, "findings.reason", finding.words()));
        }
        facts.add(fact(words, "findings.opened", words.day(finding.openedOn())));
        if (!finding.state().isClosed()) {
            facts.add(fact(words, "findings.answer-by", words.day(finding.answerBy())));
        }
        return facts;
    }

    private static Answer fact(FindingWords words, String key, String value) {
        return new Answer(words.say(key), value, "", "");
    }

    /** What the reader may do now; a help for the eye, the rules decide. */
    private static List<FindingPage.Button> buttons(
            Finding finding, StaffPrincipal staff, FindingWords words) {
        var buttons = new ArrayList<FindingPage.Button>();
        var open = finding.state() == Finding.State.OPEN;
        if (open && ActOnFinding.isOffice(staff, finding.agency())) {
            buttons.add(button("answer", "main", words));
            buttons.add(button("rebut", "second", words));
        }
        if (!finding.state().isClosed() && ActOnFinding.isSupervisor(staff, finding.agency())) {
            if (!open) buttons.add(button("send-back", "second", words));
            if (!open || finding.isRed(words.today())) {
                buttons.add(button("uphold", open ? "stop" : "main", words));
            }
            buttons.add(button("drop", "second", words));
        }
        return buttons;
    }

    private static FindingPage.Button button(String act, String look, FindingWords words) {
        return new FindingPage.Button(words.say("findings.act." + act), act, look);
    }

    private static Optional<FindingAct> asked(String act, String said) {
        return switch (act) {
            case "answer" -> Optional.of(new FindingAct.Answer(said));
            case "rebut" -> Optional.of(new FindingAct.Rebut(said));
            case "send-back" -> Optional.of(new FindingAct.SendBack(said));
            case "uphold" -> Optional.of(new FindingAct.Uphold(said));
            case "drop" -> Optional.of(new FindingAct.Drop(said));
            default -> Optional.empty();
        };
    }

    private List<FindingsPage.Chip> chips(
            Finding.State current, Optional<Set<String>> scope, FindingWords words) {
        return Arrays.stream(Finding.State.values())
                .map(
                        state ->
                                new FindingsPage.Chip(
                                        words.say("findings.list." + FindingWords.code(state))
                                                + (state.isClosed()
                                                        ? ""
                                                        : " "
                                                                + figure(
                                                                        findings.count(
                                                                                state, scope))),
                                        FINDINGS + "?show=" + FindingWords.code(state),
                                        state == current))
                .toList();
    }

    private static String figure(int count) {
        return count > Findings.MOST_COUNTED ? Findings.MOST_COUNTED + "+" : "" + count;
    }

    private FindingsPage.Row row(Finding finding, FindingWords words) {
        return new FindingsPage.Row(
                words.number(finding),
                href(finding),
                words.what(finding),
                item(finding),
                CaseNumber.of(finding.caseNo()).printed(),
                agency(finding),
                finding.missedDay().map(words::day).orElseGet(() -> words.day(finding.openedOn())),
                words.tag(finding));
    }

    private String item(Finding finding) {
        return catalogue.version(finding.itemKey(), finding.itemVersion()).name();
    }

    private String agency(Finding finding) {
        return directory
                .current()
                .agency(finding.agency())
                .map(Agency::shortName)
                .orElse(finding.agency());
    }

    private static String href(Finding finding) {
        var key = finding.key();
        return FINDINGS
                + "/"
                + key.caseId()
                + "/"
                + FindingWords.code(key.kind())
                + "/"
                + key.ref();
    }

    /** A card is there for the office that answers it and for who supervises that office. */
    private Finding visible(UUID caseId, String kind, int ref, StaffPrincipal staff) {
        return Arrays.stream(FindingKey.Kind.values())
                .filter(each -> FindingWords.code(each).equals(kind))
                .findFirst()
                .flatMap(each -> findings.find(new FindingKey(caseId, each, ref)))
                .filter(
                        finding ->
                                ActOnFinding.isOffice(staff, finding.agency())
                                        || ActOnFinding.isSupervisor(staff, finding.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whose cards the reader sees; empty for the whole place. */
    private static Optional<Set<String>> scope(StaffPrincipal staff) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return staff.has("supervise") && staff.wholeRegion()
                ? Optional.empty()
                : Optional.of(staff.agencies());
    }

    private static Finding.State state(String code) {
        return Arrays.stream(Finding.State.values())
                .filter(state -> FindingWords.code(state).equals(code))
                .findFirst()
                .orElse(Finding.State.OPEN);
    }

    private static String text(Finding last) {
        return last.answerBy()
                + "_"
                + last.key().caseId()
                + "_"
                + last.key().kind().name().replace('_', '-')
                + "_"
                + last.key().ref();
    }

    /** An address that nobody here wrote begins at the front. */
    private static Optional<Findings.Place> behind(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 4 || !parts[3].matches("\\d{1,6}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Findings.Place(
                            LocalDate.parse(parts[0]),
                            new FindingKey(
                                    UUID.fromString(parts[1]),
                                    FindingKey.Kind.valueOf(parts[2].replace('-', '_')),
                                    Integer.parseInt(parts[3]))));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private FindingWords words(HttpServletRequest request) {
        return new FindingWords(
                bundles.in(Preferences.of(request).locale()), clock, place.current().zone());
    }
}
