/**
 * Data that other offices keep: the catalogue of what they share, who has the right to ask for
 * what, the questions put to their registers and what came of each, and the materials of
 * applications that such an answer stands in for. Owns no register itself: it asks over HTTP, says
 * so when nobody answers, and asks again later.
 */
@NullMarked
@ApplicationModule(
        displayName = "Shared data",
        allowedDependencies = {
            "law",
            "codes",
            "crypto",
            "web",
            "database",
            "access",
            "directory",
            "accounts",
            "catalogue",
            "casework",
            "casework :: line",
            "documents",
            "documents :: seal",
            "files"
        })
package org.tongban.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
