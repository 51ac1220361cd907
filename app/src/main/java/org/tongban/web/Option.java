package org.tongban.web;

/**
 * One answer of a closed question.
 *
 * @param value what the form sends
 * @param label what people read
 * @param hint a second line below the label; empty when none is needed
 */
public record Option(String value, String label, String hint) {

    public Option(String value, String label) {
        this(value, label, "");
    }
}
