package org.tongban.packages.overview;

import static org.jooq.impl.DSL.avg;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.sum;
import static org.tongban.schema.Tables.PACKAGE_CASE;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record8;
import org.springframework.stereotype.Component;
import org.tongban.packages.course.WholeState;

/** What the packages have come to in the last twelve months, counted from the applications. */
@Component
class Figures {

    private static final int MONTHS = 12;

    /** Days from sending to the end, of those that have ended. */
    private static final Field<BigDecimal> DAYS =
            avg(
                    field(
                            "extract(epoch FROM {0} - {1}) / 86400",
                            BigDecimal.class, PACKAGE_CASE.CLOSED_AT, PACKAGE_CASE.SUBMITTED_AT));

    private static final Field<String> MONTH =
            field("to_char({0}, 'YYYY-MM')", String.class, PACKAGE_CASE.SUBMITTED_ON);

    private final DSLContext db;
    private final Clock clock;

    Figures(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Of one package.
     *
     * @param ended how many have come to rest, however they did
     * @param days on average from sending to the end; empty while none has ended
     * @param fields that nobody had to answer, against single applications
     */
    record Figure(
            int volume,
            int ended,
            int whole,
            Optional<BigDecimal> days,
            long fields,
            long materials,
            long visits) {

        static final Figure NONE = new Figure(0, 0, 0, Optional.empty(), 0, 0, 0);
    }

    /** By key of the package; one that nobody has applied for has none. */
    Map<String, Figure> all() {
        var since =
                LocalDate.now(clock).minusMonths(MONTHS).atStartOfDay().atOffset(ZoneOffset.UTC);
        var figures = new LinkedHashMap<String, Figure>();
        counted(PACKAGE_CASE.PACKAGE_KEY, PACKAGE_CASE.SUBMITTED_AT.ge(since))
                .forEach(row -> figures.put(row.value1(), figure(row)));
        return figures;
    }

    /** Of one month, written as 2026-11. */
    record Month(String month, Figure figure) {}

    /** A package's last twelve months in which somebody applied, the latest first. */
    List<Month> months(String packageKey) {
        var since = LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1L);
        return counted(
                        MONTH,
                        PACKAGE_CASE
                                .PACKAGE_KEY
                                .eq(packageKey)
                                .and(PACKAGE_CASE.SUBMITTED_ON.ge(since)))
                .stream()
                .map(row -> new Month(row.value1(), figure(row)))
                .sorted(Comparator.comparing(Month::month).reversed())
                .toList();
    }

    private List<
                    Record8<
                            String,
                            Integer,
                            Integer,
                            Integer,
                            BigDecimal,
                            BigDecimal,
                            BigDecimal,
                            BigDecimal>>
            counted(Field<String> by, Condition which) {
        return db.select(
                        by,
                        count(),
                        count(PACKAGE_CASE.CLOSED_AT),
                        count().filterWhere(
                                        PACKAGE_CASE.STATE.eq(
                                                WholeState.DONE
                                                        .name()
                                                        .toLowerCase(java.util.Locale.ROOT))),
                        DAYS,
                        sum(PACKAGE_CASE.FIELDS_APART.minus(PACKAGE_CASE.FIELDS_ASKED)),
                        sum(PACKAGE_CASE.MATERIALS_APART.minus(PACKAGE_CASE.MATERIALS_ASKED)),
                        sum(PACKAGE_CASE.VISITS_APART.minus(PACKAGE_CASE.VISITS_ASKED)))
                .from(PACKAGE_CASE)
                .where(which)
                .groupBy(by)
                .fetch();
    }

    private static Figure figure(
            Record8<
                            String,
                            Integer,
                            Integer,
                            Integer,
                            BigDecimal,
                            BigDecimal,
                            BigDecimal,
                            BigDecimal>
                    row) {
        return new Figure(
                row.value2(),
                row.value3(),
                row.value4(),
                Optional.ofNullable(row.value5()),
                row.value6().longValue(),
                row.value7().longValue(),
                row.value8().longValue());
    }
}
