package org.tongban.database;

import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.PreparedStatementSetter;

/**
 * The values of a fixed statement, in the order of its question marks. Every value names its type,
 * present or not: a prepared statement whose types change is planned anew by the server each time.
 */
public final class Binds implements PreparedStatementSetter {

    private final List<Bind> binds = new ArrayList<>();

    @FunctionalInterface
    private interface Bind {
        void to(PreparedStatement statement, int place) throws SQLException;
    }

    public Binds text(@Nullable String value) {
        return add((statement, place) -> statement.setString(place, value));
    }

    public Binds number(int value) {
        return add((statement, place) -> statement.setInt(place, value));
    }

    public Binds truth(boolean value) {
        return add((statement, place) -> statement.setBoolean(place, value));
    }

    public Binds bytes(byte @Nullable [] value) {
        return add((statement, place) -> statement.setBytes(place, value));
    }

    public Binds id(@Nullable UUID value) {
        return object(value, JDBCType.OTHER);
    }

    public Binds day(@Nullable LocalDate value) {
        return object(value, JDBCType.DATE);
    }

    /** A point in time, stored to the microsecond. */
    public Binds moment(@Nullable Instant value) {
        return object(value == null ? null : utc(value), JDBCType.TIMESTAMP_WITH_TIMEZONE);
    }

    /** One column of several rows, for {@code unnest}. */
    public <T> Binds texts(List<T> rows, Function<T, @Nullable String> column) {
        return array("text", rows, column);
    }

    public <T> Binds numbers(List<T> rows, Function<T, Integer> column) {
        return array("int4", rows, column);
    }

    public <T> Binds sizes(List<T> rows, Function<T, Long> column) {
        return array("int8", rows, column);
    }

    public <T> Binds ids(List<T> rows, Function<T, UUID> column) {
        return array("uuid", rows, column);
    }

    public <T> Binds days(List<T> rows, Function<T, @Nullable LocalDate> column) {
        return array("date", rows, column);
    }

    public <T> Binds moments(List<T> rows, Function<T, @Nullable Instant> column) {
        return array(
                "timestamptz",
                rows,
                row -> {
                    var value = column.apply(row);
                    return value == null ? null : utc(value);
                });
    }

    @Override
    public void setValues(PreparedStatement statement) throws SQLException {
        for (var i = 0; i < binds.size(); i++) {
            binds.get(i).to(statement, i + 1);
        }
    }

    private Binds object(@Nullable Object value, JDBCType type) {
        return add(
                (statement, place) -> {
                    if (value == null) {
                        statement.setNull(place, type.getVendorTypeNumber());
                    } else {
                        statement.setObject(place, value);
                    }
                });
    }

    private <T> Binds array(
            String type, List<T> rows, Function<T, ? extends @Nullable Object> column) {
        var values = rows.stream().map(column).toArray();
        return add(
                (statement, place) ->
                        statement.setArray(
                                place, statement.getConnection().createArrayOf(type, values)));
    }

    private Binds add(Bind bind) {
        binds.add(bind);
        return this;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
