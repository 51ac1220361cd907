package org.tongban.rules;

import java.util.Optional;

/**
 * One thing that is wrong with an expression.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param what the part of the expression, or the compiler's own words (English) for {@code SYNTAX}
 *     and {@code TYPES}
 * @param nearest the allowed name that looks most like {@code what}, when one does
 */
public record RuleFault(int line, int column, Kind kind, String what, Optional<String> nearest) {

    /** The kinds of faults; the message key of each is where its Chinese text is found. */
    public enum Kind {
        /** Not in the language. */
        SYNTAX("rules.syntax"),
        /** Types that do not fit, an unknown function or an unknown variable. */
        TYPES("rules.types"),
        /** A key that is no question, field or property of the applicant. */
        UNKNOWN_KEY("rules.unknown-key"),
        /** {@code form}, {@code situation} or {@code applicant} used other than with one key. */
        WHOLE_MAP("rules.whole-map"),
        /** A field compared with a constant of another kind, which would never hold. */
        OTHER_KIND("rules.other-kind"),
        /** Computing with a whole number where a decimal is needed: {@code 2} for {@code 2.0}. */
        WHOLE_NUMBER("rules.whole-number"),
        /** A regular expression that cannot be read, is too large or is not written out. */
        PATTERN("rules.pattern"),
        /** A condition that is not true or false; a value that is not text. */
        RESULT_TYPE("rules.result-type"),
        /** Longer or deeper than an expression may be. */
        TOO_LARGE("rules.too-large");

        private final String messageKey;

        Kind(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    RuleFault(int line, int column, Kind kind, String what) {
        this(line, column, kind, what, Optional.empty());
    }
}
