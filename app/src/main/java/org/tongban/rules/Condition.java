package org.tongban.rules;

import dev.cel.runtime.CelRuntime;

/**
 * A sound condition. Safe for use by many threads.
 *
 * <p>What has not been answered yet makes no condition true: a condition whose outcome depends on
 * an absent key does not hold. {@code a || b} still holds when one side holds and the other is not
 * answered; {@code !(form.x == 'a')} does not hold while {@code form.x} is absent. Use {@code
 * has(form.x)} to ask whether it was answered.
 */
public final class Condition {

    private final String source;
    private final Evaluation evaluation;

    Condition(String source, CelRuntime.Program program) {
        this.source = source;
        this.evaluation = new Evaluation(source, program);
    }

    /**
     * Whether the condition holds.
     *
     * @throws RuleNotEvaluable when the expression fails on these facts for another reason than an
     *     absent key, for example by a division by zero
     */
    public boolean holds(Facts facts) {
        return evaluation.of(facts).map(outcome -> outcome.equals(true)).orElse(false);
    }

    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return "Condition[" + source + "]";
    }
}
