package org.tongban.casework.apply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Evidence;
import org.tongban.casework.draft.Filled;
import org.tongban.casework.draft.ItemFields;
import org.tongban.catalogue.FieldFault;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.FormPart;
import org.tongban.web.Texts;

/**
 * Questions of an item as fields of a page. Their names carry a letter, apart from the page's own.
 */
final class FieldViews {

    private static final String APPLICANT_PATH = "applicant.";

    private static final ItemFields.Naming NAMING =
            new ItemFields.Naming() {
                @Override
                public String id(String key) {
                    return FieldViews.id(key);
                }

                @Override
                public String name(String key) {
                    return FieldViews.name(key);
                }
            };

    private FieldViews() {}

    static String name(Field field) {
        return "f." + field.key();
    }

    static String name(String fieldKey) {
        return "f." + fieldKey;
    }

    static String id(String fieldKey) {
        return "f-" + fieldKey;
    }

    static String name(Question question) {
        return "q." + question.key();
    }

    static String id(Question question) {
        return "q-" + question.key();
    }

    /** A question, or the rows of a group. */
    static FormPart part(Field field, OpenDraft open, Texts texts) {
        return ItemFields.part(
                field,
                open.draft().typed(),
                NAMING,
                one -> of(one, open.typed(one), open, texts),
                open::link,
                texts);
    }

    static FieldView of(Field field, List<String> typed, OpenDraft open, Texts texts) {
        return ItemFields.of(field, name(field), typed, open.place().offeredRegions())
                .id(id(field.key()))
                .source(source(field, typed, open, texts));
    }

    static FieldView of(Question question, Map<String, String> situation) {
        return FieldView.of(FieldKind.CHOICE, name(question), question.text())
                .id(id(question))
                .options(ItemFields.options(question.choices()))
                .value(situation.getOrDefault(question.key(), ""));
    }

    /**
     * Where an answer comes from that still is what a certificate or the register of people says.
     */
    static String source(Field field, List<String> typed, OpenDraft open, Texts texts) {
        var filled = Filled.of(open.definition(), open.evidence()).get(field.key());
        return filled != null && typed.equals(List.of(filled.value()))
                ? texts.localize("apply.source.certificate", filled.from())
                : known(field, typed, open.draft().applicant(), texts);
    }

    private static String known(Field field, List<String> typed, Applicant applicant, Texts texts) {
        return prefill(field, applicant)
                .filter(known -> typed.equals(List.of(known)))
                .map(
                        _ ->
                                texts.localize(
                                        switch (applicant.kind()) {
                                            case PERSON -> "apply.source.person";
                                            case FIRM -> "apply.source.firm";
                                        }))
                .orElse("");
    }

    /**
     * What is known already; the applicant can correct it. A certificate says more about what it
     * certifies than the register of people does.
     */
    static Map<String, List<String>> prefilled(
            ItemDefinition item, Applicant applicant, Map<String, Evidence> evidence) {
        var known = new LinkedHashMap<String, List<String>>();
        for (var field : item.fields()) {
            prefill(field, applicant).ifPresent(value -> known.put(field.key(), List.of(value)));
        }
        Filled.of(item, evidence)
                .forEach((field, filled) -> known.put(field, List.of(filled.value())));
        return known;
    }

    private static Optional<String> prefill(Field field, Applicant applicant) {
        return Optional.ofNullable(field.prefill())
                .filter(path -> path.startsWith(APPLICANT_PATH))
                .map(path -> path.substring(APPLICANT_PATH.length()))
                .map(ApplicationCheck.facts(applicant)::get);
    }

    static ErrorSummary errors(List<FieldFault> faults, Texts texts) {
        var messages = new LinkedHashMap<String, String>();
        faults.forEach(fault -> messages.put(id(fault.fieldKey()), words(fault, texts)));
        return ErrorSummary.of(messages);
    }

    static String words(FieldFault fault, Texts texts) {
        return texts.localize(fault.messageKey(), fault.arguments().toArray());
    }

    static List<FieldView> of(
            ItemDefinition item, Map<String, String> situation, ErrorSummary errors) {
        var views = new ArrayList<FieldView>();
        item.questions().forEach(question -> views.add(of(question, situation).error(errors)));
        return views;
    }
}
