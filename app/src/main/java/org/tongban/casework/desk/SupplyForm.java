package org.tongban.casework.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.casework.Act.Correction;
import org.tongban.casework.PrivatePart;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.CaseSheet;
import org.tongban.casework.staff.SheetViews;
import org.tongban.casework.staff.StaffDay;
import org.tongban.casework.staff.TakenFiles;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/**
 * The form that takes in corrections: one box for each thing that was told, no other. Every one has
 * to come, as a scan or as the original on paper; a form that was told may be put right in words.
 */
final class SupplyForm {

    /** The box with a tick for each original that lies here. */
    static final String PAPER = "paper";

    static final String NOTE = "note";

    private static final String FORM = "form";

    private SupplyForm() {}

    static List<FieldView> fields(Checklist check, ErrorSummary errors, StaffDay.Now now) {
        var fields = new ArrayList<FieldView>();
        for (var correction : told(check.sheet())) {
            fields.add(
                    FieldView.of(FieldKind.FILE, box(correction), correction.name())
                            .hint(correction.what())
                            .files("image/*,application/pdf", false, true)
                            .error(errors));
        }
        var papers = told(check.sheet()).stream().filter(one -> !isForm(one)).toList();
        if (!papers.isEmpty()) {
            fields.add(
                    FieldView.of(FieldKind.CHOICES, PAPER, now.say("desk.supply.paper"))
                            .optional()
                            .options(
                                    papers.stream()
                                            .map(one -> new Option(one.material(), one.name()))
                                            .toList())
                            .values(List.copyOf(check.several(PAPER)))
                            .error(errors));
        }
        var note =
                FieldView.of(FieldKind.LONGTEXT, NOTE, now.say("desk.supply.note"))
                        .maxLength(IntakeView.LONGEST)
                        .value(check.at(NOTE))
                        .error(errors);
        fields.add(isFormTold(check.sheet()) ? note : note.optional());
        return fields;
    }

    /** What was told and has not come, by box. */
    static Map<String, String> missing(
            Checklist check, List<SubmittedFile> files, StaffDay.Now now) {
        var missing = new LinkedHashMap<String, String>();
        for (var correction : told(check.sheet())) {
            var came = files.stream().anyMatch(f -> f.material().equals(correction.material()));
            var onPaper = check.several(PAPER).contains(correction.material());
            var inWords = isForm(correction) && !check.at(NOTE).isEmpty();
            if (!came && !onPaper && !inWords) {
                missing.put(
                        box(correction),
                        now.say(
                                isForm(correction)
                                        ? "desk.supply.form-missing"
                                        : "desk.supply.missing",
                                correction.name()));
            }
        }
        return missing;
    }

    /** The content with the originals that have come; nothing else of it changes at a desk. */
    static PrivatePart content(Checklist check) {
        var before = check.sheet().content();
        var told = told(check.sheet()).stream().map(Correction::material).toList();
        Set<String> held = new LinkedHashSet<>();
        if (before.form().get(SheetViews.ON_PAPER) instanceof Collection<?> already) {
            already.forEach(material -> held.add(String.valueOf(material)));
        }
        check.several(PAPER).stream().filter(told::contains).forEach(held::add);
        if (held.isEmpty()) return before;
        var form = new LinkedHashMap<>(before.form());
        form.put(SheetViews.ON_PAPER, List.copyOf(held));
        return new PrivatePart(before.applicant(), before.situation(), form);
    }

    /** Told twice, the later words count. */
    private static List<Correction> told(CaseSheet sheet) {
        var told = new LinkedHashMap<String, Correction>();
        sheet.file().corrections().forEach(one -> told.put(one.material(), one));
        return List.copyOf(told.values());
    }

    private static boolean isFormTold(CaseSheet sheet) {
        return told(sheet).stream().anyMatch(SupplyForm::isForm);
    }

    private static boolean isForm(Correction correction) {
        return correction.material().equals(FORM);
    }

    private static String box(Correction correction) {
        return TakenFiles.BOX + correction.material();
    }
}
