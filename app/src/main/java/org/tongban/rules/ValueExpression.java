package org.tongban.rules;

import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sound expression for a text, such as a line on the face of a certificate. Safe for use by many
 * threads.
 */
public final class ValueExpression {

    private final String source;
    private final Evaluation evaluation;

    ValueExpression(String source, CelRuntime.Program program) {
        this.source = source;
        this.evaluation = new Evaluation(source, program);
    }

    /**
     * The text; empty when it depends on a key that has not been answered. A number is written
     * without an exponent and without trailing zeros, choices are parted by 、, yes and no are 是 and
     * 否.
     *
     * @throws RuleNotEvaluable when the expression fails for another reason
     */
    public Optional<String> text(Facts facts) {
        return evaluation.of(facts).map(ValueExpression::written);
    }

    public String source() {
        return source;
    }

    @Override
    public String toString() {
        return "ValueExpression[" + source + "]";
    }

    private static String written(Object value) {
        return switch (value) {
            case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Boolean answer -> answer ? "是" : "否";
            case Collection<?> choices ->
                    choices.stream().map(String::valueOf).collect(Collectors.joining("、"));
            default -> value.toString();
        };
    }
}
