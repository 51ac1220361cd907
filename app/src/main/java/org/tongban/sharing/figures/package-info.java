/**
 * The figures of what was not asked for, and of what still is although it could be fetched: counted
 * from the cases themselves.
 */
@NullMarked
package org.tongban.sharing.figures;

import org.jspecify.annotations.NullMarked;
