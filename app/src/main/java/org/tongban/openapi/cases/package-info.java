/** Cases after they were handed in: how they stand, what happened, and the acts of staff. */
@NullMarked
package org.tongban.openapi.cases;

import org.jspecify.annotations.NullMarked;
