/** What can be applied for: search, and one item with everything that an application needs. */
@NullMarked
package org.tongban.openapi.items;

import org.jspecify.annotations.NullMarked;
