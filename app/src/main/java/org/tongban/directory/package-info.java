/**
 * The place as it is staffed: regions, agencies, service centres with their windows, posts and the
 * people who hold them. Owns the snapshot that all other modules read, its import from a pack, and
 * the sign-in of staff.
 */
@NullMarked
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {"law", "calendar", "codes", "crypto", "web", "database", "access"})
package org.tongban.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
