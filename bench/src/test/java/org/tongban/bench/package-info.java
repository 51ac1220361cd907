/** Tests of the bench: that it counts what happens, and refuses to count what did not. */
@org.jspecify.annotations.NullMarked
package org.tongban.bench;
