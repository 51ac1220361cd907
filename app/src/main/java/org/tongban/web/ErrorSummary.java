package org.tongban.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything to put right on a form, in the order of its fields. Shown on top of the page by {@code
 * web/errorSummary}, which draws nothing when there is nothing to say.
 */
public record ErrorSummary(List<FieldError> errors) {

    private static final ErrorSummary NONE = new ErrorSummary(List.of());

    public ErrorSummary {
        errors = List.copyOf(errors);
    }

    public static ErrorSummary none() {
        return NONE;
    }

    /** Errors by field id; the map's order is the order on the page. */
    public static ErrorSummary of(Map<String, String> messages) {
        var errors = new ArrayList<FieldError>();
        messages.forEach((field, message) -> errors.add(new FieldError(field, message)));
        return new ErrorSummary(errors);
    }

    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The words for one field, or an empty text when that field is right. */
    public String at(String field) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }
}
