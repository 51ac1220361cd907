/**
 * Service items: what can be applied for, by whom, with what, how long it takes. Owns the
 * implementation list with every published version, the guides drawn from it and the search in it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Catalogue",
        allowedDependencies = {
            "law",
            "calendar",
            "codes",
            "crypto",
            "rules",
            "web",
            "database",
            "directory",
            "access",
            "accounts",
            "home"
        })
package org.tongban.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
