/** A person sees how it is known who they are, and how that becomes more certain. */
@NullMarked
package org.tongban.accounts.proving;

import org.jspecify.annotations.NullMarked;
