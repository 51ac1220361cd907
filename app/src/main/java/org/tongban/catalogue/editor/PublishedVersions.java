package org.tongban.catalogue.editor;

import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.LegalToday;
import org.tongban.directory.Directory;
import org.tongban.directory.LegalCalendar;

/**
 * The versions of an entry as people read them, with the lag between a change and its publication.
 */
@Component
class PublishedVersions {

    private static final int MOST_LISTED = 500;

    private final DSLContext db;
    private final Directory directory;
    private final LegalCalendar calendar;
    private final Clock clock;

    PublishedVersions(DSLContext db, Directory directory, LegalCalendar calendar, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** All versions, the latest first. */
    List<EntryPage.Version> of(String itemKey) {
        var rows =
                db.select(
                                ITEM_VERSION.VERSION,
                                ITEM_VERSION.PUBLISHED_AT,
                                ITEM_VERSION.EFFECTIVE_ON,
                                ITEM_VERSION.CAUSE,
                                ITEM_VERSION.REASON,
                                ITEM_VERSION.CHANGED_ON)
                        .from(ITEM_VERSION)
                        .where(ITEM_VERSION.ITEM_KEY.eq(itemKey))
                        .orderBy(ITEM_VERSION.VERSION.desc())
                        .limit(MOST_LISTED)
                        .fetch();
        var region = directory.current().identity().map(place -> place.region()).orElse("");
        var today = LegalToday.of(clock);
        var versions = new ArrayList<EntryPage.Version>();
        var inForce = false;
        for (var row : rows) {
            var published = LegalToday.of(row.value2().toInstant());
            var lag =
                    row.value6() == null
                            ? -1
                            : Math.max(
                                    0,
                                    calendar.of(region)
                                            .workingDaysBetween(row.value6(), published));
            var now = !inForce && !row.value3().isAfter(today);
            inForce |= now;
            versions.add(
                    new EntryPage.Version(
                            row.value1(),
                            published.toString(),
                            row.value3().toString(),
                            row.value4(),
                            row.value5(),
                            lag,
                            now,
                            row.value3().isAfter(today)));
        }
        return versions;
    }
}
