/** Administrators help members of staff who cannot sign in. */
@NullMarked
package org.tongban.directory.staffing;

import org.jspecify.annotations.NullMarked;
