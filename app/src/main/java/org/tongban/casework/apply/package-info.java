/**
 * The online application: for whom and in which situation, the form page by page, the materials, a
 * last look, and sending it. What is checked stands in {@link
 * org.tongban.casework.ApplicationCheck}; here is the way through it.
 */
@NullMarked
package org.tongban.casework.apply;

import org.jspecify.annotations.NullMarked;
