package org.tongban.catalogue;

import java.math.BigDecimal;
import java.util.Collection;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (2020-12) of the answers to a form. Conditions are not in it: they are evaluated
 * before, and the schema is made of the fields that apply.
 *
 * <p>Beside the standard keywords each property has {@code x-label}, {@code x-type} (as in packs)
 * and, where the pack says so, {@code x-hint} and {@code x-prefill}.
 *
 * @param json the schema's text
 */
public record FormSchema(String json) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Characters of an answer where the pack states no limit. */
    private static final int LONGEST_LINE = 200;

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 100;

    /** Of one answer. */
    private static final int MOST_FILES = 10;

    /** The schema in which every field without a condition that must be answered is required. */
    public static FormSchema of(ItemDefinition item) {
        return compiled(item.fields(), false);
    }

    /** The schema of the fields that apply; those of them that must be answered are required. */
    public static FormSchema of(Collection<Field> applicable) {
        return compiled(applicable, true);
    }

    private static FormSchema compiled(Collection<Field> fields, boolean conditionsHold) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var field : fields) {
            describe(field, properties.putObject(field.key()));
            if (field.required() && (conditionsHold || field.when() == null)) {
                required.add(field.key());
            }
        }
        return new FormSchema(MAPPER.writeValueAsString(schema));
    }

    private static void describe(Field field, ObjectNode property) {
        switch (field.type()) {
            case TEXT, ADDRESS -> text(field, property, LONGEST_LINE);
            case REGION -> property.put("type", "string").put("pattern", "^[0-9]{12}$");
            case LONGTEXT -> text(field, property, LONGEST_TEXT);
            case NAME -> text(field, property, LONGEST_NAME);
            case INTEGER -> number(field, property.put("type", "integer"));
            case DECIMAL -> number(field, property.put("type", "number"));
            case MONEY ->
                    number(
                            field,
                            property.put("type", "number")
                                    .put("multipleOf", new BigDecimal("0.01")));
            case DATE -> property.put("type", "string").put("format", "date");
            case YESNO -> property.put("type", "boolean");
            case CHOICE -> options(field, property.put("type", "string"));
            case CHOICES -> {
                property.put("type", "array").put("uniqueItems", true);
                if (field.required()) property.put("minItems", 1);
                options(field, property.putObject("items").put("type", "string"));
            }
            case CITIZEN_ID ->
                    property.put("type", "string").put("pattern", "^[1-9][0-9]{16}[0-9X]$");
            case CREDIT_CODE -> property.put("type", "string").put("pattern", "^[0-9A-Z]{18}$");
            case PROJECT_CODE ->
                    property.put("type", "string")
                            .put("pattern", "^[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}$");
            case MOBILE -> property.put("type", "string").put("pattern", "^1[0-9]{10}$");
            case FILE -> {
                property.put("type", "array").put("uniqueItems", true).put("maxItems", MOST_FILES);
                if (field.required()) property.put("minItems", 1);
                property.putObject("items").put("type", "string").put("format", "uuid");
            }
            case GROUP -> rows(field, property.put("type", "array"));
        }
        property.put("x-label", field.label());
        property.put("x-type", MAPPER.convertValue(field.type(), String.class));
        if (field.hint() != null) property.put("x-hint", field.hint());
        if (field.prefill() != null) property.put("x-prefill", field.prefill());
    }

    /** Each row is an object of its own. */
    private static void rows(Field group, ObjectNode property) {
        if (FormRows.least(group) > 0) property.put("minItems", FormRows.least(group));
        property.put("maxItems", FormRows.most(group));
        var row = property.putObject("items");
        row.put("type", "object").put("additionalProperties", false);
        var properties = row.putObject("properties");
        var required = row.putArray("required");
        for (var below : group.fields()) {
            describe(below, properties.putObject(below.key()));
            if (below.required()) required.add(below.key());
        }
    }

    private static void text(Field field, ObjectNode property, int longest) {
        var stated = field.maxLength();
        property.put("type", "string").put("minLength", 1);
        property.put("maxLength", stated == null ? longest : stated);
    }

    private static void number(Field field, ObjectNode property) {
        if (field.min() != null) property.put("minimum", new BigDecimal(field.min()));
        if (field.max() != null) property.put("maximum", new BigDecimal(field.max()));
    }

    private static void options(Field field, ObjectNode property) {
        var values = property.putArray("enum");
        field.choices().stream().map(Choice::value).forEach(values::add);
    }
}
