package org.tongban.web;

/** One part of a form, as {@code web/formPart} shows it: a question, or rows of questions. */
public sealed interface FormPart permits FieldView, FilesView, RepeatView {

    /** With what is wrong with it, or with a question of one of its rows. */
    FormPart error(ErrorSummary summary);
}
