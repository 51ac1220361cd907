/** The right to ask for a resource: asked for by one office, granted or refused by the provider. */
@NullMarked
package org.tongban.sharing.requests;

import org.jspecify.annotations.NullMarked;
