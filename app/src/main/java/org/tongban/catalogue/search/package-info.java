/**
 * Finding an item by the words people use, and every list of items. Owns the index of this node: it
 * follows the database, holds nothing that is not there, and is made anew when it is lost. Owns
 * also the words of the place, and the measure of how well they find.
 */
@NullMarked
@NamedInterface("search")
package org.tongban.catalogue.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
