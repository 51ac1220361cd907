/** Checking one fact: whether somebody holds a certificate that holds. */
@NullMarked
package org.tongban.openapi.facts;

import org.jspecify.annotations.NullMarked;
