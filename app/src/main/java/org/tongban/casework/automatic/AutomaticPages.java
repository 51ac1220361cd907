package org.tongban.casework.automatic;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.Handling;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CaseNumber;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Pager;
import org.tongban.web.Rendered;

/** For offices: decisions by rules to look at afterwards, and the switches of their items. */
@Controller
class AutomaticPages {

    static final String AUTOMATIC = "/staff/automatic";

    private static final Logger LOG = LoggerFactory.getLogger(AutomaticPages.class);

    private static final int LONGEST = 500;

    private final AutomaticRecords records;
    private final Catalogue catalogue;
    private final Directory directory;
    private final StaffDay day;

    AutomaticPages(
            AutomaticRecords records, Catalogue catalogue, Directory directory, StaffDay day) {
        this.records = records;
        this.catalogue = catalogue;
        this.directory = directory;
        this.day = day;
    }

    @GetMapping(AUTOMATIC)
    @Open(door = Door.STAFF, audit = "automatic-decisions.read")
    Rendered show(
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String after,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return page(staff, show, after, Map.of(), ErrorSummary.none(), day.now(request));
    }

    @PostMapping(AUTOMATIC + "/{caseId}")
    @Open(door = Door.STAFF, right = "review", audit = "automatic-decision.judged")
    Object judge(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var said = words.strip();
        var disagrees = verdict.equals("disagree");
        if ((disagrees && said.isEmpty()) || said.length() > LONGEST) {
            var box = "words-" + caseId;
            var errors = ErrorSummary.of(Map.of(box, now.say("automatic.words.missing", LONGEST)));
            return page(staff, "open", "", Map.of(box, words), errors, now)
                    .at(AUTOMATIC)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (records.judge(caseId, agencies(staff), !disagrees, said, staff.name())) {
            LOG.info(
                    "automatic-decision.{} {} by {}",
                    disagrees ? "disagreed" : "agreed",
                    caseId,
                    staff.getName());
        }
        return "redirect:" + AUTOMATIC;
    }

    @PostMapping(AUTOMATIC + "/items/{key}")
    @Open(door = Door.STAFF, right = "head", audit = "automatic-decisions.switched")
    Object turn(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var now = day.now(request);
        var item =
                catalogue
                        .current(key)
                        .map(PublishedItem::definition)
                        .filter(each -> each.automatic().isPresent())
                        .filter(each -> staff.reaches(each.agency()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            var box = "reason-" + key;
            var errors = ErrorSummary.of(Map.of(box, now.say("automatic.reason.missing", LONGEST)));
            return page(staff, "open", "", Map.of(box, reason), errors, now)
                    .at(AUTOMATIC)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        records.turn(item.key(), !to.equals("on"), why, staff.name());
        LOG.info("automatic-decisions.{} for {} by {}", to, item.key(), staff.getName());
        return "redirect:" + AUTOMATIC;
    }

    private Rendered page(
            StaffPrincipal staff,
            String show,
            String after,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffDay.Now now) {
        if (Stream.of("review", "decide", "supervise").noneMatch(staff::has)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var state = List.of("agreed", "disagreed").contains(show) ? show : "open";
        var found = records.samples(agencies(staff), state, day(after, 0), caseId(after));
        var first = AUTOMATIC + "?show=" + state;
        var next = "";
        if (found.size() > AutomaticRecords.PAGE) {
            var last = found.get(AutomaticRecords.PAGE - 1);
            next = first + "&after=" + last.decidedOn() + "_" + last.caseId();
        }
        return Rendered.of(
                "casework/automatic/list",
                new AutomaticPage(
                        Stream.of("open", "disagreed", "agreed")
                                .map(
                                        each ->
                                                new AutomaticPage.Chip(
                                                        now.say("automatic.list." + each),
                                                        AUTOMATIC + "?show=" + each,
                                                        each.equals(state)))
                                .toList(),
                        errors,
                        found.stream()
                                .limit(AutomaticRecords.PAGE)
                                .map(sample -> row(sample, typed, errors, now))
                                .toList(),
                        state.equals("open") && staff.has("review"),
                        new Pager(after.isEmpty() ? "" : first, next, ""),
                        switches(staff, typed, errors, now)));
    }

    private static AutomaticPage.Row row(
            AutomaticRecords.Sample sample,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffDay.Now now) {
        var box = "words-" + sample.caseId();
        return new AutomaticPage.Row(
                sample.caseId().toString(),
                CaseNumber.of(sample.caseNo()).printed(),
                "/staff/cases/" + sample.caseId(),
                sample.itemName(),
                now.dates().day(sample.decidedOn()),
                sample.judgedBy().map(by -> by + "：" + sample.words()).orElse(""),
                FieldView.of(FieldKind.TEXT, "words", now.say("automatic.words"))
                        .id(box)
                        .maxLength(LONGEST)
                        .optional()
                        .value(typed.getOrDefault(box, ""))
                        .error(errors.at(box)));
    }

    private List<AutomaticPage.ItemSwitch> switches(
            StaffPrincipal staff,
            Map<String, String> typed,
            ErrorSummary errors,
            StaffDay.Now now) {
        var turned = records.switches();
        return items(staff)
                .map(
                        item -> {
                            var standing = Optional.ofNullable(turned.get(item.key()));
                            var box = "reason-" + item.key();
                            return new AutomaticPage.ItemSwitch(
                                    item.name(),
                                    item.key(),
                                    standing.map(AutomaticRecords.Switch::stopped).orElse(false),
                                    item.automatic().stream()
                                            .flatMap(auto -> auto.rules().stream())
                                            .map(Handling.Rule::says)
                                            .collect(Collectors.joining("；")),
                                    standing.map(s -> s.by() + "：" + s.reason()).orElse(""),
                                    staff.has("head") && staff.reaches(item.agency()),
                                    FieldView.of(
                                                    FieldKind.TEXT,
                                                    "reason",
                                                    now.say("automatic.reason"))
                                            .id(box)
                                            .maxLength(LONGEST)
                                            .value(typed.getOrDefault(box, ""))
                                            .error(errors.at(box)));
                        })
                .toList();
    }

    /** Items of the reader's own offices that rules may decide. */
    private Stream<ItemDefinition> items(StaffPrincipal staff) {
        return staff.agencies().stream()
                .sorted()
                .flatMap(agency -> catalogue.ofAgency(agency).stream())
                .flatMap(summary -> catalogue.current(summary.key()).stream())
                .map(PublishedItem::definition)
                .filter(item -> item.automatic().isPresent());
    }

    private List<String> agencies(StaffPrincipal staff) {
        return directory.current().agencies().stream()
                .map(Agency::key)
                .filter(staff::reaches)
                .toList();
    }

    private static Optional<LocalDate> day(String after, int part) {
        try {
            return Optional.of(LocalDate.parse(after.split("_", -1)[part]));
        } catch (DateTimeException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> caseId(String after) {
        var parts = after.split("_", -1);
        try {
            return Optional.of(UUID.fromString(parts[parts.length - 1]));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
