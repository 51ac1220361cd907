/** Records that go back down: what offices of the county decided, to the towns concerned. */
@NullMarked
package org.tongban.sharing.returns;

import org.jspecify.annotations.NullMarked;
