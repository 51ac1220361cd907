/**
 * The law of a case as pure functions: from a case, an act and what is known at that moment to the
 * next case and its event, or to a refusal. No clock, no database, no framework.
 */
@NullMarked
package org.tongban.casework.engine;

import org.jspecify.annotations.NullMarked;
