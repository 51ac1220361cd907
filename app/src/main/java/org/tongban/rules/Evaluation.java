package org.tongban.rules;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Optional;

/** Runs a program and tells an unanswered key from a failure. */
record Evaluation(String source, CelRuntime.Program program) {

    /** Empty when the outcome depends on a key that is absent. */
    Optional<Object> of(Facts facts) {
        try {
            return Optional.of(program.eval(facts.variables()));
        } catch (CelEvaluationException e) {
            if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) return Optional.empty();
            throw new RuleNotEvaluable(source, e);
        }
    }
}
