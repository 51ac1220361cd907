package org.tongban.codes;

import java.util.Optional;
import java.util.function.Supplier;

/** Turns a fault found into the answer of a reader or the refusal of a constructor. */
final class Faults {

    private Faults() {}

    static <T> Parsed<T> parsed(Optional<CodeFault> fault, Supplier<T> value) {
        return fault.isPresent()
                ? new Parsed.Invalid<>(fault.get())
                : new Parsed.Valid<>(value.get());
    }

    /** Refuses a value that cannot be, without repeating it: it may be personal. */
    static void requireNone(Optional<CodeFault> fault) {
        if (fault.isPresent()) {
            throw new IllegalArgumentException(fault.get().name());
        }
    }
}
