/**
 * Designing types of certificates in the browser: what was typed is kept as a draft, shown as the
 * sheet that it makes, checked against everything that uses it, and published as a new version.
 */
@NullMarked
package org.tongban.certificates.design;

import org.jspecify.annotations.NullMarked;
