/** Subscribing to changes of a resource, and who was told what. */
@NullMarked
package org.tongban.sharing.changes;

import org.jspecify.annotations.NullMarked;
