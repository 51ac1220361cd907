/** The ways to an item: the home page, the list by audience, theme and agency, the search. */
@NullMarked
package org.tongban.catalogue.browse;

import org.jspecify.annotations.NullMarked;
