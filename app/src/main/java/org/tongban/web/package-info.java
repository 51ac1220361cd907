/**
 * The design layer: what every page is built from. It owns the layouts and components under {@code
 * jte/web}, the style sheet and script, the lookup of screen texts, the error pages, the security
 * headers, and the way a controller's answer becomes a page. It knows no business; what it must be
 * told about the place and the signed-in person comes through {@link org.tongban.web.Surroundings}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Design layer",
        allowedDependencies = {})
package org.tongban.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
