/**
 * Electronic supervision (电子监察): every breach of a term or of the rule that corrections are told
 * once becomes a finding, opened by itself; the office answers or rebuts it, a supervisor closes
 * it. Lives from the event line and the clocks of cases and changes none of them.
 */
@NullMarked
@ApplicationModule(
        displayName = "Supervision",
        allowedDependencies = {
            "law",
            "calendar",
            "codes",
            "web",
            "database",
            "access",
            "directory",
            "casework",
            "casework::line",
            "catalogue",
            "sharing"
        })
package org.tongban.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
