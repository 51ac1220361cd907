/** OFD, the fixed-layout format of GB/T 33190: writing our own files, reading anybody's. */
@NullMarked
package org.tongban.documents.ofd;

import org.jspecify.annotations.NullMarked;
