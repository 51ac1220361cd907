/**
 * Inspection rounds (专项检查): whether what guides say is right, looked at by people in a random
 * sample. Findings are assigned to the agency, answered, checked again and settled; then the round
 * is closed.
 */
@NullMarked
package org.tongban.catalogue.inspection;

import org.jspecify.annotations.NullMarked;
