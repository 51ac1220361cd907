/**
 * What the law attaches to silence: an office that does not answer has accepted, an applicant who
 * does not correct has given up. Carried out daily, safe to run twice and on every node.
 */
@NullMarked
package org.tongban.casework.silence;

import org.jspecify.annotations.NullMarked;
