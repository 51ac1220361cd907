package org.tongban.casework.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Hearing;
import org.tongban.casework.Pledge;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.Option;

/**
 * The acts that go with a right or with how far the case has come, not with an open task: what is
 * given to heads, the hearing, the result from above, the simulated review. A help for the eye
 * only.
 */
final class OfferedBeyond {

    private final CaseSheet sheet;
    private final CaseFile file;
    private final StaffPrincipal staff;
    private final ActBoxes boxes;
    private final StaffDay.Now now;
    private final OfferedLater later;

    OfferedBeyond(CaseSheet sheet, StaffPrincipal staff, ActBoxes boxes, StaffDay.Now now) {
        this.sheet = sheet;
        this.file = sheet.file();
        this.staff = staff;
        this.boxes = boxes;
        this.now = now;
        this.later = new OfferedLater(sheet, staff, boxes, now);
    }

    /** The hearing as far as it has come, for those who work on the case. */
    List<ReviewPage.Part> hearing() {
        var state = file.heard().map(Hearing::state);
        if (state.isEmpty()) {
            return sheet.item().isLicence() && !file.isSimulated()
                    ? List.of(
                            boxes.part(
                                    "tellHearing",
                                    "second",
                                    boxes.words("hearingReason"),
                                    boxes.line("interested").optional()))
                    : List.of();
        }
        return switch (state.get()) {
            case ASKED ->
                    List.of(
                            boxes.part(
                                    "callHearing",
                                    "second",
                                    boxes.day("hearingOn"),
                                    boxes.line("hearingPlace"),
                                    boxes.line("chair")),
                            boxes.part("declineHearing", "stop", boxes.words("declineReason")));
            case CALLED ->
                    List.of(
                            boxes.part(
                                    "recordHearing",
                                    "second",
                                    boxes.line("present"),
                                    boxes.words("transcript")));
            case OFFERED, HELD, DECLINED -> List.of();
        };
    }

    /** For whoever decides, where the item is decided above. */
    ReviewPage.Part forward(String authority) {
        return new ReviewPage.Part(
                now.say("review.act.forward", authority),
                List.of(boxes.words("forwardOpinion")),
                now.say("review.act.forward.do"),
                "forward",
                "main",
                "",
                true);
    }

    /** What goes with a right. */
    List<ReviewPage.Part> byRight() {
        return Stream.of(heads(), clerks(), result(), later.parts()).flatMap(List::stream).toList();
    }

    private List<ReviewPage.Part> heads() {
        if (!staff.has("head") || !staff.reaches(file.agency())) return List.of();
        var parts = new ArrayList<ReviewPage.Part>();
        if (file.state() == CaseState.REVIEWING
                && sheet.item().isLicence()
                && !file.extended()
                && !file.isSimulated()) {
            parts.add(boxes.part("extend", "second", boxes.words("extendReason")));
        }
        if (file.state() == CaseState.RECEIVED && file.toldOnce()) {
            parts.add(
                    boxes.part(
                            "tellAgain",
                            "second",
                            boxes.choice("againMaterial", materials()),
                            boxes.words("againWhat"),
                            boxes.words("againReason")));
        }
        if (file.result().isEmpty())
            parts.add(boxes.part("void", "stop", boxes.words("voidReason")));
        return parts;
    }

    private List<ReviewPage.Part> clerks() {
        if (!staff.has("accept") || !staff.reaches(file.agency())) return List.of();
        var parts = new ArrayList<ReviewPage.Part>();
        if (file.state() == CaseState.RECEIVED && sheet.item().maySimulate()) {
            parts.add(boxes.part("simulate", "second", boxes.line("lacking")));
        }
        if (file.isSimulated() && file.result().isEmpty()) {
            parts.add(boxes.part("makeReal", "main", boxes.words("proof")));
            parts.add(boxes.part("endSimulation", "stop", boxes.words("endReason")));
        }
        if (file.openClock(ClockKind.HEARING_REQUEST).isPresent()) {
            // Others whose interests are at stake have no account; they ask at the window.
            parts.add(
                    boxes.part(
                            "askHearing",
                            "second",
                            boxes.line("hearingBy"),
                            boxes.words("hearingWords").optional()));
        }
        parts.addAll(rejecting());
        return parts;
    }

    /** A promised paper that came, for whoever finds it is not what was promised. */
    List<ReviewPage.Part> rejecting() {
        var brought =
                file.pledges().stream()
                        .filter(p -> p.is(Pledge.Kind.PAPER_FOLLOWS, Pledge.State.KEPT))
                        .map(p -> new Option(p.material(), p.name()))
                        .toList();
        return brought.isEmpty() || file.state() != CaseState.REVIEWING
                ? List.of()
                : List.of(
                        boxes.part(
                                "reject",
                                "second",
                                boxes.choice("rejectMaterial", brought),
                                boxes.words("rejectReason")));
    }

    /** What came back from above, for whoever sent it up. */
    private List<ReviewPage.Part> result() {
        var theirs =
                file.tasks().reversed().stream()
                        .filter(CaseTask::decision)
                        .findFirst()
                        .filter(task -> staff.posts().contains(task.post()));
        return file.state() != CaseState.FORWARDED || theirs.isEmpty()
                ? List.of()
                : List.of(
                        boxes.part(
                                "higher",
                                "main",
                                "",
                                List.of(
                                        boxes.choice(
                                                "higherGranted",
                                                List.of(
                                                        new Option(
                                                                "yes",
                                                                now.say("review.higher.yes")),
                                                        new Option(
                                                                "no",
                                                                now.say("review.higher.no")))),
                                        boxes.line("document"),
                                        boxes.day("decidedOn"),
                                        boxes.words("higherWords").optional()),
                                true));
    }

    private List<Option> materials() {
        return sheet.item().materials().stream()
                .map(material -> new Option(material.key(), material.name()))
                .toList();
    }
}
