/**
 * The same act on many cases of the same item at the same step, where the law leaves nothing to
 * weigh in the single case. Each case keeps its own transaction, version check and line; whatever
 * is refused is named. And the papers of many cases in one print.
 */
@NullMarked
package org.tongban.casework.batch;

import org.jspecify.annotations.NullMarked;
