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
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * The acts that go with a right or with how far the case has come, not with an open task: what is
 * given to heads, the hearing, the result from above, the simulated review. A help for the eye
 * only.
 */
final class OfferedBeyond {

    /** As long as the words of an officer may be in one box. */
    private static final int LONGEST = 2000;

    private final CaseSheet sheet;
    private final CaseFile file;
    private final StaffPrincipal staff;
    private final ActForm form;
    private final ErrorSummary errors;
    private final StaffDay.Now now;

    OfferedBeyond(
            CaseSheet sheet,
            StaffPrincipal staff,
            ActForm form,
            ErrorSummary errors,
            StaffDay.Now now) {
        this.sheet = sheet;
        this.file = sheet.file();
        this.staff = staff;
        this.form = form;
        this.errors = errors;
        this.now = now;
    }

    /** The hearing as far as it has come, for those who work on the case. */
    List<ReviewPage.Part> hearing() {
        var state = file.heard().map(Hearing::state);
        if (state.isEmpty()) {
            return sheet.item().isLicence() && !file.isSimulated()
                    ? List.of(
                            part(
                                    "tellHearing",
                                    "second",
                                    words("hearingReason"),
                                    line("interested").optional()))
                    : List.of();
        }
        return switch (state.get()) {
            case ASKED ->
                    List.of(
                            part(
                                    "callHearing",
                                    "second",
                                    day("hearingOn"),
                                    line("hearingPlace"),
                                    line("chair")));
            case CALLED ->
                    List.of(part("recordHearing", "second", line("present"), words("transcript")));
            case OFFERED, HELD -> List.of();
        };
    }

    /** For whoever decides, where the item is decided above. */
    ReviewPage.Part forward(String authority) {
        return new ReviewPage.Part(
                now.say("review.act.forward", authority),
                List.of(words("forwardOpinion")),
                now.say("review.act.forward.do"),
                "forward",
                "main",
                "",
                true);
    }

    /** What goes with a right. */
    List<ReviewPage.Part> byRight() {
        return Stream.of(heads(), clerks(), result()).flatMap(List::stream).toList();
    }

    private List<ReviewPage.Part> heads() {
        if (!staff.has("head") || !staff.reaches(file.agency())) return List.of();
        var parts = new ArrayList<ReviewPage.Part>();
        if (file.state() == CaseState.REVIEWING
                && sheet.item().isLicence()
                && !file.extended()
                && !file.isSimulated()) {
            parts.add(part("extend", "second", words("extendReason")));
        }
        if (file.state() == CaseState.RECEIVED && file.toldOnce()) {
            parts.add(
                    part(
                            "tellAgain",
                            "second",
                            choice("againMaterial", materials()),
                            words("againWhat"),
                            words("againReason")));
        }
        if (file.result().isEmpty()) parts.add(part("void", "stop", words("voidReason")));
        return parts;
    }

    private List<ReviewPage.Part> clerks() {
        if (!staff.has("accept") || !staff.reaches(file.agency())) return List.of();
        var parts = new ArrayList<ReviewPage.Part>();
        if (file.state() == CaseState.RECEIVED && sheet.item().maySimulate()) {
            parts.add(part("simulate", "second", line("lacking")));
        }
        if (file.isSimulated() && file.result().isEmpty()) {
            parts.add(part("makeReal", "main", words("proof")));
            parts.add(part("endSimulation", "stop", words("endReason")));
        }
        if (file.openClock(ClockKind.HEARING_REQUEST).isPresent()) {
            // Others whose interests are at stake have no account; they ask at the window.
            parts.add(
                    part(
                            "askHearing",
                            "second",
                            line("hearingBy"),
                            words("hearingWords").optional()));
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
                        part(
                                "reject",
                                "second",
                                choice("rejectMaterial", brought),
                                words("rejectReason")));
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
                        part(
                                "higher",
                                "main",
                                choice(
                                        "higherGranted",
                                        List.of(
                                                new Option("yes", now.say("review.higher.yes")),
                                                new Option("no", now.say("review.higher.no")))),
                                line("document"),
                                day("decidedOn"),
                                words("higherWords").optional()));
    }

    private List<Option> materials() {
        return sheet.item().materials().stream()
                .map(material -> new Option(material.key(), material.name()))
                .toList();
    }

    private ReviewPage.Part part(String act, String look, FieldView... fields) {
        var all = List.of(fields);
        var touched = all.stream().anyMatch(field -> field.isWrong() || !field.value().isEmpty());
        return new ReviewPage.Part(
                now.say("review.act." + act),
                all,
                now.say("review.act." + act + ".do"),
                act,
                look,
                "",
                touched || act.equals("higher"));
    }

    private FieldView words(String name) {
        return field(FieldKind.LONGTEXT, name).maxLength(LONGEST);
    }

    private FieldView line(String name) {
        return field(FieldKind.TEXT, name).maxLength(200);
    }

    private FieldView day(String name) {
        return field(FieldKind.DATE, name);
    }

    private FieldView choice(String name, List<Option> options) {
        return field(FieldKind.CHOICE, name).options(options);
    }

    private FieldView field(FieldKind kind, String name) {
        var view =
                FieldView.of(kind, name, now.say("review.box." + name))
                        .value(form.at(name))
                        .error(errors);
        var hint = "review.box." + name + ".hint";
        return now.texts().has(hint) ? view.hint(now.say(hint)) : view;
    }
}
