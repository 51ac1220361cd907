/**
 * Who asked what about certificates by the interface: for the person concerned and for overseers.
 */
@NullMarked
package org.tongban.certificates.facts;

import org.jspecify.annotations.NullMarked;
