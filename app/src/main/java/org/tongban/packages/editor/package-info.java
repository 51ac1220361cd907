/** Editing packages in the browser: the pack's text, its picture, and what is wrong with it. */
@NullMarked
package org.tongban.packages.editor;

import org.jspecify.annotations.NullMarked;
