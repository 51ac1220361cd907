/**
 * The later check of what applicants vouched for instead of proving: what is to be checked until
 * when, what was found, and whether a grant is taken back after the person was heard.
 */
@NullMarked
package org.tongban.casework.checks;

import org.jspecify.annotations.NullMarked;
