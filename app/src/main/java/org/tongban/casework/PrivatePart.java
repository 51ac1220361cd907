package org.tongban.casework;

import java.util.Map;

/**
 * The part of a case that is encrypted at rest: what was answered, and by whom.
 *
 * @param situation answers to the situation questions
 * @param form the form's values as checked: text, numbers, booleans, lists of text
 */
public record PrivatePart(
        Applicant applicant, Map<String, String> situation, Map<String, Object> form) {

    public PrivatePart {
        situation = Map.copyOf(situation);
        form = Map.copyOf(form);
    }

    @Override
    public String toString() {
        return "PrivatePart[" + applicant.kind() + "]";
    }
}
