/** The changes of shared data to which offices have subscribed, read by their systems. */
@NullMarked
package org.tongban.openapi.changes;

import org.jspecify.annotations.NullMarked;
