package org.tongban.supervision.card;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CaseNumber;
import org.tongban.supervision.ActOnFinding;
import org.tongban.supervision.Finding;
import org.tongban.supervision.FindingAct;
import org.tongban.supervision.FindingRefusal;
import org.tongban.supervision.Findings;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;

/** One card with its acts. */
@Controller
class ShowFinding {

    private static final Logger LOG = LoggerFactory.getLogger(ShowFinding.class);

    private static final int LONGEST = 1000;

    private final Findings findings;
    private final ActOnFinding acting;
    private final FindingDoor door;

    ShowFinding(Findings findings, ActOnFinding acting, FindingDoor door) {
        this.findings = findings;
        this.acting = acting;
        this.door = door;
    }

    @GetMapping(FindingDoor.FINDINGS + "/{caseId}/{kind}/{ref}")
    @Open(door = Door.STAFF, audit = "finding.opened")
    Rendered card(
            @PathVariable UUID caseId,
            @PathVariable String kind,
            @PathVariable int ref,
            @RequestParam(defaultValue = "") String done,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var words = door.words(request);
        var finding = door.visible(caseId, kind, ref, staff);
        var said =
                done.matches("[a-z-]+") && words.has("findings.done." + done)
                        ? words.say("findings.done." + done)
                        : "";
        return page(finding, staff, said, "", ErrorSummary.none(), words);
    }

    @PostMapping(FindingDoor.FINDINGS + "/{caseId}/{kind}/{ref}")
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
        var words = door.words(request);
        var finding = door.visible(caseId, kind, ref, staff);
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
            return "redirect:" + FindingDoor.href(finding) + "?done=" + asked.get().code();
        }
        return refused(door.visible(caseId, kind, ref, staff), staff, typed, refusal.get(), words);
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
                        FindingDoor.href(finding),
                        finding.version(),
                        FieldView.of(FieldKind.LONGTEXT, "words", words.say("findings.words"))
                                .maxLength(LONGEST)
                                .value(typed)
                                .error(errors),
                        wait(finding, staff, words),
                        buttons(finding, staff, words),
                        findings.lines(finding.key()).stream().map(words::line).toList()));
    }

    private List<Answer> facts(Finding finding, FindingWords words) {
        var facts = new ArrayList<Answer>();
        facts.add(fact(words, "findings.what", words.what(finding)));
        facts.add(fact(words, "todo.item", door.item(finding)));
        facts.add(fact(words, "findings.case", CaseNumber.of(finding.caseNo()).printed()));
        facts.add(fact(words, "findings.agency", door.agency(finding)));
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

    /** Why a supervisor cannot uphold it yet. */
    private static String wait(Finding finding, StaffPrincipal staff, FindingWords words) {
        var unheard = finding.state() == Finding.State.OPEN && !finding.isRed(words.today());
        return unheard && ActOnFinding.isSupervisor(staff, finding.agency())
                ? words.say("findings.wait", words.day(finding.answerBy()))
                : "";
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
}
