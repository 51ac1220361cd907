/**
 * What all pages for staff share: who acts, which cases they may open and what they see of one, how
 * a clock is drawn in days, what has happened in words, who else is looking at the same file.
 */
@NullMarked
package org.tongban.casework.staff;

import org.jspecify.annotations.NullMarked;
