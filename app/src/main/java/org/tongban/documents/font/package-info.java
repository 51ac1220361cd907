/**
 * Type for documents: the Chinese font of this machine, and small fonts cut from it that hold just
 * the characters of one document. Outlines of any format become TrueType, which every reader draws.
 */
@NullMarked
@NamedInterface("font")
package org.tongban.documents.font;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
