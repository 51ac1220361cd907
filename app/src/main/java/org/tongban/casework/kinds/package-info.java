/**
 * The six kinds of cases, each with its list: handled at once, promised, joint, forwarded up,
 * incomplete, returned. A case changes its kind as the law lets it; the lists follow its line.
 */
@NullMarked
package org.tongban.casework.kinds;

import org.jspecify.annotations.NullMarked;
