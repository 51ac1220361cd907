/**
 * Keeps cases: one row each, their event lines, tasks, clocks, papers. One statement loads, one
 * statement stores; both know nothing of what an act means.
 */
@NullMarked
package org.tongban.casework.ledger;

import org.jspecify.annotations.NullMarked;
