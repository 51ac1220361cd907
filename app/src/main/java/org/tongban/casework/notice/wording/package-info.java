/**
 * The words of the papers: what each paper says by its parts, what may be put into a part and what
 * has to stand in it. The application brings standard words; a place says it in its own.
 */
@NullMarked
@NamedInterface("wording")
package org.tongban.casework.notice.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
