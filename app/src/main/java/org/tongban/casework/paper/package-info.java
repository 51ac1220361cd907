/**
 * The papers of a case as sealed files: set from the words that were issued, made once when asked
 * for.
 */
@NullMarked
package org.tongban.casework.paper;

import org.jspecify.annotations.NullMarked;
