/**
 * What somebody says a certificate says, where no form of an item asked for it: read from old paper
 * or typed at a post, and held to the rules of its type.
 */
@NullMarked
package org.tongban.certificates.claim;

import org.jspecify.annotations.NullMarked;
