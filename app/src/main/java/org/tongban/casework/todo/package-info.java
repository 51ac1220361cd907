/**
 * What waits for somebody: the worklist by due day, what they have done, what is late or soon is.
 */
@NullMarked
package org.tongban.casework.todo;

import org.jspecify.annotations.NullMarked;
