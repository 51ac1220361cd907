package org.tongban.directory;

import java.util.Optional;

/**
 * A place of the administrative division.
 *
 * @param code twelve digits
 * @param parent stated, never cut out of the code
 * @param virtual a zone with a code of its own making
 */
public record Region(
        String code, String name, Level level, Optional<String> parent, boolean virtual) {

    /** The five levels, from above; stored in lower case. */
    public enum Level {
        PROVINCE,
        CITY,
        COUNTY,
        TOWN,
        VILLAGE
    }
}
