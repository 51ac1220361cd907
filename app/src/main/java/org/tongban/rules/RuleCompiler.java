package org.tongban.rules;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles and checks expressions. Their variables are {@code situation}, {@code applicant} and
 * {@code held}, maps of texts, and {@code form}, a map of texts, numbers, truth values and lists;
 * see {@link Names}. A whole number and a decimal compare by value.
 *
 * <p>Every expression ends soon and uses little memory: at most {@value #MOST_CHARACTERS}
 * characters, {@value #DEEPEST} levels and {@value #MOST_NODES} parts; of the macros only {@code
 * has}, {@code all}, {@code exists}, {@code exists_one}, not within each other, so that no
 * expression can double its data again and again; regular expressions are matched in linear time
 * (RE2). There are no moments, durations and bytes.
 *
 * <p>Safe for use by many threads. The latest {@value #MOST_CACHED} results are kept.
 */
public final class RuleCompiler {

    static final int MOST_CHARACTERS = 1000;
    static final int DEEPEST = 24;
    static final int MOST_NODES = 400;
    static final int MOST_ITERATIONS = 1000;
    static final int LARGEST_PATTERN = 2000;
    static final int MOST_CACHED = 4096;

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(MOST_CHARACTERS)
                    .maxParseRecursionDepth(DEEPEST)
                    .maxParseExpressionNodeCount(MOST_NODES)
                    .comprehensionMaxIterations(MOST_ITERATIONS)
                    .maxRegexProgramSize(LARGEST_PATTERN)
                    .enableHeterogeneousNumericComparisons(true)
                    .build();

    private static final MapType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

    /**
     * What no answer, field or applicant is: functions of these would never have a value to take.
     */
    private static final Set<CelType> ABSENT =
            Set.of(SimpleType.BYTES, SimpleType.DURATION, SimpleType.TIMESTAMP, SimpleType.UINT);

    /**
     * The library without functions of absent types. The checker sets it up anew for each
     * expression, and two thirds of it are of that kind.
     */
    private static final CelStandardDeclarations LIBRARY =
            CelStandardDeclarations.newBuilder()
                    .filterFunctions(
                            (_, overload) ->
                                    Collections.disjoint(
                                            overload.celOverloadDecl().parameterTypes(), ABSENT))
                    .build();

    /** Below what it is made of. */
    private static final RuleCompiler SHARED = new RuleCompiler();

    private final CelCompiler compiler =
            CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardEnvironmentEnabled(false)
                    .setStandardDeclarations(LIBRARY)
                    .setStandardMacros(
                            CelStandardMacro.HAS,
                            CelStandardMacro.ALL,
                            CelStandardMacro.EXISTS,
                            CelStandardMacro.EXISTS_ONE)
                    .addVar("situation", TEXTS)
                    .addVar("applicant", TEXTS)
                    .addVar("held", TEXTS)
                    .addVar("form", MapType.create(SimpleType.STRING, SimpleType.DYN))
                    .build();

    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final Map<Asked, Compiled<Condition>> conditions = cache();
    private final Map<Asked, Compiled<ValueExpression>> values = cache();
    private final Map<String, CelValidationResult> types = cache();

    private RuleCompiler() {}

    /** The one of this process: making another costs a third of a second and a cache of its own. */
    public static RuleCompiler shared() {
        return SHARED;
    }

    private record Asked(String source, Names known) {}

    /** What can be made of a checked expression once its program is there. */
    private interface Making<E> {
        E of(CelRuntime.Program program);
    }

    /** Compiles a condition, which is true or false. */
    public Compiled<Condition> compile(String source, Names known) {
        var asked = new Asked(source, known);
        // Not computeIfAbsent: compiling twice is harmless, compiling under the lock is slow.
        var kept = conditions.get(asked);
        if (kept != null) return kept;
        var compiled =
                compiled(
                        source, known, Wanted.CONDITION, program -> new Condition(source, program));
        conditions.put(asked, compiled);
        return compiled;
    }

    /** Compiles an expression for a text. */
    public Compiled<ValueExpression> compileValue(String source, Names known) {
        var asked = new Asked(source, known);
        var kept = values.get(asked);
        if (kept != null) return kept;
        var compiled =
                compiled(
                        source,
                        known,
                        Wanted.VALUE,
                        program -> new ValueExpression(source, program));
        values.put(asked, compiled);
        return compiled;
    }

    private <E> Compiled<E> compiled(String source, Names known, Wanted wanted, Making<E> making) {
        // Before the parser, which copies the text to report on it.
        if (source.length() > MOST_CHARACTERS) {
            return faulty(
                    new RuleFault(
                            1,
                            1,
                            RuleFault.Kind.TOO_LARGE,
                            source.length() + " > " + MOST_CHARACTERS));
        }
        var parsed = compiler.parse(source);
        if (parsed.hasError()) {
            return faulty(parsed.getErrors(), RuleFault.Kind.SYNTAX);
        }
        try {
            var faults = KeyCheck.faults(parsed.getAst(), known);
            if (!faults.isEmpty()) return new Compiled.Faulty<>(faults);
            var checked = checked(source, parsed.getAst());
            if (checked.hasError()) return faulty(checked.getErrors(), RuleFault.Kind.TYPES);
            var ast = checked.getAst();
            if (!wanted.accepts(ast, known)) {
                return faulty(
                        new RuleFault(
                                1, 1, RuleFault.Kind.RESULT_TYPE, ast.getResultType().name()));
            }
            return new Compiled.Sound<>(making.of(runtime.createProgram(ast)));
        } catch (CelValidationException | CelEvaluationException e) {
            return faulty(
                    new RuleFault(1, 1, RuleFault.Kind.TYPES, String.valueOf(e.getMessage())));
        }
    }

    /**
     * The types do not rest on the names that are known, and the checker sets up its whole library
     * for each expression: what many certificates or forms say alike is checked once.
     */
    private CelValidationResult checked(String source, CelAbstractSyntaxTree parsed) {
        var kept = types.get(source);
        if (kept != null) return kept;
        var checked = compiler.check(parsed);
        types.put(source, checked);
        return checked;
    }

    /** What kind of result the place of the expression asks for. */
    private enum Wanted {
        CONDITION {
            @Override
            boolean accepts(CelAbstractSyntaxTree ast, Names known) {
                // A bare field has the type dyn; it is a condition when it is a yes or no.
                return ast.getResultType().equals(SimpleType.BOOL)
                        || KeyCheck.fieldKind(ast.getExpr(), known)
                                .filter(kind -> kind == FieldKind.YES_NO)
                                .isPresent();
            }
        },
        VALUE {
            @Override
            boolean accepts(CelAbstractSyntaxTree ast, Names known) {
                return ast.getResultType().equals(SimpleType.STRING)
                        || ast.getResultType().equals(SimpleType.DYN);
            }
        };

        abstract boolean accepts(CelAbstractSyntaxTree ast, Names known);
    }

    private static <E> Compiled<E> faulty(RuleFault fault) {
        return new Compiled.Faulty<>(List.of(fault));
    }

    private static <E> Compiled<E> faulty(List<CelIssue> issues, RuleFault.Kind kind) {
        return new Compiled.Faulty<>(
                issues.stream()
                        .map(
                                issue ->
                                        new RuleFault(
                                                Math.max(1, issue.getSourceLocation().getLine()),
                                                issue.getSourceLocation().getColumn() + 1,
                                                kind,
                                                issue.getMessage()))
                        .toList());
    }

    private static <K, V> Map<K, V> cache() {
        return Collections.synchronizedMap(
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                        return size() > MOST_CACHED;
                    }
                });
    }
}
