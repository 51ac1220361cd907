package org.tongban.rules;

/** What an expression sees of a form field. The types of a pack's fields map onto these. */
public enum FieldKind {
    /**
     * A string: text, one choice, name, identity number, region, and a date as {@code yyyy-MM-dd}.
     */
    TEXT,
    /** A number, whole or decimal: integer, decimal, money. */
    NUMBER,
    /** A truth value: yesno. */
    YES_NO,
    /** A list of strings: choices. */
    CHOICES
}
