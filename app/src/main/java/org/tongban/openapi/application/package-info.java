/** Applications of other systems: written as a draft, completed, handed in once. */
@NullMarked
package org.tongban.openapi.application;

import org.jspecify.annotations.NullMarked;
