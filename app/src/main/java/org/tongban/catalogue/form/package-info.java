/** Reading what people typed into a form, as forgiving as can be without guessing. */
@NullMarked
package org.tongban.catalogue.form;

import org.jspecify.annotations.NullMarked;
