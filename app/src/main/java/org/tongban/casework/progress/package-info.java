/**
 * What an applicant sees of their cases: the list, one case with its days and its line, the
 * receipt, the papers, putting right what was told, taking it back; and the look-up by number and
 * query code for people without an account.
 */
@NullMarked
package org.tongban.casework.progress;

import org.jspecify.annotations.NullMarked;
