package org.tongban.casework.review;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Hearing;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.directory.Place;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * The acts that a reader is offered: those of the open tasks whose posts they hold. A help for the
 * eye only; whether an act is carried out is ruled by the engine.
 */
final class OfferedActs {

    private final CaseSheet sheet;
    private final StaffPrincipal staff;
    private final ActForm form;
    private final ActBoxes boxes;
    private final StaffDay.Now now;
    private final OfferedTeamwork teamwork;
    private final OfferedBeyond beyond;

    OfferedActs(
            CaseSheet sheet,
            StaffPrincipal staff,
            ActForm form,
            ErrorSummary errors,
            Place place,
            StaffDay.Now now) {
        this.sheet = sheet;
        this.staff = staff;
        this.form = form;
        this.boxes = new ActBoxes(form, errors, now);
        this.now = now;
        this.teamwork = new OfferedTeamwork(staff, place, boxes, now);
        this.beyond = new OfferedBeyond(sheet, staff, boxes, now);
    }

    /**
     * The task that the reader acts on: the one they chose before if it is still theirs, else the
     * first by its number.
     */
    List<CaseTask> tasks() {
        return sheet.file().openTasks().stream()
                .filter(task -> staff.posts().contains(task.post()))
                .filter(this::hasRight)
                .filter(this::isInHand)
                .toList();
    }

    private boolean hasRight(CaseTask task) {
        return task.isMain()
                ? staff.has(task.decision() ? "decide" : "review")
                : staff.has("review") || staff.has("decide");
    }

    /** A task handed over to a colleague is offered for taking it over only, by its post. */
    private boolean isInHand(CaseTask task) {
        var holder = task.holder();
        return holder == null || holder.id().equals(staff.staffId().toString());
    }

    List<ReviewPage.Part> parts() {
        var mine = tasks();
        if (sheet.file().state() != CaseState.REVIEWING || mine.isEmpty()) {
            var parts = new ArrayList<>(beyond.byRight());
            parts.addAll(typedThoughNotOffered(parts));
            return parts;
        }
        var deciding = mine.stream().anyMatch(CaseTask::decision);
        var parts = new ArrayList<ReviewPage.Part>();
        parts.add(taskChoice(mine));
        teamwork.answer(mine).ifPresent(parts::add);
        if (mine.stream().anyMatch(task -> task.isMain() && !task.decision())) {
            parts.add(
                    boxes.part(
                            "pass", "main", "Ctrl+Enter", List.of(boxes.words("opinion")), true));
        }
        var above = sheet.item().forward();
        if (deciding && above.isPresent()) {
            parts.add(beyond.forward(above.get().authority()));
        }
        if (deciding && above.isEmpty()) {
            parts.add(
                    boxes.part(
                            "grant",
                            "main",
                            "",
                            List.of(
                                    boxes.words("grantOpinion").optional(),
                                    boxes.words("conditions").optional(),
                                    boxes.day("validUntil").optional()),
                            true));
        }
        if (deciding && above.isEmpty() && !sheet.file().isSimulated()) {
            parts.add(
                    boxes.part(
                            "refuse",
                            "stop",
                            "",
                            List.of(
                                    boxes.words("facts"),
                                    boxes.words("reasons"),
                                    boxes.words("articles")),
                            false));
        }
        var earlier = earlierSteps(mine);
        if (!earlier.isEmpty()) {
            parts.add(
                    boxes.part(
                            "return",
                            "second",
                            "",
                            List.of(boxes.choice("toStep", earlier), boxes.words("returnReason")),
                            false));
        }
        if (mine.stream().anyMatch(CaseTask::isMain)) {
            parts.addAll(procedures());
            parts.addAll(beyond.hearing());
        }
        parts.addAll(teamwork.parts(mine));
        var byRight = beyond.byRight();
        parts.addAll(byRight);
        if (byRight.stream().noneMatch(part -> part.value().equals("reject"))) {
            parts.addAll(beyond.rejecting());
        }
        parts.addAll(typedThoughNotOffered(parts));
        return parts;
    }

    /** Words typed for an act that is not offered any more: they stay, to be copied. */
    private List<ReviewPage.Part> typedThoughNotOffered(List<ReviewPage.Part> offered) {
        var shown =
                offered.stream()
                        .flatMap(part -> part.fields().stream())
                        .map(FieldView::name)
                        .toList();
        var kept =
                Stream.of(
                                "opinion",
                                "grantOpinion",
                                "conditions",
                                "declineReason",
                                "slipWrong",
                                "slipRight",
                                "objection",
                                "objectionAnswer",
                                "facts",
                                "reasons",
                                "articles",
                                "returnReason",
                                "procedureReason",
                                "expectedDays",
                                "procedureResult",
                                "extendReason",
                                "answerOpinion",
                                "question",
                                "handOverReason",
                                "record",
                                "note",
                                "hearingReason",
                                "transcript",
                                "forwardOpinion",
                                "againWhat",
                                "againReason",
                                "voidReason",
                                "proof",
                                "endReason",
                                "rejectReason",
                                "higherWords")
                        .filter(name -> !shown.contains(name) && !form.at(name).isEmpty())
                        .map(name -> boxes.words(name).locked())
                        .toList();
        return kept.isEmpty()
                ? List.of()
                : List.of(
                        new ReviewPage.Part(
                                now.say("review.typed"), kept, "", "", "second", "", true));
    }

    private ReviewPage.Part taskChoice(List<CaseTask> mine) {
        var options =
                mine.stream()
                        .map(
                                task ->
                                        new Option(
                                                Integer.toString(task.no()),
                                                name(task),
                                                now.say(
                                                        "todo.step-due",
                                                        now.dates().day(task.dueOn()))))
                        .toList();
        var typed = form.at("taskNo");
        var known = options.stream().anyMatch(option -> option.value().equals(typed));
        var field =
                FieldView.of(FieldKind.CHOICE, "taskNo", now.say("review.task"))
                        .options(options)
                        .value(known ? typed : options.getFirst().value());
        return new ReviewPage.Part("", List.of(field), "", "", "second", "", true);
    }

    /** A seat that was asked in is told from the step by what it is asked for. */
    private String name(CaseTask task) {
        return sheet.file()
                .consultationOf(task)
                .map(
                        asked ->
                                now.say(
                                        "review.asked",
                                        task.name(),
                                        now.words().form(asked.form()),
                                        asked.question()))
                .orElse(task.name());
    }

    private List<Option> earlierSteps(List<CaseTask> all) {
        var mine = all.stream().filter(CaseTask::isMain).toList();
        var plan = sheet.file().plan();
        var last = mine.stream().mapToInt(task -> plan.indexOf(task.step())).max().orElse(0);
        return plan.subList(0, Math.max(0, last)).stream()
                .map(key -> sheet.item().step(key).orElseThrow())
                .filter(step -> mine.stream().noneMatch(task -> task.step().equals(step.key())))
                .map(step -> new Option(step.key(), name(step)))
                .toList();
    }

    private static String name(ItemDefinition.Step step) {
        return step.name();
    }

    private List<ReviewPage.Part> procedures() {
        var kinds = sheet.item().specialProcedures();
        if (sheet.file().runningProcedure().isPresent()) {
            // A hearing ends with its transcript.
            if (sheet.file().heard().filter(Hearing::isOwed).isPresent()) return List.of();
            return List.of(
                    boxes.part("end", "second", "", List.of(boxes.words("procedureResult")), true));
        }
        if (kinds.isEmpty()) return List.of();
        var options = kinds.stream().map(kind -> new Option(kind, kind)).toList();
        return List.of(
                boxes.part(
                        "start",
                        "second",
                        "",
                        List.of(
                                boxes.choice("procedure", options),
                                boxes.words("procedureReason"),
                                boxes.workingDays("expectedDays")),
                        false));
    }
}
