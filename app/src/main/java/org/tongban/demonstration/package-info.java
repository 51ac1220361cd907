/**
 * A lively place to look at: the pack, the accounts, and a believable history of cases that went
 * through the same engine as every other case. Only in a demonstration.
 */
@NullMarked
@ApplicationModule(displayName = "Demonstration")
package org.tongban.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
