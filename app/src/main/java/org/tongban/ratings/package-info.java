/**
 * What applicants say of how they were served (好差评): one rating a case, of the applicant's own
 * will, and what an agency's desk sees of its ratings.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ratings",
        allowedDependencies = {
            "law",
            "codes",
            "web",
            "database",
            "access",
            "directory",
            "casework",
            "catalogue"
        })
package org.tongban.ratings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
