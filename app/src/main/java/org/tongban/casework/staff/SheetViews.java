package org.tongban.casework.staff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.casework.Applicant;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.FormRows;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.codes.CitizenId;
import org.tongban.codes.Mobile;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Link;
import org.tongban.web.TimelineEntry;

/** The parts of a case's page that desk and review show alike. */
public final class SheetViews {

    /**
     * Under this key stand the materials that a window holds on paper, beside the form's answers:
     * no field of an item can have it, keys of packs begin with a letter.
     */
    public static final String ON_PAPER = Submission.ON_PAPER;

    private final CaseSheet sheet;
    private final StaffDay.Now now;

    public SheetViews(CaseSheet sheet, StaffDay.Now now) {
        this.sheet = sheet;
        this.now = now;
    }

    /** Who applies. Numbers are masked unless the reader has asked for them. */
    public List<Answer> applicant(boolean unmasked) {
        var who = sheet.content().applicant();
        var firm = who.kind() == Applicant.Kind.FIRM;
        var rows = new ArrayList<Answer>();
        rows.add(row(firm ? "staff.firm" : "staff.person", who.name()));
        rows.add(row(firm ? "staff.credit-code" : "staff.id-number", number(who, unmasked)));
        if (firm) rows.add(row("staff.contact", who.contact()));
        rows.add(row("staff.mobile", mobile(who.mobile(), unmasked)));
        rows.add(row("staff.address", unmasked || firm ? who.address() : masked(who.address())));
        return rows;
    }

    /** The situation and the form, in the order in which they were asked. */
    public List<Answer> answers(boolean unmasked) {
        var rows = new ArrayList<Answer>();
        for (var question : sheet.item().questions()) {
            var chosen = sheet.content().situation().get(question.key());
            if (chosen != null) {
                rows.add(new Answer(question.text(), label(question.choices(), chosen), "", ""));
            }
        }
        for (var field : sheet.item().fields()) {
            var value = sheet.content().form().get(field.key());
            if (value != null && field.isGroup()) {
                rows.addAll(rows(field, value, unmasked));
            } else if (value != null) {
                rows.add(new Answer(field.label(), shown(field, value, unmasked), "", ""));
            }
        }
        return rows;
    }

    /** One line a row. */
    private List<Answer> rows(Field group, Object value, boolean unmasked) {
        var rows = new ArrayList<Answer>();
        for (var row : FormRows.checked(value)) {
            var cells =
                    group.fields().stream()
                            .flatMap(
                                    below ->
                                            FormRows.cell(row, below).stream()
                                                    .map(
                                                            cell ->
                                                                    now.say(
                                                                            "field.row.cell",
                                                                            below.label(),
                                                                            shown(
                                                                                    below, cell,
                                                                                    unmasked))))
                            .collect(Collectors.joining(now.say("field.row.between")));
            rows.add(
                    new Answer(
                            now.say("field.row", group.label(), rows.size() + 1), cells, "", ""));
        }
        return rows;
    }

    /** Whether a window holds the material on paper. */
    public boolean isOnPaper(String material) {
        return sheet.content().form().get(ON_PAPER) instanceof Collection<?> held
                && held.contains(material);
    }

    public List<Link> files(String material) {
        return sheet.filesOf(material).stream().map(this::link).toList();
    }

    /** That a material came from the applicant's own store, and how far it may be relied on. */
    public String kept(String material) {
        return sheet.filesOf(material).stream()
                .flatMap(file -> Optional.ofNullable(sheet.grades().get(file.fileNo())).stream())
                .max(Comparator.naturalOrder())
                .map(grade -> now.say("kept.staff." + grade.word()))
                .orElse("");
    }

    public Link link(SubmittedFile file) {
        return new Link(file.name(), "/staff/cases/" + sheet.caseId() + "/files/" + file.fileNo());
    }

    public List<Link> papers() {
        return sheet.papers().stream()
                .map(paper -> new Link(paper.title() + " " + paper.number(), paperHref(paper.no())))
                .toList();
    }

    public String paperHref(int no) {
        return "/staff/cases/" + sheet.caseId() + "/papers/" + no;
    }

    /** What happened, the latest first, with what officers wrote for each other. */
    public List<TimelineEntry> timeline() {
        return sheet.events().reversed().stream().map(this::entry).toList();
    }

    /** What happened behind a version: each act is one version. */
    public List<TimelineEntry> since(int version) {
        return sheet.events().stream()
                .filter(line -> line.seq() > version)
                .map(this::entry)
                .toList();
    }

    /** Says to whoever acted on an old page who did what meanwhile, and that nothing is lost. */
    public static ErrorSummary changedMeanwhile(CaseSheet sheet, StaffDay.Now now) {
        var last = sheet.events().getLast();
        return ErrorSummary.of(
                Map.of(
                        "",
                        now.say(
                                "staff.changed",
                                last.actorName(),
                                now.moment(last.at()),
                                now.words().eventForStaff(last.event()).title())));
    }

    private TimelineEntry entry(CaseSheet.Line line) {
        var told = now.words().eventForStaff(line.event());
        return new TimelineEntry(
                TimelineEntry.State.DONE,
                told.title(),
                now.moment(line.at()) + " · " + line.actorName(),
                told.sentence(),
                List.of());
    }

    private Answer row(String key, String value) {
        return new Answer(now.say(key), value, "", "");
    }

    private static String number(Applicant who, boolean unmasked) {
        return unmasked || who.kind() == Applicant.Kind.FIRM
                ? who.number()
                : CitizenId.of(who.number()).masked();
    }

    private static String mobile(String number, boolean unmasked) {
        return number.isEmpty() || unmasked ? number : Mobile.of(number).masked();
    }

    /** The front of an address says enough to know the place. */
    private static String masked(String address) {
        var shown = 6;
        return address.length() <= shown ? address : address.substring(0, shown) + "****";
    }

    private String shown(Field field, Object value, boolean unmasked) {
        if (field.type() == FieldType.FILE) return names(value);
        return switch (value) {
            case Boolean yes -> now.say(yes ? "field.yes" : "field.no");
            case Collection<?> several ->
                    several.stream()
                            .map(one -> label(field.choices(), String.valueOf(one)))
                            .collect(Collectors.joining("、"));
            case BigDecimal number -> number.toPlainString();
            default -> text(field, String.valueOf(value), unmasked);
        };
    }

    /**
     * Of the files whose numbers an answer names; one that does not lie here is said to be missing.
     */
    private String names(Object value) {
        return value instanceof Collection<?> numbers
                ? numbers.stream()
                        .map(
                                number ->
                                        sheet.files().stream()
                                                .filter(
                                                        file ->
                                                                file.fileNo()
                                                                        .toString()
                                                                        .equals(number))
                                                .map(SubmittedFile::name)
                                                .findFirst()
                                                .orElseGet(() -> now.say("staff.file-missing")))
                        .collect(Collectors.joining("、"))
                : "";
    }

    private String text(Field field, String value, boolean unmasked) {
        if (!unmasked && field.type() == FieldType.CITIZEN_ID) {
            return CitizenId.read(value).value().map(CitizenId::masked).orElse("****");
        }
        if (!unmasked && field.type() == FieldType.MOBILE) {
            return Mobile.read(value).value().map(Mobile::masked).orElse("****");
        }
        return field.type() == FieldType.REGION
                ? now.place().fullName(value).orElse(value)
                : label(field.choices(), value);
    }

    private static String label(List<Choice> choices, String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .map(Choice::label)
                .findFirst()
                .orElse(value);
    }
}
