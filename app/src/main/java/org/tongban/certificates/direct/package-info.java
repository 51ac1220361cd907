/**
 * Certificates that an authorised post issues without a case: proposed with reason and basis by one
 * person, issued or refused by another. Owns the proposals and what was decided about them.
 */
@NullMarked
package org.tongban.certificates.direct;

import org.jspecify.annotations.NullMarked;
