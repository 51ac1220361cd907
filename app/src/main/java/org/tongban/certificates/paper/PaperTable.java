package org.tongban.certificates.paper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.catalogue.sheet.TableFile;
import org.tongban.catalogue.sheet.TableFile.Unreadable;
import org.tongban.certificates.CertificateType;
import org.tongban.certificates.claim.Parts;
import org.tongban.web.Texts;

/** The table in which old certificates of one type come in: one a line, one part a column. */
final class PaperTable {

    /** A county's certificates of one type come in several files. */
    static final int MOST_LINES = 20_000;

    private PaperTable() {}

    /**
     * A line as typed.
     *
     * @param line in the file; the names of the columns are line 1
     */
    record Row(int line, Map<String, String> cells) {
        Row {
            cells = Map.copyOf(cells);
        }

        String cell(String part) {
            return cells.getOrDefault(part, "");
        }
    }

    /** The names of the columns of a type. */
    static List<String> header(CertificateType type, Texts texts) {
        return Parts.of(type).stream().map(part -> Parts.label(part, type, texts)).toList();
    }

    /**
     * All lines of a file.
     *
     * @param name tells the kind: {@code .csv} or {@code .xlsx}
     * @throws Unreadable when it is neither, lacks columns or is too long; the message is for
     *     people
     */
    static List<Row> read(String name, byte[] file, CertificateType type, Texts texts)
            throws Unreadable {
        var table = TableFile.read(file, name.toLowerCase(Locale.ROOT).endsWith(".xlsx"));
        if (table.size() < 2) throw TableFile.unreadable(texts.localize("paper.file.empty"));
        if (table.size() - 1 > MOST_LINES) {
            throw TableFile.unreadable(texts.localize("paper.file.long", MOST_LINES));
        }
        var columns = columns(table.getFirst(), type, texts);
        var rows = new ArrayList<Row>();
        for (var at = 1; at < table.size(); at++) {
            var cells = new HashMap<String, String>();
            var line = table.get(at);
            columns.forEach(
                    (column, part) -> {
                        if (column < line.size() && !line.get(column).isBlank()) {
                            cells.put(part, line.get(column));
                        }
                    });
            if (!cells.isEmpty()) rows.add(new Row(at + 1, cells));
        }
        if (rows.isEmpty()) throw TableFile.unreadable(texts.localize("paper.file.empty"));
        return rows;
    }

    private static Map<Integer, String> columns(
            List<String> names, CertificateType type, Texts texts) throws Unreadable {
        var parts = new HashMap<String, String>();
        Parts.of(type).forEach(part -> parts.put(plain(Parts.label(part, type, texts)), part));
        var columns = new HashMap<Integer, String>();
        for (var at = 0; at < names.size(); at++) {
            var part = parts.remove(plain(names.get(at)));
            if (part != null) columns.put(at, part);
        }
        // What may be left out in every line may be left out as a column.
        var missing =
                Parts.of(type).stream()
                        .filter(part -> !columns.containsValue(part))
                        .filter(part -> !mayBeAbsent(part, type))
                        .map(part -> Parts.label(part, type, texts))
                        .toList();
        if (!missing.isEmpty()) {
            throw TableFile.unreadable(
                    texts.localize("paper.file.columns", String.join("、", missing)));
        }
        return columns;
    }

    private static boolean mayBeAbsent(String part, CertificateType type) {
        return part.equals(Parts.SCAN)
                || (part.equals(Parts.VALID_UNTIL) && type.years().isEmpty())
                || type.fields().stream()
                        .anyMatch(face -> Parts.of(face).equals(part) && face.mayBeLeftOut());
    }

    private static String plain(String name) {
        return name.replaceAll("[\\s*＊]", "").replace('(', '（').replace(')', '）');
    }
}
