package org.tongban.catalogue;

import static org.tongban.schema.Tables.ENTRY_DELEGATION;
import static org.tongban.schema.Tables.ITEM;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Component;
import org.tongban.schema.tables.records.EntryDelegationRecord;

/** Tells who moves cases which entries changed hands, and remembers that their cases followed. */
@Component
public class HandOvers {

    private static final String EFFECTIVE = "effective";

    private final DSLContext db;
    private final Clock clock;

    public HandOvers(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Every hand-over whose day has come and whose cases were not looked through. */
    public List<HandOver> due() {
        var today = LegalToday.of(clock);
        var found = new ArrayList<HandOver>();
        found.addAll(
                of(
                        false,
                        ENTRY_DELEGATION
                                .CASES_MOVED
                                .isNull()
                                .and(ENTRY_DELEGATION.UNTIL_DAY.isNull())
                                .and(ENTRY_DELEGATION.FROM_DAY.le(today))));
        found.addAll(
                of(
                        true,
                        ENTRY_DELEGATION
                                .CASES_RETURNED
                                .isNull()
                                .and(ENTRY_DELEGATION.UNTIL_DAY.le(today))));
        return found;
    }

    /** Those of one giver and one day go together: a case finds its town among all of them. */
    private List<HandOver> of(boolean back, Condition which) {
        var rows =
                db.select(ENTRY_DELEGATION.fields())
                        .select(ITEM.AGENCY_KEY)
                        .from(ENTRY_DELEGATION)
                        .join(ITEM)
                        .on(ITEM.ITEM_KEY.eq(ENTRY_DELEGATION.ITEM_KEY))
                        .where(ENTRY_DELEGATION.STATE.eq(EFFECTIVE))
                        .and(which)
                        .orderBy(
                                ENTRY_DELEGATION.ITEM_KEY,
                                ENTRY_DELEGATION.FROM_DAY,
                                ENTRY_DELEGATION.AGENCY_KEY)
                        .fetch();
        var together = new LinkedHashMap<String, HandOver>();
        for (var row : rows) {
            var one = row.into(ENTRY_DELEGATION);
            var taker = new HandOver.Taker(one.getAgencyKey(), one.getTakenAs());
            var day = back ? one.getUntilDay() : one.getFromDay();
            together.merge(
                    one.getItemKey() + " " + day,
                    new HandOver(
                            one.getItemKey(),
                            row.get(ITEM.AGENCY_KEY),
                            List.of(taker),
                            day,
                            !one.getKeeps(),
                            back,
                            back ? one.getBackReason() : one.getReason()),
                    HandOvers::joined);
        }
        return List.copyOf(together.values());
    }

    private static HandOver joined(HandOver some, HandOver more) {
        var takers = new ArrayList<>(some.takers());
        takers.addAll(more.takers());
        return new HandOver(
                some.itemKey(),
                some.giver(),
                takers,
                some.day(),
                false,
                some.back(),
                some.reason());
    }

    /**
     * Remembers that the cases of one taker have followed.
     *
     * @param cases how many
     */
    public void followed(HandOver over, HandOver.Taker taker, int cases) {
        TableField<EntryDelegationRecord, Integer> column =
                over.back() ? ENTRY_DELEGATION.CASES_RETURNED : ENTRY_DELEGATION.CASES_MOVED;
        db.update(ENTRY_DELEGATION)
                .set(column, cases)
                .where(ENTRY_DELEGATION.ITEM_KEY.eq(over.itemKey()))
                .and(ENTRY_DELEGATION.AGENCY_KEY.eq(taker.agency()))
                .and(
                        (over.back() ? ENTRY_DELEGATION.UNTIL_DAY : ENTRY_DELEGATION.FROM_DAY)
                                .eq(over.day()))
                .and(column.isNull())
                .execute();
    }
}
