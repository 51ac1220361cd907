/** The page on which administrators admit other systems and shut them out. */
@NullMarked
package org.tongban.openapi.clients;

import org.jspecify.annotations.NullMarked;
