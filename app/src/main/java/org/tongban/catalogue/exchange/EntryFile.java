package org.tongban.catalogue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.catalogue.sheet.TableFile.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A file of entries, read row by row whatever its kind. */
final class EntryFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryFile() {}

    /**
     * One row.
     *
     * @param line in the file; in JSON the number of the element and one, as if names stood above
     */
    record Line(int line, Map<String, Object> tree, List<String> faults) {
        Line {
            faults = List.copyOf(faults);
        }

        String key() {
            return tree.get("key") instanceof String key ? key : "";
        }
    }

    static List<Line> read(String name, byte[] file) throws Unreadable {
        var plain = name.toLowerCase(Locale.ROOT);
        if (file.length > TableFile.MOST_BYTES) {
            throw TableFile.unreadable("文件超过 20 MB，请分成几个文件");
        }
        var lines =
                plain.endsWith(".json")
                        ? json(file)
                        : table(TableFile.read(file, plain.endsWith(".xlsx")));
        if (lines.isEmpty()) throw TableFile.unreadable("文件里没有事项");
        if (lines.size() > Exchange.MOST_ROWS) {
            throw TableFile.unreadable("一次最多 " + Exchange.MOST_ROWS + " 行，请分成几个文件");
        }
        return lines;
    }

    private static List<Line> table(List<List<String>> rows) throws Unreadable {
        if (rows.isEmpty()) throw TableFile.unreadable("文件里没有事项");
        var columns = EntryTable.columns(rows.getFirst());
        if (columns.isEmpty()) {
            throw TableFile.unreadable("第一行要有列名，至少有 key 和 agency；请先导出一份，照它的列填写");
        }
        var lines = new ArrayList<Line>();
        for (var i = 1; i < rows.size(); i++) {
            var read = EntryTable.read(columns.get(), rows.get(i));
            lines.add(new Line(i + 1, read.tree(), faults(read.tree(), read.faults())));
        }
        return lines;
    }

    private static List<Line> json(byte[] file) throws Unreadable {
        List<?> elements;
        try {
            elements = JSON.readValue(file, List.class);
        } catch (JacksonException broken) {
            throw TableFile.unreadable("这不是 JSON 数组，请照导出的样子准备");
        }
        var lines = new ArrayList<Line>();
        for (var element : elements) {
            var tree = new LinkedHashMap<String, Object>();
            if (element instanceof Map<?, ?> map) {
                map.forEach(
                        (key, value) -> {
                            if (value != null) tree.put(key.toString(), value);
                        });
            }
            lines.add(new Line(lines.size() + 2, tree, faults(tree, List.of())));
        }
        return lines;
    }

    private static List<String> faults(Map<String, Object> tree, List<String> others) {
        var faults = new ArrayList<>(others);
        if (!(tree.get("key") instanceof String key) || key.isBlank()) {
            faults.add("key：没有填写");
        }
        return faults;
    }
}
