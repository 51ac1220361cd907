package org.tongban.web;

/**
 * One answer of a closed question.
 *
 * @param value what the form sends
 * @param label what people read
 * @param hint a second line below the label; empty when none is needed
 * @param group heading under which it stands in a list to pick from; empty for none
 */
public record Option(String value, String label, String hint, String group) {

    public Option(String value, String label, String hint) {
        this(value, label, hint, "");
    }

    public Option(String value, String label) {
        this(value, label, "", "");
    }

    /** The same answer under a heading. */
    public Option in(String heading) {
        return new Option(value, label, hint, heading);
    }
}
