package org.tongban.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the eight digits of a date inside a number. */
final class Dates {

    private Dates() {}

    /** The date of eight digits {@code yyyyMMdd}, if there is such a day. */
    static Optional<LocalDate> basic(String digits) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 6)),
                            Integer.parseInt(digits.substring(6, 8))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
