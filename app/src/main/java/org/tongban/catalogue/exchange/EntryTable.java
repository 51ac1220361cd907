package org.tongban.catalogue.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.entry.EntryTree;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries as rows of a table: one element a column. Lists of texts stand one a line in their cell;
 * what has parts (form, materials, steps …) stands there as JSON.
 */
final class EntryTable {

    /** The elements in the order of their columns; a dot leads into a part. */
    static final List<String> COLUMNS =
            List.of(
                    "key",
                    "agency",
                    "catalogCode",
                    "name",
                    "type",
                    "summary",
                    "alsoCalled",
                    "level",
                    "audience",
                    "themes",
                    "caseKind",
                    "limits.statutory.days",
                    "limits.statutory.unit",
                    "limits.statutory.basis",
                    "limits.promised.days",
                    "limits.promised.unit",
                    "visits",
                    "visitReason",
                    "onlineDepth",
                    "tolerant",
                    "supplementDays",
                    "silenceAgrees",
                    "conditions",
                    "specialProcedures",
                    "result.name",
                    "result.kind",
                    "result.certificate",
                    "legalBasis",
                    "fee",
                    "questions",
                    "form",
                    "materials",
                    "cancelledProofs",
                    "steps",
                    "faq",
                    "overrides",
                    "handling",
                    "fund",
                    "investment",
                    "realName");

    private static final Set<String> LINES =
            Set.of("alsoCalled", "audience", "themes", "conditions", "specialProcedures");
    private static final Set<String> PARTS =
            Set.of(
                    "legalBasis",
                    "fee",
                    "questions",
                    "form",
                    "materials",
                    "cancelledProofs",
                    "steps",
                    "faq",
                    "overrides",
                    "handling",
                    "fund",
                    "investment");
    private static final Set<String> WHOLE =
            Set.of(
                    "level",
                    "limits.statutory.days",
                    "limits.promised.days",
                    "visits",
                    "supplementDays");
    private static final Set<String> TRUTH = Set.of("tolerant", "silenceAgrees");

    private static final Pattern NAMED = Pattern.compile("(?:.*（)?([A-Za-z.]+)）?");
    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryTable() {}

    /** One row as a tree, and what could not be read of it. */
    record Read(Map<String, Object> tree, List<String> faults) {
        Read {
            faults = List.copyOf(faults);
        }
    }

    /** The row of an entry. */
    static List<String> row(ItemDefinition item) {
        var tree = EntryTree.of(item);
        return COLUMNS.stream()
                .map(column -> EntryTree.at(tree, column).map(EntryTable::cell).orElse(""))
                .toList();
    }

    private static String cell(Object value) {
        if (value instanceof List<?> list && list.isEmpty()) return "";
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).collect(Collectors.joining("\n"));
        }
        return value instanceof List<?> || value instanceof Map<?, ?>
                ? JSON.writeValueAsString(value)
                : value.toString();
    }

    /**
     * Which element stands in which column.
     *
     * @param names of the first line: an element's own name, or any words with it in brackets
     * @return empty when the columns {@code key} and {@code agency} are not among them
     */
    static Optional<Map<Integer, String>> columns(List<String> names) {
        var columns = new HashMap<Integer, String>();
        for (var i = 0; i < names.size(); i++) {
            var name = NAMED.matcher(names.get(i).strip());
            if (name.matches() && COLUMNS.contains(name.group(1))) columns.put(i, name.group(1));
        }
        return columns.containsValue("key") && columns.containsValue("agency")
                ? Optional.of(columns)
                : Optional.empty();
    }

    /** Reads a row. */
    static Read read(Map<Integer, String> columns, List<String> cells) {
        Map<String, Object> tree = new LinkedHashMap<>();
        var faults = new ArrayList<String>();
        for (var column : columns.entrySet()) {
            var element = column.getValue();
            var text = column.getKey() < cells.size() ? cells.get(column.getKey()) : "";
            if (text.isBlank()) continue;
            try {
                put(tree, element, value(element, text));
            } catch (JacksonException | NumberFormatException unreadable) {
                faults.add(element + (PARTS.contains(element) ? "：不是 JSON，请照导出的样子填写" : "：应当是整数"));
            } catch (IllegalArgumentException unreadable) {
                faults.add(element + "：应当是 true 或者 false");
            }
        }
        tree.putIfAbsent("fee", List.of());
        return new Read(tree, faults);
    }

    private static Object value(String element, String text) {
        if (PARTS.contains(element)) {
            return Optional.<Object>ofNullable(JSON.readValue(text, Object.class))
                    .orElse(List.of());
        }
        if (LINES.contains(element)) {
            return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
        if (WHOLE.contains(element)) return Integer.valueOf(text.strip());
        if (TRUTH.contains(element)) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "是" -> true;
                case "false", "否" -> false;
                default -> throw new IllegalArgumentException(text);
            };
        }
        return text.strip();
    }

    @SuppressWarnings("unchecked") // What lies on the way was put there as a map.
    private static void put(Map<String, Object> tree, String path, Object value) {
        var here = tree;
        var steps = path.split("\\.", -1);
        for (var i = 0; i < steps.length - 1; i++) {
            here = (Map<String, Object>) here.computeIfAbsent(steps[i], _ -> new LinkedHashMap<>());
        }
        here.put(steps[steps.length - 1], value);
    }
}
