/**
 * The full trace of a case for an auditor: every line with who, when and its hash, every look at
 * the personal part, every paper, as one file.
 */
@NullMarked
package org.tongban.casework.trace;

import org.jspecify.annotations.NullMarked;
