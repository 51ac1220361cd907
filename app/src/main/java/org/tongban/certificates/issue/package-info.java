/** Issuing: from the line that grants to the signed certificate in the register, once. */
@NullMarked
package org.tongban.certificates.issue;

import org.jspecify.annotations.NullMarked;
