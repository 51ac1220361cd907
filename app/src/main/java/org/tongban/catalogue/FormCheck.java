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

    /** Steps of a path that leads into a cell: the group, the row, the field. */
    private static final int CELL = 3;

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
     *     BigDecimal}, {@code Boolean}, list of texts, of a group list of maps; a date is a text
     *     {@code yyyy-MM-dd}
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
            if (field.isGroup()) {
                var rows = rows(field, typed, regions, faults);
                if (!rows.isEmpty()) values.put(field.key(), rows);
            } else {
                read(field, field.label(), typed, regions, values, field.key(), faults);
            }
        }
        structuralFaults(applicable, values)
                .forEach(fault -> faults.putIfAbsent(fault.fieldKey(), fault));
        var order = order(item.fields(), values);
        var wanted = new HashSet<>(asked.stream().map(Field::key).toList());
        return new Checked(
                values,
                faults.values().stream()
                        .filter(fault -> wanted.contains(fault.asked()))
                        .sorted(Comparator.comparingInt(f -> order.indexOf(f.fieldKey())))
                        .toList());
    }

    /** Reads one answer into the values, or says what is the matter with it. */
    private static void read(
            Field field,
            String called,
            Map<String, List<String>> typed,
            OfferedRegions regions,
            Map<String, Object> values,
            String under,
            Map<String, FieldFault> faults) {
        switch (AnswerReader.read(field, typed.getOrDefault(field.key(), List.of()), regions)) {
            case Answer.Blank() -> {}
            case Answer.Read(var value) -> values.put(under, value);
            case Answer.Unreadable(var problem, var details) ->
                    faults.put(field.key(), fault(field.key(), called, problem, details));
        }
    }

    private static List<Map<String, Object>> rows(
            Field group,
            Map<String, List<String>> typed,
            OfferedRegions regions,
            Map<String, FieldFault> faults) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var row = 0; row < FormRows.answered(group, typed); row++) {
            var values = new LinkedHashMap<String, Object>();
            for (var below : group.fields()) {
                var cell = FormRows.cell(group, row, below);
                read(cell, called(group, row, below), typed, regions, values, below.key(), faults);
            }
            rows.add(values);
        }
        return rows;
    }

    /** What a cell is called where its row cannot be seen. */
    private static String called(Field group, int row, Field below) {
        return group.label() + " " + (row + 1) + " " + below.label();
    }

    /** Keys of the fields as they are asked, with those of the cells behind their group's. */
    private static List<String> order(List<Field> fields, Map<String, Object> values) {
        var order = new ArrayList<String>();
        for (var field : fields) {
            order.add(field.key());
            if (!field.isGroup()) continue;
            var rows = FormRows.checked(values.getOrDefault(field.key(), List.of())).size();
            for (var row = 0; row < rows; row++) {
                FormRows.cells(field, row).forEach(cell -> order.add(cell.key()));
            }
        }
        return order;
    }

    private static List<FieldFault> structuralFaults(
            List<Field> applicable, Map<String, Object> values) {
        var fields = applicable.stream().collect(Collectors.toMap(Field::key, field -> field));
        var faults = new ArrayList<FieldFault>();
        for (var error : schema(applicable).validate(MAPPER.valueToTree(values))) {
            var where = where(error);
            var field = fields.get(where.getFirst());
            if (field != null) faults.add(fault(field, where, error));
        }
        return faults;
    }

    /** Of the answer itself, or of a cell of a row of it. */
    private static FieldFault fault(Field field, List<String> where, Error error) {
        if (!field.isGroup() || where.size() < CELL) {
            return fault(field, field.key(), field.label(), error);
        }
        var row = Integer.parseInt(where.get(1));
        return field.fields().stream()
                .filter(below -> below.key().equals(where.get(2)))
                .findFirst()
                .map(
                        below ->
                                fault(
                                        below,
                                        FormRows.key(field, row, below.key()),
                                        called(field, row, below),
                                        error))
                .orElseGet(() -> fault(field, field.key(), field.label(), error));
    }

    private static Schema schema(List<Field> applicable) {
        var kept = SCHEMAS.get(applicable);
        if (kept != null) return kept;
        var made = REGISTRY.getSchema(MAPPER.readTree(FormSchema.of(applicable).json()));
        SCHEMAS.put(List.copyOf(applicable), made);
        return made;
    }

    /** The keys and numbers that lead to what is wrong, or to where something is missing. */
    private static List<String> where(Error error) {
        var found = new ArrayList<String>();
        var at = error.getInstanceLocation();
        for (var i = 0; i < at.getNameCount(); i++) found.add(String.valueOf(at.getElement(i)));
        if (error.getProperty() != null) found.add(error.getProperty());
        return found;
    }

    private static FieldFault fault(Field field, String key, String called, Error error) {
        return switch (error.getKeyword()) {
            case "minItems" ->
                    field.isGroup()
                            ? fault(key, called, "rows-few", List.of(limit(error)))
                            : fault(key, called, missing(field.type()), List.of());
            case "maxItems" ->
                    fault(
                            key,
                            called,
                            field.isGroup() ? "rows-many" : "files-many",
                            List.of(limit(error)));
            case "required", "minLength" -> fault(key, called, missing(field.type()), List.of());
            case "maxLength" ->
                    fault(key, called, "too-long", List.of(limit(error), length(error)));
            case "minimum" -> fault(key, called, "too-small", List.of(limit(error)));
            case "maximum" -> fault(key, called, "too-large", List.of(limit(error)));
            case "multipleOf" -> fault(key, called, "not-money", List.of());
            case "enum" -> fault(key, called, "unknown-choice", List.of());
            default -> fault(key, called, "unreadable", List.of());
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
            case PROJECT_CODE -> "missing.project-code";
            case MOBILE -> "missing.mobile";
            case ADDRESS -> "missing.address";
            case GROUP -> "missing.rows";
            case FILE -> "missing.file";
        };
    }

    private static FieldFault fault(
            String key, String called, String problem, List<Object> details) {
        var arguments = new ArrayList<Object>();
        // A label may be a question, which cannot stand inside the sentence that names it.
        arguments.add(called.replaceAll("[？?]$", ""));
        arguments.addAll(details);
        return new FieldFault(key, "catalogue.fault." + problem, arguments);
    }
}
