/**
 * The event line as readers follow it: in the order of commits, each line once. Open to other
 * modules: certificates, messages, figures and exchange all live from it.
 */
@NullMarked
@NamedInterface("line")
package org.tongban.casework.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
