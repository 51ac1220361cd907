package org.tongban.catalogue.publish;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.LegalToday;

/**
 * Lets lists and search follow on the day a scheduled version takes effect. Guides and applications
 * do not wait for it: they ask which version is in force.
 */
@Component
class TurnVersions {

    private static final int BATCH = 500;

    private final DSLContext db;
    private final PublishItem items;
    private final Clock clock;

    TurnVersions(DSLContext db, PublishItem items, Clock clock) {
        this.db = db;
        this.items = items;
        this.clock = clock;
    }

    /** A minute after midnight lists show what is in force. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        var today = LegalToday.of(clock);
        db.selectDistinct(ITEM.ITEM_KEY)
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                // Two days back: a node that slept over midnight catches up.
                .where(ITEM_VERSION.EFFECTIVE_ON.between(today.minusDays(2), today))
                .and(
                        ITEM_VERSION
                                .VERSION
                                .gt(ITEM.CURRENT_VERSION)
                                .or(ITEM.CURRENT_VERSION.isNull()))
                .limit(BATCH)
                .fetch(ITEM.ITEM_KEY)
                .forEach(items::turn);
        db.update(ITEM)
                .set(ITEM.STATE, "cancelled")
                .where(ITEM.ENDS_ON.le(today))
                .and(ITEM.STATE.eq("in_use"))
                .execute();
    }
}
