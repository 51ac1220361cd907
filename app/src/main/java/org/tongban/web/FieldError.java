package org.tongban.web;

/**
 * One thing to put right on a form.
 *
 * @param field the id of the {@link FieldView} it belongs to, without {@code #}
 * @param message what is wrong and how to put it right, in the reader's language; the same words
 *     stand in the summary and at the field
 */
public record FieldError(String field, String message) {}
