/** Somebody makes an account: the form, what it checks, and what it says. */
@NullMarked
package org.tongban.accounts.registration;

import org.jspecify.annotations.NullMarked;
