/** Showing a certificate by a code that is good for a minute and once. */
@NullMarked
package org.tongban.certificates.showing;

import org.jspecify.annotations.NullMarked;
