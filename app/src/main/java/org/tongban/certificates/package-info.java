/**
 * Electronic certificates: their types, the register of what was issued, the wallet of their
 * holders, and the page on which anybody checks one. Owns the signed content of a certificate and
 * what was decided about it since; that it has expired is told by the calendar. Issues one
 * certificate for every granted case whose item promises one; takes over those that were printed
 * before.
 */
@NullMarked
@ApplicationModule(
        displayName = "Certificates",
        allowedDependencies = {
            "law",
            "codes",
            "crypto",
            "rules",
            "web",
            "database",
            "access",
            "directory",
            "accounts",
            "catalogue",
            "catalogue :: sheet",
            "casework",
            "documents",
            "documents :: seal",
            "files",
            "casework :: line"
        })
package org.tongban.certificates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
