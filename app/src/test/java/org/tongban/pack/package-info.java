@NullMarked
package org.tongban.pack;

import org.jspecify.annotations.NullMarked;
