package org.tongban.casework.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.casework.CaseFile;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Pledge;
import org.tongban.casework.staff.StaffDay;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;

/** The boxes of the page on which a check is written down, with what was typed into them. */
final class CheckBoxes {

    private static final int LONGEST = 2000;

    private CheckBoxes() {}

    /** The check of one of what was vouched for; nothing where none is open. */
    static List<FieldView> check(
            CaseFile file, Map<String, String> typed, ErrorSummary errors, StaffDay.Now now) {
        var open = file.pledges().stream().filter(Pledge::isFactUnchecked).toList();
        if (open.isEmpty() || file.openClock(ClockKind.AFTER_CHECK).isEmpty()) return List.of();
        var options = open.stream().map(p -> new Option(p.material(), p.name())).toList();
        var chosen = at(typed, "material");
        var fields = new ArrayList<FieldView>();
        fields.add(
                FieldView.of(FieldKind.CHOICE, "material", now.say("checks.box.material"))
                        .options(options)
                        .value(chosen.isEmpty() ? options.getFirst().value() : chosen));
        fields.add(
                FieldView.of(FieldKind.CHOICE, "holds", now.say("checks.box.holds"))
                        .options(
                                List.of(
                                        new Option("yes", now.say("checks.holds.yes")),
                                        new Option("no", now.say("checks.holds.no"))))
                        .value(at(typed, "holds"))
                        .error(errors));
        fields.addAll(words(List.of("findings"), typed, errors, now));
        return fields;
    }

    /** One large box each. */
    static List<FieldView> words(
            List<String> names, Map<String, String> typed, ErrorSummary errors, StaffDay.Now now) {
        return names.stream()
                .map(
                        name ->
                                FieldView.of(
                                                FieldKind.LONGTEXT,
                                                name,
                                                now.say("checks.box." + name))
                                        .maxLength(LONGEST)
                                        .value(at(typed, name))
                                        .error(errors))
                .toList();
    }

    static String at(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
