package org.tongban.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCompilerTests {

    private static final Names NAMES =
            new Names(
                    Set.of("kind", "place"),
                    Map.of(
                            "area", FieldKind.NUMBER,
                            "seats", FieldKind.NUMBER,
                            "premises", FieldKind.TEXT,
                            "openedOn", FieldKind.TEXT,
                            "kinds", FieldKind.CHOICES,
                            "leased", FieldKind.YES_NO));

    private static final Facts ANSWERED =
            new Facts(
                    Map.of("kind", "restaurant"),
                    FormValues.of(
                            Map.of(
                                    "area", new BigDecimal("50.5"),
                                    "seats", "20",
                                    "premises", "三合街道",
                                    "openedOn", "2026-03-02",
                                    "kinds", List.of("hot", "cold"),
                                    "leased", "yes"),
                            NAMES),
                    Map.of("kind", "firm", "name", "水乡人家餐饮店"));

    private static final Facts NOTHING_ANSWERED =
            new Facts(Map.of(), FormValues.of(Map.of(), NAMES), Map.of());

    private final RuleCompiler compiler = RuleCompiler.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    form.area > 50                                        | true
                    form.area > 50.4 && form.area < 51                    | true
                    form.area == 50.5                                     | true
                    form.seats == 20                                      | true
                    form.seats >= 20.0                                    | true
                    form.seats + 1.0 == 21.0                               | true
                    form.seats != 20                                      | false
                    form['area'] <= 50                                    | false
                    form.premises == '三合街道'                             | true
                    form.premises.contains('街道')                          | true
                    form.openedOn >= '2026-01-01'                         | true
                    form.openedOn >= '2026-12-31'                         | false
                    'hot' in form.kinds                                   | true
                    'cake' in form.kinds                                  | false
                    form.kinds.exists(k, k == 'cold')                     | true
                    form.kinds.all(k, k in ['hot', 'cold'])               | true
                    size(form.kinds) == 2                                 | true
                    form.leased                                           | true
                    form.leased == false                                  | false
                    !(form.leased)                                        | false
                    situation.kind != 'canteen'                           | true
                    situation.kind == 'restaurant' && form.area > 50      | true
                    situation.place == 'school'                           | false
                    has(situation.place)                                  | false
                    has(form.area)                                        | true
                    !has(situation.place)                                 | true
                    applicant.kind == 'firm'                              | true
                    form.premises.matches('^三合.*')                       | true
                    true                                                  | true
                    """)
    void conditionsHoldAsWritten(String source, String expected) {
        var holds = sound(source).holds(ANSWERED);

        assertThat(holds).isEqualTo(expected.equals("true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            textBlock =
                    """
                    form.area > 50                               ; false
                    !(form.area > 50)                            ; false
                    situation.kind != 'canteen'                  ; false
                    form.leased                                  ; false
                    'hot' in form.kinds                          ; false
                    form.area > 50 || situation.kind == 'x'      ; false
                    form.area > 50 || !has(form.area)            ; true
                    has(form.area) && form.area > 50             ; false
                    """)
    void whatIsNotAnsweredMakesNoConditionTrue(String source, boolean expected) {
        assertThat(sound(source).holds(NOTHING_ANSWERED)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    form.areaa > 50                     | UNKNOWN_KEY | form.areaa         | form.area
                    has(form.areaa)                     | UNKNOWN_KEY | form.areaa         | form.area
                    form['areaa'] > 50                  | UNKNOWN_KEY | form.areaa         | form.area
                    situation.kin == 'a'                | UNKNOWN_KEY | situation.kin      | situation.kind
                    situation.area == 'a'               | UNKNOWN_KEY | situation.area     |
                    applicant.idnumber == '1'           | UNKNOWN_KEY | applicant.idnumber | applicant.idNumber
                    form.zzzzzz == 1                    | UNKNOWN_KEY | form.zzzzzz        |
                    .form.areaa > 50                    | UNKNOWN_KEY | form.areaa         | form.area
                    form.kinds.exists(k, k == form.ar)  | UNKNOWN_KEY | form.ar            |
                    form[situation.kind] == 1           | WHOLE_MAP   | form               |
                    form == situation                   | WHOLE_MAP   | form               |
                    size(form) > 3                      | WHOLE_MAP   | form               |
                    form.exists(k, k == 'x')            | WHOLE_MAP   | form               |
                    form.area == '50'                   | OTHER_KIND  | NUMBER             |
                    form.kinds == 'hot'                 | OTHER_KIND  | CHOICES            |
                    'yes' == form.leased                | OTHER_KIND  | YES_NO             |
                    form.premises > 3                   | OTHER_KIND  | TEXT               |
                    form.seats + 1 > 20                 | WHOLE_NUMBER | 1                |
                    (form.area + form.seats) * 2 > 9.0  | WHOLE_NUMBER | 2                |
                    form.area * 2.0 == 100              | WHOLE_NUMBER | 100              |
                    form.premises.matches('(')          | PATTERN     |                    |
                    form.premises.matches(form.openedOn) | PATTERN    |                    |
                    form.premises.matches('((a{90}){90}){90}') | PATTERN |                 |
                    form.area                           | RESULT_TYPE | dyn                |
                    form.area + 1.0                     | RESULT_TYPE |                    |
                    situation.kind                      | RESULT_TYPE | string             |
                    1 + 1                               | RESULT_TYPE | int                |
                    situation.kind > 3                  | TYPES       |                    |
                    person.age > 3                      | TYPES       |                    |
                    now() > 3                           | TYPES       |                    |
                    form.area >                         | SYNTAX      |                    |
                    ``                                  | SYNTAX      |                    |
                    form.area > 50; drop table          | SYNTAX      |                    |
                    [1].map(x, x) == [1]                | TYPES       |                    |
                    [1].all(x, [2].all(y, x == y))      | TOO_LARGE   | y                  |
                    """)
    void faultsAreNamed(String source, RuleFault.Kind kind, String what, String nearest) {
        var fault = faults(source).getFirst();

        assertThat(fault.kind()).as(fault.toString()).isEqualTo(kind);
        if (what != null) assertThat(fault.what()).isEqualTo(what);
        if (kind == RuleFault.Kind.UNKNOWN_KEY) {
            assertThat(fault.nearest().orElse("")).isEqualTo(nearest == null ? "" : nearest);
        }
    }

    @Test
    void aFaultSaysWhereItIs() {
        var fault = faults("situation.kind == 'a' &&\n  form.areaa > 50").getFirst();

        assertThat(fault.line()).isEqualTo(2);
        assertThat(fault.column()).isBetween(3, 8);
    }

    @Test
    void everyUnknownKeyIsNamedAtOnce() {
        assertThat(faults("form.a1 == 1 && form.b2 == 2 || situation.c3 == ''"))
                .extracting(RuleFault::what)
                .containsExactly("form.a1", "form.b2", "situation.c3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void hostileExpressionsAreRefusedOrEndAtOnce(int number) {
        var hostile =
                List.of(
                                "(".repeat(400) + "true" + ")".repeat(400),
                                "!".repeat(900) + "true",
                                "true" + " && true".repeat(200),
                                "[".repeat(400) + "]".repeat(400) + " == []",
                                "form.premises.matches('" + "(a+)+".repeat(150) + "$')",
                                "'x'" + ".contains('a') || 'x'".repeat(44) + ".contains('')",
                                "true || ".repeat(200) + "true")
                        .get(number);

        switch (compiler.compile(hostile, NAMES)) {
            case Compiled.Faulty<Condition>(var faults) -> assertThat(faults).isNotEmpty();
            case Compiled.Sound<Condition>(var condition) -> {
                try {
                    condition.holds(ANSWERED);
                } catch (RuleNotEvaluable e) {
                    assertThat(e).hasMessageContaining("cannot be evaluated");
                }
            }
        }
    }

    @Test
    void aLongExpressionIsRefused() {
        assertThat(faults("true || ".repeat(200) + "true").getFirst().kind())
                .isEqualTo(RuleFault.Kind.TOO_LARGE);
    }

    @Test
    void aFailureThatIsNoMissingAnswerIsNotHidden() {
        var condition = sound("1 / int(form.seats - 20.0) > 1");

        assertThatThrownBy(() -> condition.holds(ANSWERED)).isInstanceOf(RuleNotEvaluable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    form.premises                                | 三合街道
                    form.area                                    | 50.5
                    form.seats                                   | 20
                    form.kinds                                   | hot、cold
                    form.leased                                  | 是
                    applicant.name                               | 水乡人家餐饮店
                    form.leased ? form.premises : applicant.name | 三合街道
                    applicant.name + '（' + form.premises + '）'   | 水乡人家餐饮店（三合街道）
                    situation.place                              |
                    """)
    void valuesAreWrittenAsText(String source, String expected) {
        assertThat(value(source).text(ANSWERED).orElse(""))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aConditionIsNoValue() {
        assertThat(compiler.compileValue("form.area > 50", NAMES))
                .isInstanceOf(Compiled.Faulty.class);
    }

    @Test
    void blankAndUnreadableAnswersAreNoAnswers() {
        var values =
                FormValues.of(
                        Map.of(
                                "area", "about 50",
                                "seats", " ",
                                "premises", "",
                                "kinds", List.of(),
                                "leased", "maybe",
                                "unknown", "x"),
                        NAMES);

        assertThat(values.values()).isEmpty();
    }

    @Test
    void aMobileNumberStaysText() {
        var names = new Names(Set.of(), Map.of("mobile", FieldKind.TEXT));

        assertThat(FormValues.of(Map.of("mobile", "13800003210"), names).values())
                .isEqualTo(Map.of("mobile", "13800003210"));
    }

    @Test
    void theSameExpressionIsCompiledOnce() {
        assertThat(compiler.compile("form.area > 50", NAMES))
                .isSameAs(compiler.compile("form.area > 50", NAMES));
        assertThat(compiler.compile("form.area > 50", new Names(Set.of(), Map.of())))
                .isInstanceOf(Compiled.Faulty.class);
    }

    @Test
    void manyThreadsMayEvaluateOneCondition() throws Exception {
        var condition = sound("form.area > 50 && form.kinds.exists(k, k == 'hot')");
        Callable<Boolean> task = () -> condition.holds(ANSWERED);

        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = threads.invokeAll(IntStream.range(0, 400).mapToObj(_ -> task).toList());
            for (var one : all) assertThat(one.get()).isTrue();
        }
    }

    private Condition sound(String source) {
        return switch (compiler.compile(source, NAMES)) {
            case Compiled.Sound<Condition>(var condition) -> condition;
            case Compiled.Faulty<Condition>(var faults) -> throw new AssertionError(faults);
        };
    }

    private ValueExpression value(String source) {
        return switch (compiler.compileValue(source, NAMES)) {
            case Compiled.Sound<ValueExpression>(var value) -> value;
            case Compiled.Faulty<ValueExpression>(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<RuleFault> faults(String source) {
        return switch (compiler.compile(source, NAMES)) {
            case Compiled.Sound<Condition> _ -> List.of();
            case Compiled.Faulty<Condition>(var faults) -> faults;
        };
    }

    @Test
    void whatIsHeldIsThereUnderItsMaterialAndItsLine() {
        var names = NAMES.holding(Set.of("licence"));
        var held =
                new Facts(
                        ANSWERED.situation(),
                        ANSWERED.form(),
                        ANSWERED.applicant(),
                        Map.of("licence", "held", "licence.name", "水乡人家餐饮店"));
        var same = "has(held.licence) && held['licence.name'] == applicant.name";

        assertThat(compiler.compile(same, names)).isInstanceOf(Compiled.Sound.class);
        var condition = ((Compiled.Sound<Condition>) compiler.compile(same, names)).expression();
        assertThat(condition.holds(held)).isTrue();
        assertThat(condition.holds(ANSWERED)).as("what is not held proves nothing").isFalse();
        assertThat(compiler.compile(same, NAMES))
                .as("only rules look at evidence")
                .isInstanceOf(Compiled.Faulty.class);
    }
}
