package org.tongban.accounts;

import java.time.LocalDate;
import java.util.Optional;

/** What binds somebody to the one in whose name they act. */
public sealed interface Bond {

    /** 法定代表人, as the register of firms names them. */
    record Representative() implements Bond {}

    /**
     * 委托: somebody acts because they were asked to, by a person or, as its handler (经办人), by a
     * firm.
     *
     * @param from the first day
     * @param until the last day; empty: until it is taken back
     * @param ended whether it was taken back or given back
     */
    record Mandated(Scope scope, LocalDate from, Optional<LocalDate> until, boolean ended)
            implements Bond {}

    /**
     * 监护: a parent or another guardian acts for a child.
     *
     * @param childBorn the child's day of birth
     * @param ended whether a window took the entry back
     */
    record Guardian(LocalDate childBorn, boolean ended) implements Bond {}
}
