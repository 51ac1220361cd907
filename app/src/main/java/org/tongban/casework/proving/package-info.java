/** At the window a clerk sees who somebody is, and whose guardian, and puts it on record. */
@NullMarked
package org.tongban.casework.proving;

import org.jspecify.annotations.NullMarked;
