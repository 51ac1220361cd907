/**
 * 秒批: applications that the item's rules prove are granted at once, everything else goes to a
 * person with what was checked. A share of what was granted is looked at by a person afterwards; a
 * switch stops it at once.
 */
@NullMarked
package org.tongban.casework.automatic;

import org.jspecify.annotations.NullMarked;
