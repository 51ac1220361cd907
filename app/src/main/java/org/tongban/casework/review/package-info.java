/**
 * One case on one page for those who review and decide: form, materials, clocks, opinions, papers,
 * and the acts that the reader's posts allow.
 */
@NullMarked
package org.tongban.casework.review;

import org.jspecify.annotations.NullMarked;
