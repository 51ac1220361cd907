/**
 * One site visit for several offices of one application: planned by one, joined by the others, with
 * one record that each office then takes over for its own case.
 */
@NullMarked
package org.tongban.packages.visits;

import org.jspecify.annotations.NullMarked;
