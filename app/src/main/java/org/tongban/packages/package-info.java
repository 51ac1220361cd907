/**
 * One thing at a time (一件事): several items that belong to one event of a life or a business,
 * applied for once. Owns the packages of the place, the merging of their forms and materials and
 * the split back, the one application with its parts, and who of them waits for whom. Every part is
 * a case like any other; casework does not know that it belongs to more.
 */
@NullMarked
@ApplicationModule(
        displayName = "Packages",
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
            "casework",
            "casework :: actors",
            "casework :: draft",
            "casework :: taken-files",
            "casework :: line",
            "casework :: words"
        })
package org.tongban.packages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
