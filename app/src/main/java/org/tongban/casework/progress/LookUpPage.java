package org.tongban.casework.progress;

import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/** The questions for number and query code. */
public record LookUpPage(FieldView number, FieldView code, ErrorSummary errors) {}
