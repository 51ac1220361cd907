/**
 * The words and pictures of cases that every page shares: states, outcomes, refusals, what happened
 * and what a deadline is made of. Owns no page and decides nothing.
 */
@NullMarked
@NamedInterface("words")
package org.tongban.casework.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
