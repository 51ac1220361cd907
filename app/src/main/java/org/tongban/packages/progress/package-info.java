/** One application with all its parts, for the applicant: what is done, what waits for what. */
@NullMarked
package org.tongban.packages.progress;

import org.jspecify.annotations.NullMarked;
