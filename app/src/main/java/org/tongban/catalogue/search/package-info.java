/**
 * Finding an item by the words people use. Owns the index in memory; it is made anew from the items
 * whenever they change and holds nothing that is not theirs.
 */
@NullMarked
package org.tongban.catalogue.search;

import org.jspecify.annotations.NullMarked;
