package org.tongban.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the model case, to be written again for another case.
 *
 * @param values in the order of the columns; all as text but for bytes
 */
record CopiedRow(
        String table, List<String> columns, List<String> types, List<@Nullable Object> values) {

    /** Columns of which no two rows may have the same; each copy gets its own. */
    private static final List<String> UNIQUE_TEXT =
            List.of("case_no", "identifier", "number", "verify_token");

    CopiedRow {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Reads the one row that the condition names. */
    static CopiedRow read(Connection connection, String table, String condition)
            throws SQLException {
        return made(connection, table, "SELECT * FROM " + table + " WHERE " + condition);
    }

    /** Makes the one row from what a query gives. */
    static CopiedRow made(Connection connection, String table, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            if (!row.next()) {
                throw new BenchFailed("the model case has no row for " + table + " by " + query);
            }
            var about = row.getMetaData();
            var columns = new ArrayList<String>();
            var types = new ArrayList<String>();
            var values = new ArrayList<@Nullable Object>();
            for (var i = 1; i <= about.getColumnCount(); i++) {
                // The database fills it in, there as here.
                if (about.getColumnName(i).equals("xact")) continue;
                columns.add(about.getColumnName(i));
                types.add(about.getColumnTypeName(i));
                values.add(types.getLast().equals("bytea") ? row.getBytes(i) : row.getString(i));
            }
            return new CopiedRow(table, columns, types, values);
        }
    }

    /** The same row with other values in some columns. */
    CopiedRow with(Map<String, ? extends @Nullable Object> changes) {
        var changed = new ArrayList<>(values);
        changes.forEach((column, value) -> changed.set(columns.indexOf(column), value));
        return new CopiedRow(table, columns, types, changed);
    }

    @Nullable Object value(String column) {
        return values.get(columns.indexOf(column));
    }

    String insert() {
        var places = types.stream().map(type -> type.equals("bytea") ? "?" : "?::" + type).toList();
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", columns), String.join(", ", places));
    }

    /**
     * Fills the question marks of {@link #insert}, from {@code place} on.
     *
     * @return the place after them
     */
    int bind(PreparedStatement statement, int place, UUID caseId, long number) throws SQLException {
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            if (column.equals("case_id") || column.equals("certificate_id")) {
                statement.setString(place + i, caseId.toString());
            } else if (UNIQUE_TEXT.contains(column) && !table.equals("case_notice")) {
                statement.setString(place + i, "%020d".formatted(number));
            } else if (types.get(i).equals("bytea")) {
                statement.setBytes(place + i, (byte[]) values.get(i));
            } else {
                statement.setString(place + i, (String) values.get(i));
            }
        }
        return place + columns.size();
    }
}
