/**
 * Sign-in by an outside provider of identities: the code flow with PKCE, what is made of the
 * provider's word, and the pages on which a person is joined with an account or gets one. The
 * tokens of the provider are read once and never kept.
 */
@NullMarked
package org.tongban.accounts.provider;

import org.jspecify.annotations.NullMarked;
