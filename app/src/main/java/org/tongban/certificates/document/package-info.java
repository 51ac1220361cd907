/**
 * The sealed files of certificates: what stands where on the sheet, making OFD and PDF of it once
 * after the issue, and handing them out.
 */
@NullMarked
package org.tongban.certificates.document;

import org.jspecify.annotations.NullMarked;
