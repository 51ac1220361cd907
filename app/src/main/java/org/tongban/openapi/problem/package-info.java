/** Refusals as problem details (RFC 9457), requests read strictly, and the pace of calls. */
@NullMarked
package org.tongban.openapi.problem;

import org.jspecify.annotations.NullMarked;
