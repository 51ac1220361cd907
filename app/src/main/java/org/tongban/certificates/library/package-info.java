/**
 * The library of certificates as offices use it: what an applicant holds of a type, the annotated
 * copy that lies in the case, and whether what a case rests on still holds.
 */
@NullMarked
package org.tongban.certificates.library;

import org.jspecify.annotations.NullMarked;
