package org.tongban.directory;

import java.util.Optional;

/**
 * A window of a hall.
 *
 * @param agency whose window it is; empty for a comprehensive one
 */
public record Window(String key, String centre, String name, Optional<String> agency) {

    public boolean isComprehensive() {
        return agency.isEmpty();
    }
}
