/** The guide of one item: what somebody wants to know before they apply. */
@NullMarked
package org.tongban.catalogue.guide;

import org.jspecify.annotations.NullMarked;
