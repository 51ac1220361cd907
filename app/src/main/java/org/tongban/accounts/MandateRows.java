package org.tongban.accounts;

import static org.tongban.schema.tables.Firm.FIRM;
import static org.tongban.schema.tables.Mandate.MANDATE;
import static org.tongban.schema.tables.Person.PERSON;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.tongban.database.RowIds;

/** The rows of mandates. */
final class MandateRows {

    private static final org.tongban.schema.tables.Person GIVER = PERSON.as("giver");
    private static final org.tongban.schema.tables.Person AGENT = PERSON.as("agent");

    private final RowIds ids;
    private final Clock clock;

    MandateRows(RowIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Who gives it. */
    record From(Optional<UUID> person, Optional<UUID> firm, UUID signedBy) {}

    UUID add(
            DSLContext tx,
            From giver,
            UUID agentId,
            Scope scope,
            LocalDate from,
            Optional<LocalDate> until) {
        var id = ids.next();
        tx.insertInto(MANDATE)
                .set(MANDATE.MANDATE_ID, id)
                .set(MANDATE.GIVER_PERSON, giver.person().orElse(null))
                .set(MANDATE.GIVER_FIRM, giver.firm().orElse(null))
                .set(MANDATE.AGENT_ID, agentId)
                .set(MANDATE.SCOPE, word(scope))
                .set(MANDATE.SCOPE_KEY, scope.key())
                .set(MANDATE.FROM_DAY, from)
                .set(MANDATE.UNTIL_DAY, until.orElse(null))
                .set(MANDATE.GIVEN_BY, giver.signedBy())
                .set(MANDATE.GIVEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    /** Notes a handler whom the register of firms names; leaves one alone that is known. */
    void addOfRegister(DSLContext tx, UUID firmId, UUID agentId, LocalDate from) {
        tx.insertInto(MANDATE)
                .set(MANDATE.MANDATE_ID, ids.next())
                .set(MANDATE.GIVER_FIRM, firmId)
                .set(MANDATE.AGENT_ID, agentId)
                .set(MANDATE.SCOPE, word(new Scope.Everything()))
                .set(MANDATE.SCOPE_KEY, "")
                .set(MANDATE.FROM_DAY, from)
                .set(MANDATE.GIVEN_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** The mandates under which a person acts, ended ones too, the last given first. */
    List<Mandate> toAgent(DSLContext tx, UUID agentId, int most) {
        return list(tx, MANDATE.AGENT_ID.eq(agentId), most);
    }

    /** Those that have not been ended; their days may be over. */
    List<Mandate> standing(DSLContext tx, UUID agentId, int most) {
        return list(tx, MANDATE.AGENT_ID.eq(agentId).and(MANDATE.ENDED_AT.isNull()), most);
    }

    /** What a person gave, for themselves or for a firm they represent, the last given first. */
    List<Mandate> fromPerson(DSLContext tx, UUID personId, int most) {
        return list(
                tx,
                MANDATE.GIVER_PERSON.eq(personId).or(FIRM.REPRESENTATIVE_ID.eq(personId)),
                most);
    }

    Optional<Mandate> find(DSLContext tx, UUID id) {
        return list(tx, MANDATE.MANDATE_ID.eq(id), 1).stream().findFirst();
    }

    /** How many of a person's mandates have not been ended; counted no further than asked. */
    int countStanding(DSLContext tx, From giver, int most) {
        return tx.fetchCount(
                tx.selectOne()
                        .from(MANDATE)
                        .where(
                                giver.firm()
                                        .map(MANDATE.GIVER_FIRM::eq)
                                        .orElseGet(
                                                () ->
                                                        MANDATE.GIVER_PERSON.eq(
                                                                giver.person().orElseThrow())))
                        .and(MANDATE.ENDED_AT.isNull())
                        .limit(most));
    }

    /** Ends one that has not been ended yet. */
    boolean end(DSLContext tx, UUID id, Mandate.Party by) {
        return tx.update(MANDATE)
                        .set(MANDATE.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(MANDATE.ENDED_BY, by.name().toLowerCase(Locale.ROOT))
                        .where(MANDATE.MANDATE_ID.eq(id))
                        .and(MANDATE.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    private static List<Mandate> list(DSLContext tx, Condition which, int most) {
        return tx.select(MANDATE.fields())
                .select(GIVER.fields())
                .select(AGENT.fields())
                .select(FIRM.fields())
                .from(MANDATE)
                .join(AGENT)
                .on(AGENT.PERSON_ID.eq(MANDATE.AGENT_ID))
                .leftJoin(GIVER)
                .on(GIVER.PERSON_ID.eq(MANDATE.GIVER_PERSON))
                .leftJoin(FIRM)
                .on(FIRM.FIRM_ID.eq(MANDATE.GIVER_FIRM))
                .where(which)
                .orderBy(MANDATE.MANDATE_ID.desc())
                .limit(most)
                .fetch(MandateRows::mandate);
    }

    private static Mandate mandate(Record row) {
        return new Mandate(
                row.get(MANDATE.MANDATE_ID),
                row.get(MANDATE.GIVER_FIRM) == null
                        ? new Mandate.Giver.OfPerson(person(row, GIVER))
                        : new Mandate.Giver.OfFirm(FirmRows.firm(row)),
                person(row, AGENT),
                scope(row.get(MANDATE.SCOPE), row.get(MANDATE.SCOPE_KEY)),
                row.get(MANDATE.FROM_DAY),
                Optional.ofNullable(row.get(MANDATE.UNTIL_DAY)),
                row.get(MANDATE.GIVEN_AT).toInstant(),
                Optional.ofNullable(row.get(MANDATE.ENDED_AT))
                        .map(
                                at ->
                                        new Mandate.End(
                                                at.toInstant(),
                                                Mandate.Party.valueOf(
                                                        row.get(MANDATE.ENDED_BY)
                                                                .toUpperCase(Locale.ROOT)))));
    }

    private static Person person(Record row, org.tongban.schema.tables.Person table) {
        return new Person(
                row.get(table.PERSON_ID),
                row.get(table.NAME),
                RealName.valueOf(row.get(table.REAL_NAME).toUpperCase(Locale.ROOT)));
    }

    private static String word(Scope scope) {
        return switch (scope) {
            case Scope.Everything() -> "everything";
            case Scope.OfTheme _ -> "theme";
            case Scope.OfItem _ -> "item";
        };
    }

    private static Scope scope(String word, String key) {
        return switch (word) {
            case "everything" -> new Scope.Everything();
            case "theme" -> new Scope.OfTheme(key);
            case "item" -> new Scope.OfItem(key);
            default -> throw new IllegalArgumentException("a scope that does not exist: " + word);
        };
    }
}
