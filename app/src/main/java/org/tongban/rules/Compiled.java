package org.tongban.rules;

import java.util.List;

/**
 * What became of an expression: it can be evaluated, or its faults are named.
 *
 * @param <E> {@link Condition} or {@link ValueExpression}
 */
public sealed interface Compiled<E> {

    /** The expression is sound. */
    record Sound<E>(E expression) implements Compiled<E> {}

    /** The expression cannot be used; at least one fault, in the order of the text. */
    record Faulty<E>(List<RuleFault> faults) implements Compiled<E> {
        public Faulty {
            faults = List.copyOf(faults);
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("a faulty expression names its faults");
            }
        }
    }
}
