/** What an agency's desk sees of the ratings it was given. */
@NullMarked
package org.tongban.ratings.report;

import org.jspecify.annotations.NullMarked;
