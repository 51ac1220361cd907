/** The application: starts the house; owns no business of its own. */
@org.jspecify.annotations.NullMarked
package org.tongban;
