/**
 * The clerk's desk: the queue of applications that wait for an answer, the check of one against its
 * list of materials, an application taken at the window, the hand-over of results.
 */
@NullMarked
package org.tongban.casework.desk;

import org.jspecify.annotations.NullMarked;
