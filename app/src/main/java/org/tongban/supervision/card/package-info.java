/** The list of findings and the single card: for the office that answers, for who supervises. */
@NullMarked
package org.tongban.supervision.card;

import org.jspecify.annotations.NullMarked;
