/** From one draft to one application with its parts, in one transaction. */
@NullMarked
package org.tongban.packages.apply;

import org.jspecify.annotations.NullMarked;
