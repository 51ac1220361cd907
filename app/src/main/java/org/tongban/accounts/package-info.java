/**
 * Natural and legal persons: who they are, how sure we are of it, how they sign in, for whom they
 * may act, and who looked at their data. Owns everything that identifies or reaches a person; it is
 * encrypted at rest and leaves this module through one method only.
 */
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"law", "codes", "crypto", "web", "database", "access"})
package org.tongban.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
