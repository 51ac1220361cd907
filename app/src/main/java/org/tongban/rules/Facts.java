package org.tongban.rules;

import java.util.Map;

/**
 * What is known when an expression is evaluated. A key that is absent has not been answered yet.
 *
 * @param situation answers to the item's questions
 * @param form from {@link FormValues#of}
 * @param applicant see {@link Names#APPLICANT}
 * @param held what evidence says, see {@link Names#held}; absent for what nobody holds
 */
public record Facts(
        Map<String, String> situation,
        FormValues form,
        Map<String, String> applicant,
        Map<String, String> held) {

    /** Where no evidence was asked for. */
    public Facts(Map<String, String> situation, FormValues form, Map<String, String> applicant) {
        this(situation, form, applicant, Map.of());
    }

    public Facts {
        situation = Map.copyOf(situation);
        applicant = Map.copyOf(applicant);
        held = Map.copyOf(held);
    }

    Map<String, Object> variables() {
        return Map.of(
                "situation", situation,
                "form", form.values(),
                "applicant", applicant,
                "held", held);
    }
}
