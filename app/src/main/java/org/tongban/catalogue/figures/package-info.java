/**
 * Figures of the catalogue (A7) per region and agency: in the hall, under one window, online,
 * without a trip, terms cut, lag of publication. Nothing is stored; every figure leads to the items
 * behind it.
 */
@NullMarked
package org.tongban.catalogue.figures;

import org.jspecify.annotations.NullMarked;
