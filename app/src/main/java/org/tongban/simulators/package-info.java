/**
 * Registers of other offices, simulated: a real HTTP server with invented entries that can be made
 * slow, wrong, throttled or silent while somebody watches. Only in a demonstration and in tests,
 * and every answer of theirs is shown as simulated.
 */
@NullMarked
@ApplicationModule(
        displayName = "Simulated registers",
        allowedDependencies = {"access", "directory", "sharing", "web"})
package org.tongban.simulators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
