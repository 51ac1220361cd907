package org.tongban.catalogue.publish;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Under which terms a version is published.
 *
 * @param effectiveOn the first day on which new cases take it
 * @param changedOn the day on which the condition itself changed, from which the lag is counted
 */
public record Terms(
        LocalDate effectiveOn, Cause cause, String reason, Optional<LocalDate> changedOn) {

    /** Where a version comes from. */
    public enum Cause {
        PACK,
        EDITED,
        BASE,
        EXCHANGE,
        DELEGATED;

        /** As stored. */
        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** In force from a day, with nothing more to say. */
    public static Terms from(LocalDate day, Cause cause) {
        return new Terms(day, cause, "", Optional.empty());
    }
}
