/**
 * Applications that are being written: encrypted, saved as they are typed, waiting on any device.
 * The row stays after sending, so that corrections are written on it.
 */
@NullMarked
@NamedInterface("draft")
package org.tongban.casework.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
