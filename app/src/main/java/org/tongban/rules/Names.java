package org.tongban.rules;

import java.util.Map;
import java.util.Set;

/**
 * The keys that an expression of one item may use.
 *
 * @param situation keys of the item's questions
 * @param form keys of the item's fields with what an expression sees of each
 */
public record Names(Set<String> situation, Map<String, FieldKind> form) {

    /** What is known of every applicant; the same for all items. */
    public static final Set<String> APPLICANT =
            Set.of("kind", "name", "idNumber", "creditCode", "mobile", "address");

    public Names {
        situation = Set.copyOf(situation);
        form = Map.copyOf(form);
    }
}
