/**
 * Electronic seals: the structures of GB/T 38540-2020 and of X.509 with SM2, the authority that
 * certifies a place's own seals, who holds which seal, and sealing itself. Private keys stay in the
 * signing device of the module {@code crypto}.
 */
@NullMarked
@NamedInterface("seal")
package org.tongban.documents.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
