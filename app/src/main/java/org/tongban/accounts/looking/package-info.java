/** A person sees who looked at their data. */
@NullMarked
package org.tongban.accounts.looking;

import org.jspecify.annotations.NullMarked;
