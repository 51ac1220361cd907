/**
 * Configuration packs: a folder of YAML and CSV that describes one place. Owns reading, checking
 * with file and line, importing all or nothing, exporting, and taking over the item lists of other
 * places with their faults.
 */
@NullMarked
@ApplicationModule(
        displayName = "Packs",
        allowedDependencies = {
            "codes",
            "crypto",
            "rules",
            "database",
            "directory",
            "accounts",
            "casework :: wording",
            "packages",
            "catalogue",
            "catalogue :: check",
            "catalogue :: publish",
            "catalogue :: search"
        })
package org.tongban.pack;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
