/** The packages with their figures, for staff. */
@NullMarked
package org.tongban.packages.overview;

import org.jspecify.annotations.NullMarked;
