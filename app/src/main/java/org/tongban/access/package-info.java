/**
 * Who may pass which door. Owns the annotation without which no handler answers, the principals of
 * the three kinds of callers, the chains of filters that let them in, sign-in with its lock-out,
 * the tokens of other systems, and the keys' place in the running application. Who the callers are
 * is told by higher modules through {@link org.tongban.access.SignIns}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"crypto", "database", "home", "web"})
package org.tongban.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
