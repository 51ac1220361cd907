package org.tongban.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExprVisitor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds in a parsed expression what the type checker of the language cannot know: keys that the
 * item does not have, fields compared with a constant of another kind, loops within loops.
 */
final class KeyCheck extends CelExprVisitor {

    private static final Set<String> COMPARISONS =
            Set.of("_==_", "_!=_", "_<_", "_<=_", "_>_", "_>=_");
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");
    private static final Set<String> ARITHMETIC = Set.of("_+_", "_-_", "_*_", "_/_");

    private static final Set<String> VARIABLES = Set.of("situation", "form", "applicant", "held");

    private final Names known;
    private final CelSource source;
    private final List<RuleFault> faults = new ArrayList<>();
    private int loops;

    private KeyCheck(Names known, CelSource source) {
        this.known = known;
        this.source = source;
    }

    static List<RuleFault> faults(CelAbstractSyntaxTree ast, Names known) {
        var check = new KeyCheck(known, ast.getSource());
        check.visit(ast.getExpr());
        return check.faults.stream()
                .sorted(Comparator.comparingInt(RuleFault::line).thenComparing(RuleFault::column))
                .toList();
    }

    /** The kind of the form field that the expression consists of; empty for anything else. */
    static Optional<FieldKind> fieldKind(CelExpr expression, Names known) {
        return reference(expression)
                .filter(reference -> reference.map().equals("form"))
                .flatMap(reference -> Optional.ofNullable(known.form().get(reference.key())));
    }

    /** A variable with one key: {@code form.area} or {@code form['area']}. */
    private record Reference(String map, String key) {}

    @Override
    public void visit(CelExpr expression) {
        var reference = reference(expression);
        if (reference.isPresent()) {
            checkKey(expression, reference.get());
            return;
        }
        super.visit(expression);
    }

    @Override
    protected void visit(CelExpr expression, CelExpr.CelIdent ident) {
        if (isVariable(bare(ident.name()))) {
            report(expression, RuleFault.Kind.WHOLE_MAP, bare(ident.name()), Optional.empty());
        }
    }

    @Override
    protected void visit(CelExpr expression, CelExpr.CelCall call) {
        if (COMPARISONS.contains(call.function()) && call.args().size() == 2) {
            checkKinds(expression, call.args().get(0), call.args().get(1));
            checkKinds(expression, call.args().get(1), call.args().get(0));
        }
        if (call.args().size() == 2) {
            checkDecimals(expression, call.function(), call.args().get(0), call.args().get(1));
            checkDecimals(expression, call.function(), call.args().get(1), call.args().get(0));
        }
        if (call.function().equals("matches")) checkPattern(expression, call);
        super.visit(expression, call);
    }

    @Override
    protected void visit(CelExpr expression, CelExpr.CelComprehension loop) {
        if (loops > 0) {
            report(expression, RuleFault.Kind.TOO_LARGE, loop.iterVar(), Optional.empty());
        }
        loops++;
        super.visit(expression, loop);
        loops--;
    }

    private void checkKey(CelExpr expression, Reference reference) {
        Collection<String> allowed =
                switch (reference.map()) {
                    case "situation" -> known.situation();
                    case "form" -> known.form().keySet();
                    case "held" -> known.held();
                    default -> Names.APPLICANT;
                };
        // What a material says has the material's key in front.
        var asked =
                reference.map().equals("held")
                        ? reference.key().replaceFirst("\\..*", "")
                        : reference.key();
        if (allowed.contains(asked)) return;
        report(
                expression,
                RuleFault.Kind.UNKNOWN_KEY,
                reference.map() + "." + reference.key(),
                Nearest.to(reference.key(), allowed).map(key -> reference.map() + "." + key));
    }

    private void checkKinds(CelExpr comparison, CelExpr field, CelExpr constant) {
        if (constant.getKind() != CelExpr.ExprKind.Kind.CONSTANT) return;
        fieldKind(field, known)
                .filter(kind -> !fits(kind, constant.constant()))
                .ifPresent(
                        kind ->
                                report(
                                        comparison,
                                        RuleFault.Kind.OTHER_KIND,
                                        kind.name(),
                                        Optional.empty()));
    }

    /**
     * Numbers of a form are decimals. The language compares a field with {@code 2}, but computes
     * only with {@code 2.0}, and says so no earlier than at the first evaluation.
     */
    private void checkDecimals(CelExpr whole, String function, CelExpr number, CelExpr constant) {
        var computes =
                (ARITHMETIC.contains(function) && isNumber(number))
                        || (EQUALITY.contains(function) && isComputed(number));
        if (computes
                && constant.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && constant.constant().getKind() == CelConstant.Kind.INT64_VALUE) {
            var typed = constant.constant().int64Value();
            report(
                    whole,
                    RuleFault.Kind.WHOLE_NUMBER,
                    Long.toString(typed),
                    Optional.of(typed + ".0"));
        }
    }

    private boolean isNumber(CelExpr expression) {
        return isComputed(expression)
                || fieldKind(expression, known)
                        .filter(kind -> kind == FieldKind.NUMBER)
                        .isPresent();
    }

    private boolean isComputed(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && ARITHMETIC.contains(expression.call().function())
                && expression.call().args().stream().anyMatch(this::isNumber);
    }

    /** A pattern is read now, not at the first evaluation; so it must be there to read. */
    private void checkPattern(CelExpr expression, CelExpr.CelCall call) {
        var pattern = call.args().getLast();
        if (pattern.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || pattern.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
            report(expression, RuleFault.Kind.PATTERN, "matches", Optional.empty());
            return;
        }
        var text = pattern.constant().stringValue();
        try {
            if (Pattern.compile(text).programSize() <= RuleCompiler.LARGEST_PATTERN) return;
        } catch (PatternSyntaxException e) {
            report(expression, RuleFault.Kind.PATTERN, e.getDescription(), Optional.empty());
            return;
        }
        report(expression, RuleFault.Kind.PATTERN, text, Optional.empty());
    }

    private static boolean fits(FieldKind kind, CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> kind == FieldKind.TEXT;
            case INT64_VALUE, UINT64_VALUE, DOUBLE_VALUE -> kind == FieldKind.NUMBER;
            case BOOLEAN_VALUE -> kind == FieldKind.YES_NO;
            default -> false;
        };
    }

    private static Optional<Reference> reference(CelExpr expression) {
        return switch (expression.getKind()) {
            case SELECT ->
                    variable(expression.select().operand())
                            .map(map -> new Reference(map, expression.select().field()));
            case CALL -> {
                var call = expression.call();
                yield call.function().equals("_[_]")
                                && call.args().get(1).getKind() == CelExpr.ExprKind.Kind.CONSTANT
                                && call.args().get(1).constant().getKind()
                                        == CelConstant.Kind.STRING_VALUE
                        ? variable(call.args().get(0))
                                .map(
                                        map ->
                                                new Reference(
                                                        map,
                                                        call.args()
                                                                .get(1)
                                                                .constant()
                                                                .stringValue()))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<String> variable(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? Optional.of(bare(expression.ident().name())).filter(KeyCheck::isVariable)
                : Optional.empty();
    }

    /** A leading dot is another way to write the same variable. */
    private static String bare(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    private static boolean isVariable(String name) {
        return VARIABLES.contains(name);
    }

    private void report(
            CelExpr expression, RuleFault.Kind kind, String what, Optional<String> nearest) {
        var location =
                Optional.ofNullable(source.getPositionsMap().get(expression.id()))
                        .flatMap(source::getOffsetLocation);
        faults.add(
                new RuleFault(
                        location.map(l -> Math.max(1, l.getLine())).orElse(1),
                        location.map(l -> l.getColumn() + 1).orElse(1),
                        kind,
                        what,
                        nearest));
    }
}
