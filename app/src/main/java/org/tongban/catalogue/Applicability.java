package org.tongban.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.catalogue.ItemDefinition.FormPage;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.ItemDefinition.Step;
import org.tongban.rules.Compiled;
import org.tongban.rules.Condition;
import org.tongban.rules.Facts;
import org.tongban.rules.FieldKind;
import org.tongban.rules.FormValues;
import org.tongban.rules.Names;
import org.tongban.rules.RuleCompiler;
import org.tongban.rules.RuleNotEvaluable;

/**
 * What of an item applies to one applicant in one situation. A condition over something that has
 * not been answered does not hold.
 *
 * @param fields of all pages, in the order in which they are asked
 * @param steps in the item's order; the decision is always among them
 */
public record Applicability(
        List<Question> questions, List<Field> fields, List<Material> materials, List<Step> steps) {

    private static final RuleCompiler RULES = RuleCompiler.shared();

    public Applicability {
        questions = List.copyOf(questions);
        fields = List.copyOf(fields);
        materials = List.copyOf(materials);
        steps = List.copyOf(steps);
    }

    /**
     * Evaluates the item's conditions.
     *
     * @param form values as {@link FormCheck} returns them, or texts
     * @param applicant see {@link Names#APPLICANT}
     */
    public static Applicability of(
            ItemDefinition item,
            Map<String, String> situation,
            Map<String, ?> form,
            Map<String, String> applicant) {
        var names = names(item);
        var facts = new Facts(situation, FormValues.of(form, names), applicant);
        return new Applicability(
                item.questions(),
                item.fields().stream().filter(f -> holds(f.when(), names, facts)).toList(),
                item.materials().stream().filter(m -> holds(m.when(), names, facts)).toList(),
                item.steps().stream().filter(s -> holds(s.when(), names, facts)).toList());
    }

    /** The page with the fields of it that apply; it may have none left. */
    public List<Field> of(FormPage page) {
        return page.fields().stream().filter(fields::contains).toList();
    }

    /** The keys that expressions of the item may use, for compiling them. */
    public static Names names(ItemDefinition item) {
        var form = new HashMap<String, FieldKind>();
        item.fields().forEach(field -> form.put(field.key(), kind(field.type())));
        return new Names(
                item.questions().stream().map(Question::key).collect(Collectors.toSet()), form);
    }

    static boolean holds(@Nullable String when, Names names, Facts facts) {
        if (when == null) return true;
        return switch (RULES.compile(when, names)) {
            case Compiled.Sound<Condition>(var condition) -> evaluated(condition, facts);
            // The pack check refuses such an item; a stored one that is older than a rule of the
            // check must not make a page fail.
            case Compiled.Faulty<Condition> _ -> false;
        };
    }

    private static boolean evaluated(Condition condition, Facts facts) {
        try {
            return condition.holds(facts);
        } catch (RuleNotEvaluable e) {
            return false;
        }
    }

    /** What an expression sees of a field of that type. */
    public static FieldKind kind(FieldType type) {
        return switch (type) {
            // Of a group an expression sees how many rows it has, of files how many there are.
            case INTEGER, DECIMAL, MONEY, GROUP, FILE -> FieldKind.NUMBER;
            case YESNO -> FieldKind.YES_NO;
            case CHOICES -> FieldKind.CHOICES;
            case TEXT,
                    LONGTEXT,
                    DATE,
                    CHOICE,
                    NAME,
                    CITIZEN_ID,
                    CREDIT_CODE,
                    PROJECT_CODE,
                    MOBILE,
                    REGION,
                    ADDRESS ->
                    FieldKind.TEXT;
        };
    }
}
