/** A person's own page of how they sign in: password, logins at outside providers. */
@NullMarked
package org.tongban.accounts.security;

import org.jspecify.annotations.NullMarked;
