/** Administrators read the directory: agencies with their figures, regions, people. */
@NullMarked
package org.tongban.directory.browsing;

import org.jspecify.annotations.NullMarked;
