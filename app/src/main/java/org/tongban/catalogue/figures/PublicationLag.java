package org.tongban.catalogue.figures;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.directory.LegalCalendar;

/** How soon a changed condition was public (SZ15: within one working day), over one year. */
@Component
class PublicationLag {

    private static final int IN_TIME = 1;
    private static final int DAYS_BACK = 365;
    private static final int MOST_LATE = 200;

    private final DSLContext db;
    private final LegalCalendar calendar;
    private final Clock clock;

    PublicationLag(DSLContext db, LegalCalendar calendar, Clock clock) {
        this.db = db;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Publications that told the day of the change, and those among them in time. */
    record Lag(int told, int inTime) {
        Lag plus(int more, boolean soon) {
            return new Lag(told + more, inTime + (soon ? more : 0));
        }
    }

    /** One that was late. */
    record Late(String key, String name, LocalDate changedOn, LocalDate publishedOn, int days) {}

    /** By agency. */
    Map<String, Lag> byAgency(String region) {
        var days = calendar.of(region);
        var lags = new HashMap<String, Lag>();
        db.select(ITEM.AGENCY_KEY, ITEM_VERSION.CHANGED_ON, publishedOn(), DSL.count())
                .from(ITEM_VERSION)
                .join(ITEM)
                .on(ITEM.ITEM_KEY.eq(ITEM_VERSION.ITEM_KEY))
                .where(ITEM_VERSION.CHANGED_ON.isNotNull())
                .and(ITEM_VERSION.PUBLISHED_AT.ge(from()))
                .groupBy(ITEM.AGENCY_KEY, ITEM_VERSION.CHANGED_ON, publishedOn())
                .forEach(
                        row ->
                                lags.merge(
                                        row.value1(),
                                        new Lag(0, 0)
                                                .plus(
                                                        row.value4(),
                                                        days(days, row.value2(), row.value3())
                                                                <= IN_TIME),
                                        (one, other) ->
                                                new Lag(
                                                        one.told() + other.told(),
                                                        one.inTime() + other.inTime())));
        return lags;
    }

    /** Those of an agency that were late, the latest first. */
    List<Late> late(String region, String agency) {
        var days = calendar.of(region);
        return db
                .select(ITEM.ITEM_KEY, ITEM.NAME, ITEM_VERSION.CHANGED_ON, publishedOn())
                .from(ITEM_VERSION)
                .join(ITEM)
                .on(ITEM.ITEM_KEY.eq(ITEM_VERSION.ITEM_KEY))
                .where(ITEM.AGENCY_KEY.eq(agency))
                .and(ITEM_VERSION.CHANGED_ON.isNotNull())
                .and(ITEM_VERSION.PUBLISHED_AT.ge(from()))
                .and(publishedOn().gt(ITEM_VERSION.CHANGED_ON))
                .orderBy(ITEM_VERSION.PUBLISHED_AT.desc(), ITEM.ITEM_KEY)
                .limit(MOST_LATE)
                .fetch(
                        row ->
                                new Late(
                                        row.value1(),
                                        row.value2(),
                                        row.value3(),
                                        row.value4(),
                                        days(days, row.value3(), row.value4())))
                .stream()
                .filter(late -> late.days() > IN_TIME)
                .toList();
    }

    private static int days(WorkingCalendar calendar, LocalDate changed, LocalDate published) {
        return Math.max(0, calendar.workingDaysBetween(changed, published));
    }

    private OffsetDateTime from() {
        return clock.instant().atOffset(ZoneOffset.UTC).minusDays(DAYS_BACK);
    }

    private static Field<LocalDate> publishedOn() {
        return DSL.field(
                "({0} AT TIME ZONE 'Asia/Shanghai')::date",
                LocalDate.class, ITEM_VERSION.PUBLISHED_AT);
    }
}
