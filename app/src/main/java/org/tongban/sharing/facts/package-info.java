/** One fact about somebody, checked at a register by an office with a right and a purpose. */
@NullMarked
package org.tongban.sharing.facts;

import org.jspecify.annotations.NullMarked;
