package org.tongban.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongban.law.MarkdownTable;

/** One worked example of a file in {@code law/}, with its cells as what they mean. */
record Row(String file, Map<String, String> cells) {

    static Stream<Row> of(String... files) {
        return Stream.of(files)
                .flatMap(
                        file ->
                                MarkdownTable.rows("/law/" + file).stream()
                                        .map(cells -> new Row(file, cells)));
    }

    String text(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    LocalDate day(String column) {
        return LocalDate.parse(text(column));
    }

    /** The first of the columns that the table has. */
    String either(String... columns) {
        return Stream.of(columns)
                .filter(cells::containsKey)
                .map(this::text)
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code 20 working days}. */
    Period length() {
        var words = text("length").split(" ", 2);
        var length = Integer.parseInt(words[0]);
        return switch (words[1]) {
            case "working days" -> Period.workingDays(length);
            case "calendar days" -> Period.calendarDays(length);
            default -> throw new IllegalArgumentException(words[1]);
        };
    }

    /** Such as {@code 2026-03-09/2026-03-13, 2026-03-16/}; without an end while it goes on. */
    List<Stoppage> stopped() {
        var cell = cells.getOrDefault("stopped", "");
        return Stream.of(cell.split(", "))
                .filter(span -> !span.isEmpty())
                .map(span -> span.split("/", -1))
                .map(
                        ends ->
                                ends[1].isEmpty()
                                        ? Stoppage.open(LocalDate.parse(ends[0]), "听证", "第四十五条")
                                        : Stoppage.of(
                                                LocalDate.parse(ends[0]),
                                                LocalDate.parse(ends[1]),
                                                "听证",
                                                "第四十五条"))
                .toList();
    }

    @Override
    public String toString() {
        return file + ": " + cells.values();
    }
}
