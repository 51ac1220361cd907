/**
 * What an entry of the implementation list consists of, part by part, while it is drafted: the tree
 * behind the editor's pages, the words for every place in it, the difference of two versions,
 * conditions as plain choices.
 */
@NullMarked
package org.tongban.catalogue.entry;

import org.jspecify.annotations.NullMarked;
