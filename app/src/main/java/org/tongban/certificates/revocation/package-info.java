/** Staff find a certificate and revoke it, with a reason. */
@NullMarked
package org.tongban.certificates.revocation;

import org.jspecify.annotations.NullMarked;
