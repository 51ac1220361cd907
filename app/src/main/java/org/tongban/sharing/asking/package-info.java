/**
 * Putting a question to a register: only with a right, no longer than a moment, one line in the log
 * for each, and an answer kept only as long as its resource allows.
 */
@NullMarked
package org.tongban.sharing.asking;

import org.jspecify.annotations.NullMarked;
