/**
 * The rules a pack is held to, each in a class of its own: {@link org.tongban.pack.check.PackRules}
 * is their list. A rule looks at the files alone and touches nothing.
 */
@NullMarked
package org.tongban.pack.check;

import org.jspecify.annotations.NullMarked;
