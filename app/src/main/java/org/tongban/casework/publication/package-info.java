/**
 * Grants of licences are public (双公示): what was granted, by whom, to whom, within seven working
 * days. Persons are named in part only. Learns of grants from the event line.
 */
@NullMarked
@NamedInterface("publication")
package org.tongban.casework.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
