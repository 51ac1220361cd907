/**
 * Measurements of Tongban beside other engines: owns the contenders, the durable server that they
 * share, the rounds, what is counted, and the report. Nothing here is shipped.
 */
@org.jspecify.annotations.NullMarked
package org.tongban.bench;
