/** Checking: what anybody who holds a certificate's code or identifier is told about it now. */
@NullMarked
package org.tongban.certificates.verify;

import org.jspecify.annotations.NullMarked;
