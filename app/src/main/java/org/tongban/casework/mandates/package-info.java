/**
 * People give mandates, see those they hold, and end them; both sides see what was done under one.
 */
@NullMarked
package org.tongban.casework.mandates;

import org.jspecify.annotations.NullMarked;
