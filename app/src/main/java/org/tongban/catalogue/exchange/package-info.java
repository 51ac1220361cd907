/**
 * Exchange of the implementation list as CSV, Excel or JSON: all elements, without loss. What comes
 * in is reported row by row (new, changed, same, refused and why) before anything is written, and
 * the same file a second time changes nothing.
 */
@NullMarked
package org.tongban.catalogue.exchange;

import org.jspecify.annotations.NullMarked;
