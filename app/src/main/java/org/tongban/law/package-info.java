/**
 * Ties code to law: the annotation that cites a requirement, and the index of the folder {@code
 * law/} in which each requirement is told in our own words, with our reading, what is not modelled,
 * open questions and worked examples. Owns no rule itself.
 */
@NullMarked
@ApplicationModule(
        displayName = "Law",
        allowedDependencies = {})
package org.tongban.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
