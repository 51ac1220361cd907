/**
 * The lists that are published about the items (A5): made from their fields whenever somebody
 * looks, searched, downloaded, with what changed since a day. Owns the batches in which one trip at
 * most is promised, and nothing else.
 */
@NullMarked
@NamedInterface("lists")
package org.tongban.catalogue.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
