/** Asks the register of the population who the parents and guardians of a child are. */
@NullMarked
package org.tongban.sharing.guardians;

import org.jspecify.annotations.NullMarked;
