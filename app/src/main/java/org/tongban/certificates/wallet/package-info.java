/** The holder's own certificates: list, face, print, and the signed file for machines. */
@NullMarked
package org.tongban.certificates.wallet;

import org.jspecify.annotations.NullMarked;
