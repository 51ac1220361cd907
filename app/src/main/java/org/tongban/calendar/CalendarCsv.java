package org.tongban.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads an arrangement of days from a text of three columns, {@code day,kind,name}, with that
 * header: {@code 2026-10-10,work,国庆节}. Kind is {@code rest} or {@code work}; a name holds no comma.
 * Every fault is reported with its line, so that all can be put right at once.
 */
public final class CalendarCsv {

    private static final String HEADER = "day,kind,name";

    private CalendarCsv() {}

    /**
     * What a text held.
     *
     * @param days the rows without a fault, in the order of the text
     * @param faults what is wrong; empty when every row could be read
     */
    public record Arrangement(List<CalendarDay> days, List<Fault> faults) {
        public Arrangement {
            days = List.copyOf(days);
            faults = List.copyOf(faults);
        }
    }

    /**
     * One thing wrong with a text.
     *
     * @param line counted from 1, the header included
     * @param reason what is the matter
     * @param given the words at fault, at most 100 characters
     */
    public record Fault(int line, Reason reason, String given) {
        public Fault {
            given = given.substring(0, Math.min(given.length(), 100));
        }
    }

    /** What can be wrong with a line. */
    public enum Reason {
        HEADER_MISSING,
        COLUMNS_NOT_THREE,
        DAY_IMPOSSIBLE,
        KIND_UNKNOWN,
        NAME_MISSING_OR_LONG,
        DAY_REPEATED,
        /** More rows than {@link #MOST_ROWS}; the rest was not read. */
        TOO_MANY_ROWS
    }

    /** A century of arrangements. */
    public static final int MOST_ROWS = 10_000;

    /**
     * Reads to the end; the caller closes the reader.
     *
     * @throws IOException when the reader fails, never for what the text says
     */
    public static Arrangement read(Reader text) throws IOException {
        var lines = new BufferedReader(text);
        var days = new ArrayList<CalendarDay>();
        var faults = new ArrayList<Fault>();
        var header = withoutByteOrderMark(Optional.ofNullable(lines.readLine()).orElse(""));
        if (!header.strip().equals(HEADER)) {
            faults.add(new Fault(1, Reason.HEADER_MISSING, header));
            return new Arrangement(days, faults);
        }
        var seen = new HashSet<LocalDate>();
        var number = 1;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number > MOST_ROWS) {
                faults.add(new Fault(number, Reason.TOO_MANY_ROWS, ""));
                break;
            }
            if (!line.isBlank()) {
                readRow(number, line, seen, days, faults);
            }
        }
        return new Arrangement(days, faults);
    }

    private static void readRow(
            int number,
            String line,
            Set<LocalDate> seen,
            List<CalendarDay> days,
            List<Fault> faults) {
        var cells = line.split(",", -1);
        if (cells.length != 3) {
            faults.add(new Fault(number, Reason.COLUMNS_NOT_THREE, line));
            return;
        }
        var day = day(cells[0].strip());
        var kind = kind(cells[1].strip());
        var name = cells[2].strip();
        var nameFits = !name.isEmpty() && name.length() <= CalendarDay.LONGEST_NAME;
        if (day.isEmpty()) {
            faults.add(new Fault(number, Reason.DAY_IMPOSSIBLE, cells[0]));
        }
        if (kind.isEmpty()) {
            faults.add(new Fault(number, Reason.KIND_UNKNOWN, cells[1]));
        }
        if (!nameFits) {
            faults.add(new Fault(number, Reason.NAME_MISSING_OR_LONG, cells[2]));
        }
        if (day.isPresent() && !seen.add(day.get())) {
            faults.add(new Fault(number, Reason.DAY_REPEATED, cells[0]));
        } else if (day.isPresent() && kind.isPresent() && nameFits) {
            days.add(new CalendarDay(day.get(), kind.get(), name));
        }
    }

    private static Optional<LocalDate> day(String cell) {
        try {
            return Optional.of(LocalDate.parse(cell));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static Optional<CalendarDay.Kind> kind(String cell) {
        return switch (cell) {
            case "rest" -> Optional.of(CalendarDay.Kind.REST);
            case "work" -> Optional.of(CalendarDay.Kind.WORK);
            default -> Optional.empty();
        };
    }

    /** Spreadsheet programs begin a UTF-8 text with this invisible mark. */
    private static String withoutByteOrderMark(String line) {
        return line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
