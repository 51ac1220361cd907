package org.tongban.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.catalogue.form.Answer;
import org.tongban.catalogue.form.AnswerReader;
import org.tongban.directory.OfferedRegions;
import org.tongban.rules.Facts;
import org.tongban.rules.FormValues;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and checks the answers to an item's form: the same for pages, windows, agents and the open
 * interface. Fields whose condition does not hold are dropped, whatever was typed into them.
 */
public final class FormCheck {

    /** Compiled schemas kept: one for each set of fields that applied lately. */
    private static final int MOST_SCHEMAS_KEPT = 512;

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Map<List<Field>, Schema> SCHEMAS =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<List<Field>, Schema> eldest) {
                            return size() > MOST_SCHEMAS_KEPT;
                        }
                    });

    private FormCheck() {}

    /**
     * What the check came to.
     *
     * @param values of the fields that apply and could be read: text, {@code Long}, {@code
     *     BigDecimal}, {@code Boolean}, list of texts; a date is a text {@code yyyy-MM-dd}
     * @param faults in the order of the form, at most one a field
     */
    public record Checked(Map<String, Object> values, List<FieldFault> faults) {

        public Checked {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
            faults = List.copyOf(faults);
        }

        public boolean isComplete() {
            return faults.isEmpty();
        }
    }

    /** Parameters of a request as this check takes them. */
    public static Map<String, List<String>> typed(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
    }

    /**
     * Reads all answers and names every fault.
     *
     * @param typed by field key; keys the form does not have are ignored
     * @param situation answers to the item's questions
     * @param applicant see {@link org.tongban.rules.Names#APPLICANT}
     * @param regions that answers can name
     */
    public static Checked check(
            ItemDefinition item,
            Map<String, List<String>> typed,
            Map<String, String> situation,
            Map<String, String> applicant,
            OfferedRegions regions) {
        return check(item, item.fields(), typed, situation, applicant, regions);
    }

    /**
     * As {@link #check(ItemDefinition, Map, Map, Map, OfferedRegions)}, with faults only of some
     * fields: for forms that are filled in page by page. All answers are still read, because
     * conditions of one page look at answers of another.
     */
    public static Checked check(
            ItemDefinition item,
            List<Field> asked,
            Map<String, List<String>> typed,
            Map<String, String> situation,
            Map<String, String> applicant,
            OfferedRegions regions) {
        var names = Applicability.names(item);
        var values = new LinkedHashMap<String, Object>();
        var applicable = new ArrayList<Field>();
        var faults = new HashMap<String, FieldFault>();
        for (var field : item.fields()) {
            // A condition sees the answers above it that apply themselves.
            var facts = new Facts(situation, FormValues.of(values, names), applicant);
            if (!Applicability.holds(field.when(), names, facts)) continue;
            applicable.add(field);
            switch (AnswerReader.read(field, typed.getOrDefault(field.key(), List.of()), regions)) {
                case Answer.Blank() -> {}
                case Answer.Read(var value) -> values.put(field.key(), value);
                case Answer.Unreadable(var problem, var details) ->
                        faults.put(field.key(), fault(field, problem, details));
            }
        }
        structuralFaults(applicable, values)
                .forEach(fault -> faults.putIfAbsent(fault.fieldKey(), fault));
        var order = item.fields().stream().map(Field::key).toList();
        var wanted = new HashSet<>(asked.stream().map(Field::key).toList());
        return new Checked(
                values,
                faults.values().stream()
                        .filter(fault -> wanted.contains(fault.fieldKey()))
                        .sorted(Comparator.comparingInt(f -> order.indexOf(f.fieldKey())))
                        .toList());
    }

    private static List<FieldFault> structuralFaults(
            List<Field> applicable, Map<String, Object> values) {
        var fields = applicable.stream().collect(Collectors.toMap(Field::key, field -> field));
        var faults = new ArrayList<FieldFault>();
        for (var error : schema(applicable).validate(MAPPER.valueToTree(values))) {
            var field = fields.get(fieldKey(error));
            if (field != null) faults.add(fault(field, error));
        }
        return faults;
    }

    private static Schema schema(List<Field> applicable) {
        var kept = SCHEMAS.get(applicable);
        if (kept != null) return kept;
        var made = REGISTRY.getSchema(MAPPER.readTree(FormSchema.of(applicable).json()));
        SCHEMAS.put(List.copyOf(applicable), made);
        return made;
    }

    private static String fieldKey(Error error) {
        var where = error.getInstanceLocation();
        return where.getNameCount() == 0
                ? String.valueOf(error.getProperty())
                : String.valueOf(where.getElement(0));
    }

    private static FieldFault fault(Field field, Error error) {
        return switch (error.getKeyword()) {
            case "required", "minItems", "minLength" ->
                    fault(field, missing(field.type()), List.of());
            case "maxLength" -> fault(field, "too-long", List.of(limit(error), length(error)));
            case "minimum" -> fault(field, "too-small", List.of(limit(error)));
            case "maximum" -> fault(field, "too-large", List.of(limit(error)));
            case "multipleOf" -> fault(field, "not-money", List.of());
            case "enum" -> fault(field, "unknown-choice", List.of());
            default -> fault(field, "unreadable", List.of());
        };
    }

    private static String limit(Error error) {
        return error.getSchemaNode().asString();
    }

    private static int length(Error error) {
        var text = error.getInstanceNode().asString();
        return text.codePointCount(0, text.length());
    }

    /** What to say when nothing was answered: how to answer that type. */
    private static String missing(FieldType type) {
        return switch (type) {
            case TEXT, LONGTEXT -> "missing.text";
            case INTEGER -> "missing.whole";
            case DECIMAL -> "missing.number";
            case MONEY -> "missing.money";
            case DATE -> "missing.date";
            case CHOICE, YESNO, REGION -> "missing.choice";
            case CHOICES -> "missing.choices";
            case NAME -> "missing.name";
            case CITIZEN_ID -> "missing.citizen-id";
            case CREDIT_CODE -> "missing.credit-code";
            case MOBILE -> "missing.mobile";
            case ADDRESS -> "missing.address";
        };
    }

    private static FieldFault fault(Field field, String problem, List<Object> details) {
        var arguments = new ArrayList<Object>();
        // A label may be a question, which cannot stand inside the sentence that names it.
        arguments.add(field.label().replaceAll("[？?]$", ""));
        arguments.addAll(details);
        return new FieldFault(field.key(), "catalogue.fault." + problem, arguments);
    }
}
