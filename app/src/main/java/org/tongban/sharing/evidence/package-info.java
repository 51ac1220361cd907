/**
 * Registers as a source of evidence: what stands for a material, the sheet that lies in the case,
 * and asking again: at the decision, and later where nobody answered in time.
 */
@NullMarked
package org.tongban.sharing.evidence;

import org.jspecify.annotations.NullMarked;
