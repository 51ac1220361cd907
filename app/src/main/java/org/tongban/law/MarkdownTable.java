package org.tongban.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the tables of a Markdown text on the classpath. It understands what {@code law/} uses: a
 * header row, a line of dashes, rows of cells between bars. A cell holds no bar itself.
 */
public final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The rows of the table below the heading {@code Worked examples}, in the order of the file,
     * each as cell text by column name.
     *
     * @param resource absolute name on the classpath, such as {@code /law/licensing/42.md}
     * @throws IllegalArgumentException when the resource, the heading or the table is missing, or a
     *     row has more or fewer cells than the header
     */
    public static List<Map<String, String>> rows(String resource) {
        return rows(resource, "Worked examples");
    }

    /**
     * The rows of the first table below the given heading.
     *
     * @param heading words of the heading, without the number signs
     * @throws IllegalArgumentException as for {@link #rows(String)}
     */
    public static List<Map<String, String>> rows(String resource, String heading) {
        var table = new ArrayList<List<String>>();
        var below = false;
        for (var line : text(resource).lines().toList()) {
            if (line.startsWith("#")) {
                if (!table.isEmpty()) {
                    break;
                }
                below = withoutNumberSigns(line).equals(heading);
            } else if (below && line.startsWith("|")) {
                table.add(cells(line));
            } else if (!table.isEmpty()) {
                break;
            }
        }
        if (table.size() < 2) {
            throw new IllegalArgumentException(
                    "%s has no table below the heading '%s'".formatted(resource, heading));
        }
        return named(resource, table);
    }

    static String text(String resource) {
        try (InputStream in = MarkdownTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + resource, e);
        }
    }

    static String withoutNumberSigns(String heading) {
        return heading.replaceFirst("^#+", "").strip();
    }

    private static List<Map<String, String>> named(String resource, List<List<String>> table) {
        var header = table.getFirst();
        var rows = new ArrayList<Map<String, String>>();
        for (var cells : table.subList(2, table.size())) {
            if (cells.size() != header.size()) {
                throw new IllegalArgumentException(
                        "%s: the row %s has %d cells, its header %d"
                                .formatted(resource, cells, cells.size(), header.size()));
            }
            var row = new LinkedHashMap<String, String>();
            for (var column = 0; column < header.size(); column++) {
                row.put(header.get(column), cells.get(column));
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        var inner = line.strip();
        inner = inner.substring(1, inner.endsWith("|") ? inner.length() - 1 : inner.length());
        return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
