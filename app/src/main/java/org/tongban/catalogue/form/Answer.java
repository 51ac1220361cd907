package org.tongban.catalogue.form;

import java.util.List;

/** What reading one answer came to. */
public sealed interface Answer {

    /** Nothing was answered. */
    record Blank() implements Answer {}

    /**
     * The answer as its field's type: a text, a {@code Long}, a {@code BigDecimal}, a {@code
     * Boolean} or a list of texts. A date is a text {@code yyyy-MM-dd}.
     */
    record Read(Object value) implements Answer {}

    /**
     * Not an answer of that type.
     *
     * @param problem last part of the message key
     * @param details follow the field's label in the message
     */
    record Unreadable(String problem, List<Object> details) implements Answer {
        public Unreadable {
            details = List.copyOf(details);
        }

        Unreadable(String problem) {
            this(problem, List.of());
        }
    }
}
