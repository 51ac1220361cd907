/** Tests of the guide check. */
@org.jspecify.annotations.NullMarked
package org.tongban.catalogue.check;
