/** The log of questions to registers, as the person concerned and the overseer read it. */
@NullMarked
package org.tongban.sharing.calls;

import org.jspecify.annotations.NullMarked;
