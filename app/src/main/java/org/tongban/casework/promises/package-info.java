/**
 * Broken promises: who broke one, who is not offered one again, and how credit is repaired. Learns
 * of them from the event line; answers whether an applicant's word may be relied on.
 */
@NullMarked
package org.tongban.casework.promises;

import org.jspecify.annotations.NullMarked;
