/**
 * The data folder of one installation: where it is, that one instance only uses it, and that it has
 * room. Everything the application keeps on disk lies below it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Home",
        allowedDependencies = {})
package org.tongban.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
