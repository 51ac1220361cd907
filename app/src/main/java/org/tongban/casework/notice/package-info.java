/** The papers of a case: which act makes which, in what words, under which number. */
@NullMarked
package org.tongban.casework.notice;

import org.jspecify.annotations.NullMarked;
