/**
 * How the parts of one application stand, and what follows for the others. Pure rule, one store.
 */
@NullMarked
package org.tongban.packages.course;

import org.jspecify.annotations.NullMarked;
