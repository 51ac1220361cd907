package org.tongban.casework.proving;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** What a clerk can be shown. */
    private static final List<Guardianship.Paper> SHOWN =
            Arrays.stream(Guardianship.Paper.values())
                    .filter(one -> one != Guardianship.Paper.REGISTER)
                    .toList();

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
        if (Arrays.stream(Guardianship.Relation.values())
                .noneMatch(one -> one.name().equals(relation))) {
            faults.put("relation", texts.localize("proving.relation.missing"));
        }
        return faults;
    }

    /** The paper that a clerk saw, if any. */
    Optional<Guardianship.Paper> shown() {
        return SHOWN.stream().filter(one -> one.name().equals(paper)).findFirst();
    }

    /** With what a clerk may have seen: only where the register does not settle it. */
    List<FieldView> fields(ErrorSummary errors, Texts texts) {
        return Stream.concat(
                        declared(errors, texts).stream(),
                        Stream.of(
                                choice("paper", SHOWN, paper, texts)
                                        .hint(texts.localize("proving.paper.hint"))
                                        .optional()
                                        .error(errors)))
                .toList();
    }

    /** What a guardian says. */
    List<FieldView> declared(ErrorSummary errors, Texts texts) {
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
                choice("relation", List.of(Guardianship.Relation.values()), relation, texts)
                        .error(errors));
    }

    private static FieldView choice(
            String name, List<? extends Enum<?>> all, String chosen, Texts texts) {
        return FieldView.of(FieldKind.CHOICE, name, texts.localize("proving." + name))
                .options(
                        all.stream()
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

    /** Says nothing of the number, so that a log line cannot leak it. */
    @Override
    public String toString() {
        return "ChildForm";
    }
}
