/**
 * What stands in a pack's folder: its files as values that know their lines, the shape each file
 * has, and the faults that are found in them. Knows the format, not what the values mean.
 */
@NullMarked
package org.tongban.pack.text;

import org.jspecify.annotations.NullMarked;
