package org.tongban.casework.todo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a page of a list begins, as it stands in an address.
 *
 * @param first the day or moment by which the list is ordered
 */
record PageKey(String first, UUID caseId, int no) {

    static String write(Object first, UUID caseId, int no) {
        return first + "_" + caseId + "_" + no;
    }

    /** Behind a day; an address that nobody here wrote begins at the front. */
    static Optional<PageKey> behindDay(String text) {
        return read(text).filter(key -> isRead(() -> LocalDate.parse(key.first())));
    }

    /** Behind a moment. */
    static Optional<PageKey> behindMoment(String text) {
        return read(text).filter(key -> isRead(() -> Instant.parse(key.first())));
    }

    LocalDate day() {
        return LocalDate.parse(first);
    }

    Instant moment() {
        return Instant.parse(first);
    }

    private static Optional<PageKey> read(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 3 || !parts[2].matches("\\d{1,6}")) return Optional.empty();
        try {
            var caseId = UUID.fromString(parts[1]);
            return Optional.of(new PageKey(parts[0], caseId, Integer.parseInt(parts[2])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isRead(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException notOurs) {
            return false;
        }
    }
}
