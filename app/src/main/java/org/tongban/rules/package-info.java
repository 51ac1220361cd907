/**
 * Owns the expressions of configuration packs: conditions ({@code when}) and values ({@code from})
 * in the Common Expression Language over the answers, the form and the applicant. Compiles them
 * with every fault named by place, and evaluates them within fixed limits. Knows nothing of items
 * or cases; whoever compiles an expression says which keys it may use.
 */
@NullMarked
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {})
package org.tongban.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
