package org.tongban.catalogue.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A table with one line of names above its rows. Cells are texts. A cell that a spreadsheet would
 * take for a formula is written behind an apostrophe, which reading takes away again.
 */
public final class TableFile {

    /** A larger file is not read: 20 MB, what the server takes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** What a cell of Excel holds. */
    public static final int LONGEST_CELL = 32_767;

    private static final String FORMULA = "=+-@\t\r";
    private static final char BOM = '\uFEFF';
    private static final int WIDTH = 24;

    private TableFile() {}

    /** The file is no table of the kind its name says; the message is for people. */
    public static final class Unreadable extends IOException {
        Unreadable(String message) {
            super(message);
        }
    }

    /** For readers of other kinds of files that people hand in. */
    public static Unreadable unreadable(String message) {
        return new Unreadable(message);
    }

    /** CSV in UTF-8 with a mark that makes Excel read it as such. */
    public static byte[] csv(List<String> header, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.write(BOM);
            try (var csv = CSVFormat.RFC4180.print(text)) {
                csv.printRecord(header);
                for (var row : rows) csv.printRecord(row.stream().map(TableFile::guarded).toList());
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refuses to be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * An Excel workbook with one sheet.
     *
     * @throws IllegalArgumentException when a cell is longer than {@link #LONGEST_CELL}
     */
    public static byte[] excel(String title, List<String> header, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Tongban", "1.0")) {
            var sheet = book.newWorksheet(title);
            for (var column = 0; column < header.size(); column++) {
                sheet.value(0, column, header.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, WIDTH);
            }
            sheet.freezePane(0, 1);
            for (var line = 0; line < rows.size(); line++) {
                var row = rows.get(line);
                for (var column = 0; column < row.size(); column++) {
                    if (row.get(column).length() > LONGEST_CELL) {
                        throw new IllegalArgumentException("a cell is too long for Excel");
                    }
                    if (!row.get(column).isEmpty()) {
                        sheet.value(line + 1, column, row.get(column));
                    }
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("memory refuses to be written", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * All rows of a file, the line of names first. Rows may be of different lengths.
     *
     * @param excel whether it is a workbook, of which the first sheet counts
     */
    public static List<List<String>> read(byte[] file, boolean excel) throws Unreadable {
        if (file.length > MOST_BYTES) throw new Unreadable("文件超过 20 MB，请分成几个文件");
        return excel ? workbook(file) : csv(file);
    }

    private static List<List<String>> csv(byte[] file) throws Unreadable {
        try (var csv =
                CSVFormat.RFC4180
                        .builder()
                        .setIgnoreEmptyLines(true)
                        .get()
                        .parse(Reader.of(decoded(file)))) {
            var rows = new ArrayList<List<String>>();
            for (var line : csv) rows.add(line.stream().map(TableFile::unguarded).toList());
            return rows;
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException broken) {
            throw new Unreadable("这不是 CSV 表格：引号不成对，或者编码不对");
        }
    }

    /** UTF-8, or what Excel in Chinese saves when nobody tells it otherwise. */
    private static String decoded(byte[] file) throws CharacterCodingException {
        String text;
        try {
            text = strictly(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException other) {
            text = strictly(file, Charset.forName("GB18030"));
        }
        return !text.isEmpty() && text.charAt(0) == BOM ? text.substring(1) : text;
    }

    private static String strictly(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file))
                .toString();
    }

    private static List<List<String>> workbook(byte[] file) throws Unreadable {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file));
                var lines = book.getFirstSheet().openStream()) {
            return lines.map(TableFile::cells).filter(row -> !row.isEmpty()).toList();
        } catch (IOException | RuntimeException broken) {
            // The reader throws what it likes at a file that is none; all of it means the same.
            throw new Unreadable("这不是 Excel 工作簿（.xlsx），请另存为 .xlsx 或者 CSV 再上传");
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (var column = 0; column < row.getCellCount(); column++) {
            cells.add(row.getCellRawValue(column).isEmpty() ? "" : row.getCellText(column));
        }
        return cells.stream().allMatch(String::isBlank) ? List.of() : List.copyOf(cells);
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String unguarded(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0
                ? cell.substring(1)
                : cell;
    }
}
