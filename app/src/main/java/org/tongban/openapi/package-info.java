/**
 * The interface for other systems: the same use cases as the pages, spoken in JSON below {@code
 * /api/v1}. Owns how requests are read (strictly), how refusals are told (RFC 9457), how often a
 * system may call, the description at {@code /api/openapi.json}, and the page on which
 * administrators admit systems. Owns no rule of its own: what may happen to an application is
 * decided below.
 */
@NullMarked
@ApplicationModule(
        displayName = "Interface for other systems",
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
            "catalogue::lists",
            "casework",
            "casework::line",
            "casework::words",
            "casework::publication",
            "certificates",
            "sharing"
        })
package org.tongban.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
