/** Rating one's own case, once, with one tap. */
@NullMarked
package org.tongban.ratings.rate;

import org.jspecify.annotations.NullMarked;
