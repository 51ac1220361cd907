/**
 * What an application still has to be written after it was sent: one correction for all offices,
 * told together, and answers that exist only after an earlier result.
 */
@NullMarked
package org.tongban.packages.later;

import org.jspecify.annotations.NullMarked;
