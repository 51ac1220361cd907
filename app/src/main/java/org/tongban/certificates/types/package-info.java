/**
 * The types of certificates for staff: what each says and how long it holds, which items issue it
 * and which may use it.
 */
@NullMarked
package org.tongban.certificates.types;

import org.jspecify.annotations.NullMarked;
