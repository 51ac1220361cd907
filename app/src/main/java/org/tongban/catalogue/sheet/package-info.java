/**
 * Tables as files that people open and send: CSV and Excel, written and read without loss. Knows
 * nothing of what stands in them.
 */
@NamedInterface("sheet")
@NullMarked
package org.tongban.catalogue.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
