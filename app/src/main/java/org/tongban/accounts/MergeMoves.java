package org.tongban.accounts;

import static org.tongban.schema.tables.Firm.FIRM;
import static org.tongban.schema.tables.Guardianship.GUARDIANSHIP;
import static org.tongban.schema.tables.IdentityHandOver.IDENTITY_HAND_OVER;
import static org.tongban.schema.tables.Mandate.MANDATE;
import static org.tongban.schema.tables.OutsideLogin.OUTSIDE_LOGIN;
import static org.tongban.schema.tables.PersonMergeRow.PERSON_MERGE_ROW;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tongban.accounts.PersonPlaces.Place;

/** Moves what names a person or an account, row by row on record. */
final class MergeMoves {

    private static final Place GIVER = new Place(MANDATE, MANDATE.MANDATE_ID, MANDATE.GIVER_PERSON);
    private static final Place AGENT = new Place(MANDATE, MANDATE.MANDATE_ID, MANDATE.AGENT_ID);
    private static final Place GUARDIAN =
            new Place(GUARDIANSHIP, GUARDIANSHIP.GUARDIANSHIP_ID, GUARDIANSHIP.GUARDIAN_ID);
    private static final Place CHILD =
            new Place(GUARDIANSHIP, GUARDIANSHIP.GUARDIANSHIP_ID, GUARDIANSHIP.CHILD_ID);
    private static final Place FIRMS = new Place(FIRM, FIRM.FIRM_ID, FIRM.REPRESENTATIVE_ID);
    private static final Place HAND_OVERS =
            new Place(
                    IDENTITY_HAND_OVER,
                    IDENTITY_HAND_OVER.HAND_OVER_ID,
                    IDENTITY_HAND_OVER.PERSON_ID);
    private static final Place LOGINS =
            new Place(OUTSIDE_LOGIN, OUTSIDE_LOGIN.OUTSIDE_LOGIN_ID, OUTSIDE_LOGIN.ACCOUNT_ID);

    private final DSLContext tx;
    private final UUID merge;

    MergeMoves(DSLContext tx, UUID merge) {
        this.tx = tx;
        this.merge = merge;
    }

    /**
     * A person's. What cannot stand twice, or would bind a person to themselves, stays where it is:
     * the kept record has it, or it has ended.
     */
    void people(UUID from, UUID to) {
        move(GIVER, from, to, MANDATE.AGENT_ID.ne(to));
        move(AGENT, from, to, MANDATE.GIVER_PERSON.isDistinctFrom(to).and(notOfRegisterTwice(to)));
        move(GUARDIAN, from, to, GUARDIANSHIP.CHILD_ID.ne(to).and(notGuardedTwice(to)));
        move(CHILD, from, to, GUARDIANSHIP.GUARDIAN_ID.ne(to).and(notGuardingTwice(to)));
        move(FIRMS, from, to, DSL.noCondition());
        move(HAND_OVERS, from, to, DSL.noCondition());
    }

    /** An account's. */
    void accounts(UUID from, UUID to, List<PersonPlaces> others) {
        ofAccounts(others).forEach(place -> move(place, from, to, DSL.noCondition()));
    }

    void peopleBack(UUID from, UUID to) {
        Stream.of(GIVER, AGENT, GUARDIAN, CHILD, FIRMS, HAND_OVERS)
                .forEach(place -> back(place, from, to));
    }

    void accountsBack(UUID from, UUID to, List<PersonPlaces> others) {
        ofAccounts(others).forEach(place -> back(place, from, to));
    }

    private static Stream<Place> ofAccounts(List<PersonPlaces> others) {
        return Stream.concat(
                Stream.of(LOGINS), others.stream().flatMap(one -> one.ofAccounts().stream()));
    }

    private void move(Place place, UUID from, UUID to, Condition but) {
        tx.insertInto(
                        PERSON_MERGE_ROW,
                        PERSON_MERGE_ROW.MERGE_ID,
                        PERSON_MERGE_ROW.PLACE,
                        PERSON_MERGE_ROW.ROW_ID)
                .select(
                        DSL.select(DSL.val(merge), DSL.val(place.name()), place.row())
                                .from(place.table())
                                .where(place.column().eq(from))
                                .and(but))
                .execute();
        tx.update(place.table())
                .set(place.column(), to)
                .where(place.column().eq(from))
                .and(place.row().in(moved(place)))
                .execute();
    }

    private void back(Place place, UUID from, UUID to) {
        tx.update(place.table())
                .set(place.column(), from)
                .where(place.column().eq(to))
                .and(place.row().in(moved(place)))
                .execute();
    }

    private org.jooq.Select<org.jooq.Record1<UUID>> moved(Place place) {
        return DSL.select(PERSON_MERGE_ROW.ROW_ID)
                .from(PERSON_MERGE_ROW)
                .where(PERSON_MERGE_ROW.MERGE_ID.eq(merge))
                .and(PERSON_MERGE_ROW.PLACE.eq(place.name()));
    }

    private static Condition notOfRegisterTwice(UUID to) {
        var other = MANDATE.as("other");
        return noTwin(
                MANDATE.GIVEN_BY.isNotNull().or(MANDATE.GIVER_FIRM.isNull()),
                other,
                other.GIVER_FIRM
                        .eq(MANDATE.GIVER_FIRM)
                        .and(other.AGENT_ID.eq(to))
                        .and(other.GIVEN_BY.isNull()));
    }

    private static Condition notGuardedTwice(UUID to) {
        var other = GUARDIANSHIP.as("other");
        return standsOnce(other, other.GUARDIAN_ID, to, other.CHILD_ID.eq(GUARDIANSHIP.CHILD_ID));
    }

    private static Condition notGuardingTwice(UUID to) {
        var other = GUARDIANSHIP.as("other");
        return standsOnce(
                other, other.CHILD_ID, to, other.GUARDIAN_ID.eq(GUARDIANSHIP.GUARDIAN_ID));
    }

    private static Condition standsOnce(
            org.tongban.schema.tables.Guardianship other,
            Field<UUID> moved,
            UUID to,
            Condition same) {
        return noTwin(
                GUARDIANSHIP.ENDED_AT.isNotNull(),
                other,
                moved.eq(to).and(same).and(other.ENDED_AT.isNull()));
    }

    /** That a row may stand beside others, or that the kept record has none like it. */
    private static Condition noTwin(Condition free, Table<?> other, Condition like) {
        return free.or(DSL.notExists(DSL.selectOne().from(other).where(like)));
    }
}
