/**
 * The editor of entries in the browser: pages for the agency that drafts and the offices that
 * review. Works without a script; a page saves itself, and nothing typed is lost.
 */
@NullMarked
package org.tongban.catalogue.editor;

import org.jspecify.annotations.NullMarked;
