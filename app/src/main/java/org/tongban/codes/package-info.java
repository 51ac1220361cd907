/**
 * Owns the numbers that people, firms, places, items, certificates and cases are known by: each a
 * value that cannot hold a wrong check digit, a reader that forgives how people type, and a closed
 * list of what can be wrong. Numbers of persons show themselves masked.
 */
@NullMarked
@ApplicationModule(
        displayName = "Codes",
        allowedDependencies = {"law"})
package org.tongban.codes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
