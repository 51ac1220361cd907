package org.tongban.directory;

import static org.tongban.schema.Tables.CALENDAR_DAY;
import static org.tongban.schema.Tables.CALENDAR_YEAR;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.calendar.CalendarDay;
import org.tongban.calendar.Calendars;
import org.tongban.calendar.WorkingCalendar;

/**
 * The legal calendar of every region here: what comes with the application, and over it what has
 * been imported since: the notice of a new year, the holidays of an autonomous region, days off in
 * an emergency.
 */
@Component
public class LegalCalendar {

    private static final String NATION = "";

    private final DSLContext db;
    private final Directory directory;
    private final Clock clock;
    private volatile Map<String, WorkingCalendar> known = Map.of();

    LegalCalendar(DSLContext db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    /** The calendar by which offices of the region work. From memory after the first time. */
    public WorkingCalendar of(String region) {
        var calendar = known.get(region);
        return calendar == null ? remembered(region) : calendar;
    }

    /** Takes over the national arrangement of a year, as the State Council has published it. */
    @Transactional
    public void publish(Year year, List<CalendarDay> arrangement) {
        db.deleteFrom(CALENDAR_DAY)
                .where(CALENDAR_DAY.REGION_CODE.eq(NATION))
                .and(CALENDAR_DAY.DAY.between(year.atDay(1), year.atDay(year.length())))
                .execute();
        arrangement.forEach(day -> keep(NATION, day));
        db.insertInto(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.YEAR, year.getValue())
                .set(CALENDAR_YEAR.IMPORTED_AT, OffsetDateTime.now(clock))
                .onConflict(CALENDAR_YEAR.YEAR)
                .doUpdate()
                .set(CALENDAR_YEAR.IMPORTED_AT, OffsetDateTime.now(clock))
                .execute();
        forget();
    }

    /**
     * A year that was published.
     *
     * @param at when it was taken over, or taken over anew
     */
    public record Published(Year year, Instant at) {}

    /** Published years by which open terms have not been counted anew, the earliest first. */
    public List<Published> notRecounted() {
        return db.selectFrom(CALENDAR_YEAR)
                .where(
                        CALENDAR_YEAR
                                .RECOUNTED_AT
                                .isNull()
                                .or(CALENDAR_YEAR.RECOUNTED_AT.lt(CALENDAR_YEAR.IMPORTED_AT)))
                .orderBy(CALENDAR_YEAR.YEAR)
                .fetch(
                        row ->
                                new Published(
                                        Year.of(row.getYear()), row.getImportedAt().toInstant()));
    }

    /** Notes that all open terms have been counted by a published year. */
    public void recounted(Published published) {
        db.update(CALENDAR_YEAR)
                .set(CALENDAR_YEAR.RECOUNTED_AT, published.at().atOffset(ZoneOffset.UTC))
                .where(CALENDAR_YEAR.YEAR.eq(published.year().getValue()))
                .execute();
    }

    /** Arranges single days of one region differently. */
    @Transactional
    public void arrange(String region, List<CalendarDay> days) {
        days.forEach(day -> keep(region, day));
        forget();
    }

    /** Reads everything again at the next question. */
    public void forget() {
        known = Map.of();
    }

    private void keep(String region, CalendarDay day) {
        var kind = day.kind() == CalendarDay.Kind.REST ? "rest" : "work";
        db.insertInto(CALENDAR_DAY)
                .set(CALENDAR_DAY.REGION_CODE, region)
                .set(CALENDAR_DAY.DAY, day.day())
                .set(CALENDAR_DAY.KIND, kind)
                .set(CALENDAR_DAY.NAME, day.name())
                .onConflict(CALENDAR_DAY.REGION_CODE, CALENDAR_DAY.DAY)
                .doUpdate()
                .set(CALENDAR_DAY.KIND, kind)
                .set(CALENDAR_DAY.NAME, day.name())
                .execute();
    }

    private WorkingCalendar remembered(String region) {
        var calendar = calendars().of(region);
        var more = new HashMap<>(known);
        more.put(region, calendar);
        known = Map.copyOf(more);
        return calendar;
    }

    private Calendars calendars() {
        var days = new HashMap<String, List<CalendarDay>>();
        db.selectFrom(CALENDAR_DAY)
                .orderBy(CALENDAR_DAY.REGION_CODE, CALENDAR_DAY.DAY)
                .forEach(
                        row ->
                                days.computeIfAbsent(row.getRegionCode(), _ -> new ArrayList<>())
                                        .add(
                                                new CalendarDay(
                                                        row.getDay(),
                                                        "rest".equals(row.getKind())
                                                                ? CalendarDay.Kind.REST
                                                                : CalendarDay.Kind.WORK,
                                                        row.getName())));
        var national = days.getOrDefault(NATION, List.of());
        var calendar = WorkingCalendar.national();
        for (var year :
                db.selectFrom(CALENDAR_YEAR)
                        .orderBy(CALENDAR_YEAR.YEAR)
                        .fetch(CALENDAR_YEAR.YEAR)) {
            calendar =
                    calendar.publishing(
                            Year.of(year),
                            national.stream().filter(d -> d.day().getYear() == year).toList());
        }
        calendar = calendar.with(national);
        days.remove(NATION);
        var parents = new HashMap<String, String>();
        directory
                .current()
                .regions()
                .forEach(r -> r.parent().ifPresent(parent -> parents.put(r.code(), parent)));
        return new Calendars(calendar, days, parents);
    }
}
