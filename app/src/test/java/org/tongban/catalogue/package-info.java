@NullMarked
package org.tongban.catalogue;

import org.jspecify.annotations.NullMarked;
