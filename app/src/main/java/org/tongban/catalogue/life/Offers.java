package org.tongban.catalogue.life;

import static org.tongban.schema.Tables.ENTRY_DELEGATION;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.schema.tables.records.EntryDelegationRecord;

/** What was offered to whom, and what they said. */
@Component
class Offers {

    /** On one page; an agency has not more waiting for it. */
    private static final int MOST_LISTED = 200;

    private final DSLContext db;
    private final Clock clock;

    Offers(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Of one entry, the latest first. */
    List<Taken> of(String itemKey) {
        return db.selectFrom(ENTRY_DELEGATION)
                .where(ENTRY_DELEGATION.ITEM_KEY.eq(itemKey))
                .orderBy(ENTRY_DELEGATION.FROM_DAY.desc(), ENTRY_DELEGATION.AGENCY_KEY)
                .fetch(Offers::taken);
    }

    /** What waits for the answer of these agencies, the first day first. */
    List<Taken> waiting(Collection<String> agencies) {
        return db.selectFrom(ENTRY_DELEGATION)
                .where(is(Taken.State.OFFERED))
                .and(ENTRY_DELEGATION.AGENCY_KEY.in(agencies))
                .orderBy(
                        ENTRY_DELEGATION.FROM_DAY,
                        ENTRY_DELEGATION.ITEM_KEY,
                        ENTRY_DELEGATION.AGENCY_KEY)
                .limit(MOST_LISTED)
                .fetch(Offers::taken);
    }

    void add(Taken offered) {
        var row = DSL.row(offered.itemKey(), offered.agency(), offered.from());
        // Offered, declined and offered again within one day: the last offer stands.
        db.deleteFrom(ENTRY_DELEGATION)
                .where(key().eq(row))
                .and(ENTRY_DELEGATION.STATE.in("declined", "withdrawn"))
                .execute();
        db.insertInto(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.ITEM_KEY, offered.itemKey())
                .set(ENTRY_DELEGATION.AGENCY_KEY, offered.agency())
                .set(ENTRY_DELEGATION.TAKEN_AS, offered.takenAs())
                .set(ENTRY_DELEGATION.STATE, code(offered.state()))
                .set(ENTRY_DELEGATION.FROM_DAY, offered.from())
                .set(ENTRY_DELEGATION.KEEPS, offered.keeps())
                .set(ENTRY_DELEGATION.REASON, offered.reason())
                .set(ENTRY_DELEGATION.BY_WHOM, offered.by())
                .execute();
    }

    void answered(Taken offer, Taken.State state, String words, String by) {
        db.update(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.STATE, code(state))
                .set(ENTRY_DELEGATION.ANSWER, words)
                .set(ENTRY_DELEGATION.ANSWERED_BY, by)
                .set(ENTRY_DELEGATION.ANSWERED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(isOpen(offer.itemKey()))
                .and(ENTRY_DELEGATION.AGENCY_KEY.eq(offer.agency()))
                .execute();
        if (state == Taken.State.DECLINED) {
            end(offer.itemKey(), Optional.of(offer.agency()), offer.from(), words, by);
        }
    }

    /** Whoever has it from now on leaves something to the giver, because somebody declined. */
    void giverKeeps(String itemKey) {
        db.update(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.KEEPS, true)
                .where(isOpen(itemKey))
                .execute();
    }

    void takeEffect(Taken accepted, LocalDate day) {
        db.update(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.STATE, code(Taken.State.EFFECTIVE))
                .set(ENTRY_DELEGATION.FROM_DAY, day)
                .where(isOpen(accepted.itemKey()))
                .and(ENTRY_DELEGATION.AGENCY_KEY.eq(accepted.agency()))
                .execute();
    }

    /** Before it took effect. */
    void withdraw(String itemKey, LocalDate day, String reason, String by) {
        db.update(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.STATE, code(Taken.State.WITHDRAWN))
                .set(ENTRY_DELEGATION.UNTIL_DAY, until(day))
                .set(ENTRY_DELEGATION.BACK_REASON, reason)
                .set(ENTRY_DELEGATION.BACK_BY, by)
                .where(isOpen(itemKey))
                .and(is(Taken.State.OFFERED).or(is(Taken.State.ACCEPTED)))
                .execute();
    }

    /** Ends what is open of an entry, for one agency or for all. */
    void end(String itemKey, Optional<String> agency, LocalDate day, String reason, String by) {
        db.update(ENTRY_DELEGATION)
                .set(ENTRY_DELEGATION.UNTIL_DAY, until(day))
                .set(ENTRY_DELEGATION.BACK_REASON, reason)
                .set(ENTRY_DELEGATION.BACK_BY, by)
                // Whose cases had not gone yet gets none any more.
                .set(ENTRY_DELEGATION.CASES_MOVED, DSL.coalesce(ENTRY_DELEGATION.CASES_MOVED, 0))
                .where(isOpen(itemKey))
                .and(agency.map(ENTRY_DELEGATION.AGENCY_KEY::eq).orElseGet(DSL::noCondition))
                .execute();
    }

    /** One that has not begun yet ends on the day on which it would have begun. */
    private static Field<LocalDate> until(LocalDate day) {
        return DSL.greatest(DSL.val(day), ENTRY_DELEGATION.FROM_DAY);
    }

    private static Condition isOpen(String itemKey) {
        return ENTRY_DELEGATION.ITEM_KEY.eq(itemKey).and(ENTRY_DELEGATION.UNTIL_DAY.isNull());
    }

    private static org.jooq.Row3<String, String, LocalDate> key() {
        return DSL.row(
                ENTRY_DELEGATION.ITEM_KEY, ENTRY_DELEGATION.AGENCY_KEY, ENTRY_DELEGATION.FROM_DAY);
    }

    private static Condition is(Taken.State state) {
        return ENTRY_DELEGATION.STATE.eq(code(state));
    }

    private static String code(Taken.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Taken taken(EntryDelegationRecord row) {
        return new Taken(
                row.getItemKey(),
                row.getAgencyKey(),
                row.getTakenAs(),
                Taken.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                row.getFromDay(),
                row.getKeeps(),
                row.getReason(),
                row.getByWhom(),
                Optional.ofNullable(row.getAnswer()).orElse(""),
                Optional.ofNullable(row.getAnsweredBy()).orElse(""),
                Optional.ofNullable(row.getUntilDay()),
                Optional.ofNullable(row.getBackReason()).orElse(""),
                number(row.getCasesMoved()),
                number(row.getCasesReturned()));
    }

    private static OptionalInt number(@org.jspecify.annotations.Nullable Integer stored) {
        return stored == null ? OptionalInt.empty() : OptionalInt.of(stored);
    }
}
