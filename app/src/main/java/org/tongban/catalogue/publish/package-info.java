/**
 * Putting a version of an item in force. What was published before is kept unchanged, because cases
 * stay on the version they were filed under.
 */
@NullMarked
@NamedInterface("publish")
package org.tongban.catalogue.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
