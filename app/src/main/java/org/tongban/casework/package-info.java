/**
 * Applications and cases: from the draft through acceptance, review and decision to delivery. The
 * core of the house. Decides by law what may happen to a case, writes every act on its event line,
 * and keeps its clocks. The sub-packages are the use cases.
 */
@NullMarked
@ApplicationModule(
        displayName = "Casework",
        allowedDependencies = {
            "law",
            "calendar",
            "codes",
            "crypto",
            "files",
            "rules",
            "web",
            "database",
            "access",
            "directory",
            "accounts",
            "catalogue",
            "documents",
            "documents :: seal"
        })
package org.tongban.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
