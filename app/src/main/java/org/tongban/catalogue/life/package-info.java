/**
 * The life of an entry: drafted by the agency that uses it, reviewed by the staffing office and the
 * legal office, published, paused, cancelled. A pure core with one table of what can happen, and
 * the stores around it.
 */
@NullMarked
package org.tongban.catalogue.life;

import org.jspecify.annotations.NullMarked;
