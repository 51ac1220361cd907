/** Tests of the life of an entry. */
@org.jspecify.annotations.NullMarked
package org.tongban.catalogue.life;
