/**
 * Objections to what registers say (校核纠错): raised by the person concerned or by an office, answered
 * by the office that keeps the data. Owns the objections and their answers; what is wrong is put
 * right in the register itself.
 */
@NullMarked
package org.tongban.sharing.objections;

import org.jspecify.annotations.NullMarked;
