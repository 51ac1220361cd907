/** Walk-throughs (走流程): where people get stuck in a package, and what is done about it. */
@NullMarked
package org.tongban.packages.walks;

import org.jspecify.annotations.NullMarked;
