/** The PDF beside each OFD, sealed with the same structure over the whole file. */
@NullMarked
package org.tongban.documents.pdf;

import org.jspecify.annotations.NullMarked;
