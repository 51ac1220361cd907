/**
 * Lending a certificate: to whom, for what, until when and how often; every use of the loan; taking
 * it back.
 */
@NullMarked
package org.tongban.certificates.lending;

import org.jspecify.annotations.NullMarked;
