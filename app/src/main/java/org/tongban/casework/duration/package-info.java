/** How long cases really took, as the guides show it. */
@NullMarked
package org.tongban.casework.duration;

import org.jspecify.annotations.NullMarked;
