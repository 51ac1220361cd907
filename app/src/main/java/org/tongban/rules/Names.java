package org.tongban.rules;

import java.util.Map;
import java.util.Set;

/**
 * The keys that an expression of one item may use.
 *
 * @param situation keys of the item's questions
 * @param form keys of the item's fields with what an expression sees of each
 * @param held keys of the materials that the office can get itself: {@code held['licence']} is
 *     there when it was got and holds, {@code held['licence.creditCode']} is what it says; empty
 *     where an expression does not look at evidence
 */
public record Names(Set<String> situation, Map<String, FieldKind> form, Set<String> held) {

    /** What is known of every applicant; the same for all items. */
    public static final Set<String> APPLICANT =
            Set.of("kind", "name", "idNumber", "creditCode", "mobile", "address");

    /** For expressions that do not look at evidence. */
    public Names(Set<String> situation, Map<String, FieldKind> form) {
        this(situation, form, Set.of());
    }

    /** The same for expressions that look at evidence for these materials. */
    public Names holding(Set<String> materials) {
        return new Names(situation, form, materials);
    }

    public Names {
        situation = Set.copyOf(situation);
        form = Map.copyOf(form);
        held = Set.copyOf(held);
    }
}
