package org.tongban.casework.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.Act;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Casework;
import org.tongban.casework.Performed;
import org.tongban.casework.staff.CaseSheets;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CaseNumber;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Rendered;

/** Passing or granting many cases of one item at one step. Refusing is never done in batches. */
@Controller
class ActTogether {

    private static final Logger LOG = LoggerFactory.getLogger(ActTogether.class);

    private static final String BATCH = "/staff/batch";
    private static final int LONGEST = 2000;

    private final BatchTasks tasks;
    private final CaseSheets sheets;
    private final Casework casework;
    private final Catalogue catalogue;
    private final StaffDay day;

    ActTogether(
            BatchTasks tasks,
            CaseSheets sheets,
            Casework casework,
            Catalogue catalogue,
            StaffDay day) {
        this.tasks = tasks;
        this.sheets = sheets;
        this.casework = casework;
        this.catalogue = catalogue;
        this.day = day;
    }

    /** One case as it was ticked: which task, on which version. */
    private record Ticked(UUID caseId, int taskNo, int version) {

        static Optional<Ticked> read(String value) {
            var parts = value.split("_", -1);
            if (parts.length != 3 || !(parts[1] + parts[2]).matches("\\d{2,12}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Ticked(
                                UUID.fromString(parts[0]),
                                Integer.parseInt(parts[1]),
                                Integer.parseInt(parts[2])));
            } catch (IllegalArgumentException notOurs) {
                return Optional.empty();
            }
        }
    }

    @GetMapping(BATCH)
    @Open(door = Door.STAFF, audit = "batch.opened")
    Rendered open(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String step,
            HttpServletRequest request) {
        mayActAtAll(staff);
        var now = day.now(request);
        return item.isEmpty()
                ? groups(staff, now)
                : group(staff, item, step, Set.of(), true, "", "", ErrorSummary.none(), now);
    }

    @PostMapping(BATCH)
    @Open(door = Door.STAFF, audit = "batch.acted-on")
    Rendered act(
            StaffPrincipal staff,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "") String batchId,
            @RequestParam(name = "case", defaultValue = "") List<String> cases,
            HttpServletRequest request) {
        mayActAtAll(staff);
        var now = day.now(request);
        var errors = new LinkedHashMap<String, String>();
        if (cases.isEmpty()) errors.put("case-0", now.say("batch.none-chosen"));
        if (cases.size() > BatchTasks.MOST) {
            errors.put("case-0", now.say("batch.too-many", BatchTasks.MOST));
        }
        if (opinion.length() > LONGEST) errors.put("opinion", now.say("batch.too-long", LONGEST));
        var decision = isDecision(item, step);
        if (!decision && opinion.isBlank()) errors.put("opinion", now.say("batch.no-opinion"));
        if (!errors.isEmpty()) {
            return group(
                            staff,
                            item,
                            step,
                            Set.copyOf(cases),
                            false,
                            opinion,
                            batchId,
                            ErrorSummary.of(errors),
                            now)
                    .at(href(item, step))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return done(
                cases.stream().distinct().flatMap(one -> Ticked.read(one).stream()).toList(),
                decision,
                opinion.strip(),
                batchId,
                staff,
                now);
    }

    private Rendered done(
            List<Ticked> ticked,
            boolean decision,
            String opinion,
            String batchId,
            StaffPrincipal staff,
            StaffDay.Now now) {
        var lines = new ArrayList<DonePage.Line>();
        var done = new ArrayList<UUID>();
        for (var one : ticked) {
            var file = sheets.reach(one.caseId(), staff);
            if (file.isEmpty()) continue;
            Act act =
                    decision
                            ? new Act.Grant(one.taskNo(), opinion)
                            : new Act.PassStep(one.taskNo(), opinion);
            var performed =
                    casework.perform(
                            one.caseId(),
                            OptionalInt.of(one.version()),
                            actId(batchId, one),
                            act,
                            sheets.actor(file.get(), staff));
            var refused =
                    switch (performed) {
                        case Performed.Done _, Performed.Already _ -> "";
                        case Performed.Refused(var why) -> now.words().refusal(why).matter();
                    };
            if (refused.isEmpty()) done.add(one.caseId());
            lines.add(
                    new DonePage.Line(
                            CaseNumber.of(file.get().caseNo()).printed(),
                            "/staff/cases/" + one.caseId(),
                            refused));
        }
        LOG.info("batch.carried-out {} of {} by {}", done.size(), lines.size(), staff.getName());
        var print =
                decision && !done.isEmpty()
                        ? PrintRun.HREF
                                + "?cases="
                                + done.stream().map(UUID::toString).collect(Collectors.joining(","))
                        : "";
        return Rendered.of("casework/batch/done", new DonePage(done.size(), lines, print))
                .at(BATCH);
    }

    private Rendered groups(StaffPrincipal staff, StaffDay.Now now) {
        var groups =
                tasks.groups(seats(staff)).stream()
                        .map(
                                group ->
                                        new BatchPage.Group(
                                                name(group.itemKey()),
                                                group.stepName(),
                                                group.count(),
                                                href(group.itemKey(), group.step())))
                        .toList();
        return Rendered.of(
                "casework/batch/batch",
                new BatchPage(
                        groups,
                        "",
                        ErrorSummary.none(),
                        List.of(),
                        FieldView.text("opinion", now.say("review.box.opinion")),
                        false,
                        "",
                        "",
                        ""));
    }

    private Rendered group(
            StaffPrincipal staff,
            String item,
            String step,
            Set<String> chosen,
            boolean all,
            String opinion,
            String batchId,
            ErrorSummary errors,
            StaffDay.Now now) {
        var definition =
                catalogue
                        .current(item)
                        .map(PublishedItem::definition)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var decision = isDecision(item, step);
        var stepName = definition.step(step).map(s -> s.name()).orElse(step);
        var rows =
                tasks.tasks(seats(staff), item, step).stream()
                        .map(task -> row(task, chosen, all, now))
                        .toList();
        var box = decision ? "review.box.grantOpinion" : "review.box.opinion";
        var field =
                FieldView.of(FieldKind.LONGTEXT, "opinion", now.say(box))
                        .maxLength(LONGEST)
                        .value(opinion)
                        .error(errors);
        return Rendered.of(
                "casework/batch/batch",
                new BatchPage(
                        List.of(),
                        definition.name() + " · " + stepName,
                        errors,
                        rows,
                        decision ? field.optional() : field,
                        decision,
                        batchId.isEmpty() ? UUID.randomUUID().toString() : batchId,
                        item,
                        step));
    }

    private static BatchPage.Row row(
            BatchTasks.Task task, Set<String> chosen, boolean all, StaffDay.Now now) {
        var value = task.caseId() + "_" + task.taskNo() + "_" + task.file().version();
        return new BatchPage.Row(
                value,
                all || chosen.contains(value),
                CaseNumber.of(task.file().caseNo()).printed(),
                "/staff/cases/" + task.caseId(),
                task.applicantName(),
                now.dates().day(task.dueOn()),
                now.strips().tag(task.file()));
    }

    private boolean isDecision(String item, String step) {
        return catalogue
                .current(item)
                .flatMap(found -> found.definition().step(step))
                .filter(s -> s.kind() == org.tongban.catalogue.ItemDefinition.StepKind.DECISION)
                .isPresent();
    }

    private String name(String item) {
        return catalogue.current(item).map(found -> found.definition().name()).orElse(item);
    }

    private static String href(String item, String step) {
        return BATCH + "?item=" + item + "&step=" + step;
    }

    /** Each case has an act of its own; the same batch sent twice does each once. */
    private static UUID actId(String batchId, Ticked one) {
        var name = "batch:" + batchId + ":" + one.caseId() + ":" + one.taskNo();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void mayActAtAll(StaffPrincipal staff) {
        if (!staff.has("review") && !staff.has("decide")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static Set<String> seats(StaffPrincipal staff) {
        var seats = new HashSet<>(staff.posts());
        seats.add(CaseTask.seatOf(staff.staffId().toString()));
        return seats;
    }
}
