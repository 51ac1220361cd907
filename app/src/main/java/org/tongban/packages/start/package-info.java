/** Makes the cases of parts that can begin, and carries out what follows when one has ended. */
@NullMarked
package org.tongban.packages.start;

import org.jspecify.annotations.NullMarked;
