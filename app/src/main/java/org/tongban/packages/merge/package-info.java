/** The forms and materials of several items as one, and back again exactly. Pure. */
@NullMarked
package org.tongban.packages.merge;

import org.jspecify.annotations.NullMarked;
