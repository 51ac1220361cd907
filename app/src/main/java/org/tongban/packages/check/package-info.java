/** What can be wrong with a package before it is published: one rule, one class. Pure. */
@NullMarked
package org.tongban.packages.check;

import org.jspecify.annotations.NullMarked;
