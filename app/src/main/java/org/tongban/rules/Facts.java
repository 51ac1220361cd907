package org.tongban.rules;

import java.util.Map;

/**
 * What is known when an expression is evaluated. A key that is absent has not been answered yet.
 *
 * @param situation answers to the item's questions
 * @param form from {@link FormValues#of}
 * @param applicant see {@link Names#APPLICANT}
 */
public record Facts(Map<String, String> situation, FormValues form, Map<String, String> applicant) {

    public Facts {
        situation = Map.copyOf(situation);
        applicant = Map.copyOf(applicant);
    }

    Map<String, Object> variables() {
        return Map.of("situation", situation, "form", form.values(), "applicant", applicant);
    }
}
