/** Running cases follow their item when it is handed to another office, and when it comes back. */
@NullMarked
package org.tongban.casework.takeover;

import org.jspecify.annotations.NullMarked;
