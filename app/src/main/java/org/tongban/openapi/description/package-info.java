/** What the description of the interface says beside the handlers themselves. */
@NullMarked
package org.tongban.openapi.description;

import org.jspecify.annotations.NullMarked;
