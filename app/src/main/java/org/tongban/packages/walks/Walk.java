package org.tongban.packages.walks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One walk through a package.
 *
 * @param minutes it took
 * @param by the name of who walked
 */
record Walk(UUID id, LocalDate on, Way way, int minutes, String by, List<Finding> findings) {

    /** From where. */
    enum Way {
        ONLINE,
        WINDOW
    }

    /** Where the walker got stuck, and what was answered. */
    record Finding(int ordinal, String what, Optional<Answer> answer) {}

    /** What is done about it. */
    record Answer(String text, String by, Instant at) {}

    Walk {
        findings = List.copyOf(findings);
    }

    long open() {
        return findings.stream().filter(one -> one.answer().isEmpty()).count();
    }
}
