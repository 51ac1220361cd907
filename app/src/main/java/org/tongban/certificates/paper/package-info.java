/**
 * Old certificates on paper (存量证照补录): tables with scans come in, every line is judged before
 * anything is written, contradictions wait for a clerk, a random share is compared with the scans,
 * and the office confirms. Owns the batches, their lines and what was decided about them.
 */
@NullMarked
package org.tongban.certificates.paper;

import org.jspecify.annotations.NullMarked;
