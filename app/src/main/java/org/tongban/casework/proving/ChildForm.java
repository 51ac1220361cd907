package org.tongban.casework.proving;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.accounts.Guardianship;
import org.tongban.codes.CitizenId;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Texts;

/** A child and what makes somebody its guardian, as typed. */
record ChildForm(String child, String childNumber, String relation, String paper) {

    private static final int LONGEST_NAME = 100;

    static ChildForm empty() {
        return new ChildForm("", "", "", "");
    }

    Map<String, String> faults(Texts texts) {
        var faults = new LinkedHashMap<String, String>();
        if (child.isBlank() || child.strip().length() > LONGEST_NAME) {
            faults.put("child", texts.localize("proving.child.missing"));
        }
        CitizenId.read(childNumber)
                .fault()
                .ifPresent(
                        fault ->
                                faults.put(
                                        "childNumber",
                                        texts.localize(PersonForm.key("idNumber", fault))));
        if (!isOne(Guardianship.Relation.values(), relation)) {
            faults.put("relation", texts.localize("proving.relation.missing"));
        }
        if (!isOne(Guardianship.Paper.values(), paper)) {
            faults.put("paper", texts.localize("proving.paper.missing"));
        }
        return faults;
    }

    List<FieldView> fields(ErrorSummary errors, Texts texts) {
        return List.of(
                FieldView.of(FieldKind.NAME, "child", texts.localize("proving.child"))
                        .autocomplete("")
                        .maxLength(LONGEST_NAME)
                        .value(child)
                        .error(errors),
                FieldView.of(
                                FieldKind.CITIZEN_ID,
                                "childNumber",
                                texts.localize("proving.child.number"))
                        .autocomplete("")
                        .value(childNumber)
                        .error(errors),
                choice("relation", Guardianship.Relation.values(), relation, texts).error(errors),
                choice("paper", Guardianship.Paper.values(), paper, texts).error(errors));
    }

    private static FieldView choice(String name, Enum<?>[] all, String chosen, Texts texts) {
        return FieldView.of(FieldKind.CHOICE, name, texts.localize("proving." + name))
                .options(
                        Arrays.stream(all)
                                .map(
                                        one ->
                                                new Option(
                                                        one.name(),
                                                        texts.localize(
                                                                "proving."
                                                                        + name
                                                                        + "."
                                                                        + PersonForm.word(one))))
                                .toList())
                .value(chosen);
    }

    private static boolean isOne(Enum<?>[] all, String name) {
        return Arrays.stream(all).anyMatch(one -> one.name().equals(name));
    }

    /** Says nothing of the number, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "ChildForm";
    }
}
