/** Tests of the editor of entries. */
@org.jspecify.annotations.NullMarked
package org.tongban.catalogue.editor;
