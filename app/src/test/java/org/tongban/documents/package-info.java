/** Tests of sealed documents: structures, an independent reader, forgeries. */
@NullMarked
package org.tongban.documents;

import org.jspecify.annotations.NullMarked;
