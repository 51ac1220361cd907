package org.tongban.pack;

import static org.tongban.schema.Tables.FOREIGN_ITEM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.codes.CreditCode;
import org.tongban.codes.ItemType;
import org.tongban.codes.RegionCode;
import org.tongban.database.RowIds;

/**
 * Takes over the item list of another place. Every row is kept as it came, with everything that is
 * wrong with it: such lists are wrong in many places, and a row that is refused is lost.
 */
@Component
public class ForeignItems {

    static final List<String> HEADER =
            List.of(
                    "department",
                    "agency_credit_code",
                    "main_item",
                    "item_name",
                    "local_code",
                    "item_type_code",
                    "region_code");

    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final int DEPARTMENT = 0;
    private static final int AGENCY_CODE = 1;
    private static final int NAME = 3;
    private static final int LOCAL_CODE = 4;
    private static final int TYPE_CODE = 5;
    private static final int REGION_CODE = 6;

    /** Local base code, region, 000, credit code of the body, level, serial. */
    private static final Pattern LOCAL =
            Pattern.compile("([0-9A-Z]+)-(\\d+)-(\\d{3})-([0-9A-Z]*)-(\\d)-(\\d{2})");

    private static final int BASE_LENGTH = 12;
    private static final int CREDIT_CODE_LENGTH = 18;

    private final DSLContext db;
    private final RowIds ids;

    public ForeignItems(DSLContext db, RowIds ids) {
        this.db = db;
        this.ids = ids;
    }

    /** What can be wrong with a row of such a list. */
    public enum Fault {
        AGENCY_CODE_MISSING("没有部门的统一社会信用代码"),
        AGENCY_CODE_WRONG("部门的统一社会信用代码不对"),
        LOCAL_CODE_UNREADABLE("事项编码读不出来"),
        LOCAL_CODE_BASE_LENGTH("事项编码里的基本编码不是 12 位"),
        LOCAL_CODE_AGENCY_TRUNCATED("事项编码里的信用代码不足 18 位，被截短了"),
        LOCAL_CODE_AGENCY_WRONG("事项编码里的信用代码校验不对"),
        LOCAL_CODE_OTHER_AGENCY("事项编码里的信用代码和部门的不同"),
        LOCAL_CODE_OTHER_REGION("事项编码里的区划和区划一栏不同"),
        LOCAL_CODE_TWICE("事项编码重复"),
        TYPE_UNKNOWN("事项类型不在表中"),
        REGION_WRONG("区划代码不对"),
        NAME_MISSING("没有事项名称"),
        DEPARTMENT_MISSING("没有部门"),
        ROW_INCOMPLETE("列数不对");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** As stored. */
        String stored() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One row.
     *
     * @param line in the file, counted from 1; the header is line 1
     */
    public record Row(
            int line,
            String department,
            String agencyCode,
            String name,
            String localCode,
            String typeCode,
            String regionCode,
            List<Fault> faults) {
        public Row {
            faults = List.copyOf(faults);
        }
    }

    /** All rows of a file, stored under one import. */
    public record Taken(UUID importId, List<Row> rows) {
        public Taken {
            rows = List.copyOf(rows);
        }

        /** How many rows have each fault. */
        public Map<Fault, Long> counts() {
            var counts = new java.util.EnumMap<Fault, Long>(Fault.class);
            rows.forEach(row -> row.faults().forEach(f -> counts.merge(f, 1L, Long::sum)));
            return counts;
        }

        public long sound() {
            return rows.stream().filter(row -> row.faults().isEmpty()).count();
        }
    }

    /** The file is not such a list. */
    public static final class NotSuchAList extends IOException {
        NotSuchAList(String message) {
            super(message);
        }
    }

    /**
     * Reads and stores a list; all of it or nothing.
     *
     * @throws NotSuchAList when the header is another one or the file is too large
     * @throws IOException when it cannot be read
     */
    public Taken take(Path file) throws IOException {
        var rows = read(file);
        var importId = ids.next();
        db.transaction(
                work ->
                        work.dsl()
                                .batch(
                                        rows.stream()
                                                .map(row -> insert(work.dsl(), importId, row))
                                                .toList())
                                .execute());
        return new Taken(importId, rows);
    }

    private static org.jooq.Query insert(DSLContext tx, UUID importId, Row row) {
        return tx.insertInto(FOREIGN_ITEM)
                .set(FOREIGN_ITEM.IMPORT_ID, importId)
                .set(FOREIGN_ITEM.LINE, row.line())
                .set(FOREIGN_ITEM.DEPARTMENT, row.department())
                .set(FOREIGN_ITEM.AGENCY_CODE, row.agencyCode())
                .set(FOREIGN_ITEM.NAME, row.name())
                .set(FOREIGN_ITEM.LOCAL_CODE, row.localCode())
                .set(FOREIGN_ITEM.TYPE_CODE, row.typeCode())
                .set(FOREIGN_ITEM.REGION_CODE, row.regionCode())
                .set(
                        FOREIGN_ITEM.FAULTS,
                        row.faults().stream().map(Fault::stored).toArray(String[]::new));
    }

    static List<Row> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) throw new NotSuchAList("文件太大，最多 50 MB");
        var rows = new ArrayList<Row>();
        var seen = new HashMap<String, Integer>();
        try (var reader = Files.newBufferedReader(file);
                var parser = CSVFormat.DEFAULT.builder().setTrim(true).get().parse(reader)) {
            var records = parser.iterator();
            if (!records.hasNext() || !header(records.next()).equals(HEADER)) {
                throw new NotSuchAList("表头不对，应当是 " + String.join(",", HEADER));
            }
            // Asked before the next row is read: where that row begins.
            var line = (int) parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                rows.add(row(records.next(), line, seen));
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        }
        return rows;
    }

    private static List<String> header(CSVRecord first) {
        return first.stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
    }

    private static Row row(CSVRecord row, int line, Map<String, Integer> seen) {
        var faults = new ArrayList<Fault>();
        if (row.size() != HEADER.size()) faults.add(Fault.ROW_INCOMPLETE);
        var department = cell(row, DEPARTMENT);
        var agencyCode = cell(row, AGENCY_CODE);
        var name = cell(row, NAME);
        var localCode = cell(row, LOCAL_CODE);
        var typeCode = cell(row, TYPE_CODE);
        var regionCode = cell(row, REGION_CODE);
        if (department.isEmpty()) faults.add(Fault.DEPARTMENT_MISSING);
        if (name.isEmpty()) faults.add(Fault.NAME_MISSING);
        if (agencyCode.isEmpty()) faults.add(Fault.AGENCY_CODE_MISSING);
        else if (!CreditCode.read(agencyCode).isValid()) faults.add(Fault.AGENCY_CODE_WRONG);
        localCodeFaults(localCode, agencyCode, regionCode, faults);
        if (!localCode.isEmpty() && seen.putIfAbsent(localCode, line) != null) {
            faults.add(Fault.LOCAL_CODE_TWICE);
        }
        if (type(typeCode).isEmpty()) faults.add(Fault.TYPE_UNKNOWN);
        if (!RegionCode.read(regionCode).isValid()) faults.add(Fault.REGION_WRONG);
        return new Row(line, department, agencyCode, name, localCode, typeCode, regionCode, faults);
    }

    private static void localCodeFaults(
            String localCode, String agencyCode, String regionCode, List<Fault> faults) {
        var parts = LOCAL.matcher(localCode);
        if (!parts.matches()) {
            faults.add(Fault.LOCAL_CODE_UNREADABLE);
            return;
        }
        if (parts.group(1).length() != BASE_LENGTH) faults.add(Fault.LOCAL_CODE_BASE_LENGTH);
        if (!parts.group(2).equals(regionCode)) faults.add(Fault.LOCAL_CODE_OTHER_REGION);
        var inside = parts.group(4);
        if (inside.length() < CREDIT_CODE_LENGTH) faults.add(Fault.LOCAL_CODE_AGENCY_TRUNCATED);
        else if (!CreditCode.read(inside).isValid()) faults.add(Fault.LOCAL_CODE_AGENCY_WRONG);
        if (!agencyCode.isEmpty() && !inside.equals(agencyCode)) {
            faults.add(Fault.LOCAL_CODE_OTHER_AGENCY);
        }
    }

    /** Such lists write 1 for 01. */
    private static Optional<ItemType> type(String code) {
        return ItemType.ofCode(code.length() == 1 ? "0" + code : code);
    }

    private static String cell(CSVRecord row, int column) {
        return row.size() > column ? row.get(column) : "";
    }
}
