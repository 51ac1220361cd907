package org.tongban.rules;

/**
 * A sound expression failed on the facts it was given: a division by zero, a number that is no
 * number, a list longer than may be walked. The message names the expression, not the facts.
 */
public final class RuleNotEvaluable extends RuntimeException {

    RuleNotEvaluable(String source, Throwable cause) {
        super("cannot be evaluated: " + source, cause);
    }
}
