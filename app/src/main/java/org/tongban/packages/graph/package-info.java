/** Who needs whose result: without a circle, and how long the longest way takes. Pure. */
@NullMarked
package org.tongban.packages.graph;

import org.jspecify.annotations.NullMarked;
