/**
 * What the launcher can ask for: serve, demonstrate, check, import, verify. Words go to the
 * terminal.
 */
@NullMarked
@ApplicationModule(displayName = "Commands")
package org.tongban.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
