/** Tests of the parts of an entry. */
@org.jspecify.annotations.NullMarked
package org.tongban.catalogue.entry;
