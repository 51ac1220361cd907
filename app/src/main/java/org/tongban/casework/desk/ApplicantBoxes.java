package org.tongban.casework.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/** Who applies, as boxes on the window's page and as typed into them. */
final class ApplicantBoxes {

    private ApplicantBoxes() {}

    /** The applicant as typed, right or not. A page that did not ask for the kind keeps it. */
    static Applicant typed(HttpServletRequest request, Applicant.Kind before) {
        return new Applicant(
                switch (line(request, "kind")) {
                    case "FIRM" -> Applicant.Kind.FIRM;
                    case "PERSON" -> Applicant.Kind.PERSON;
                    default -> before;
                },
                line(request, "name"),
                line(request, "number"),
                line(request, "contact"),
                line(request, "mobile"),
                line(request, "address"));
    }

    private static String line(HttpServletRequest request, String part) {
        return WindowBoxes.line(request, WindowBoxes.applicant(part));
    }

    static List<FieldView> drawn(Applicant who, ItemDefinition item, StaffDay.Now now) {
        return List.of(
                FieldView.of(
                                FieldKind.CHOICE,
                                WindowBoxes.applicant("kind"),
                                now.say("desk.new.kind"))
                        .options(kinds(item, now))
                        .value(who.kind().name()),
                box(FieldKind.NAME, "name", "desk.new.name", who.name(), now),
                box(FieldKind.CITIZEN_ID, "number", "desk.new.number", who.number(), now)
                        .hint(now.say("desk.new.number.hint")),
                box(FieldKind.NAME, "contact", "desk.new.contact", who.contact(), now)
                        .optional()
                        .hint(now.say("desk.new.contact.hint")),
                box(FieldKind.MOBILE, "mobile", "staff.mobile", who.mobile(), now),
                box(FieldKind.ADDRESS, "address", "staff.address", who.address(), now));
    }

    private static List<Option> kinds(ItemDefinition item, StaffDay.Now now) {
        var kinds = new ArrayList<Option>();
        if (ApplicationCheck.admits(item, Applicant.Kind.PERSON)) {
            kinds.add(new Option("PERSON", now.say("desk.new.person")));
        }
        if (ApplicationCheck.admits(item, Applicant.Kind.FIRM)) {
            kinds.add(new Option("FIRM", now.say("desk.new.firm")));
        }
        return kinds;
    }

    private static FieldView box(
            FieldKind kind, String part, String label, String value, StaffDay.Now now) {
        // The browser of a desk must not offer the last applicant's data to the next.
        return FieldView.of(kind, WindowBoxes.applicant(part), now.say(label))
                .autocomplete("")
                .value(value);
    }
}
