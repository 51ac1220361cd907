/** The packages of the place for who looks for one. */
@NullMarked
package org.tongban.packages.browse;

import org.jspecify.annotations.NullMarked;
