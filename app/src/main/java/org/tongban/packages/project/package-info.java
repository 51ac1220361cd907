/** An investment project: what of it is done, what is next, and how many working days it took. */
@NullMarked
package org.tongban.packages.project;

import org.jspecify.annotations.NullMarked;
