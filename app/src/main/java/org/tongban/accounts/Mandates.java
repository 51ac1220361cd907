package org.tongban.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Mandates as the two who are bound by one see, give and end them. */
@Component
public class Mandates {

    /** Mandates on a page, and as many as one giver may keep running. */
    public static final int MOST = 100;

    /** A person's mandate ends by itself after this; it can be given again. */
    public static final int LONGEST_YEARS = 3;

    private final DSLContext db;
    private final MandateRows rows;
    private final PersonRows people;
    private final FirmRows firms;
    private final Clock clock;

    /** What is to be given. */
    public record Wish(
            Optional<UUID> firm,
            String agentName,
            CitizenId agentNumber,
            Scope scope,
            LocalDate until) {

        /** Says nothing of the number: this may reach a log. */
        @Override
        public String toString() {
            return "Wish[" + scope + "]";
        }
    }

    /** What came of it. */
    public sealed interface Given {
        /** It holds from now on. */
        record Done(UUID id) implements Given {}

        /** Why it was not given. */
        record Refused(Why why) implements Given {}
    }

    /** Why a mandate is not given. */
    public enum Why {
        /** Nobody but themselves says who the giver is. */
        GIVER_NOT_PROVED,
        /** The giver is a child. */
        GIVER_NOT_GROWN_UP,
        /** The firm is represented by somebody else. */
        NOT_THE_REPRESENTATIVE,
        /**
         * Nobody is known under that name and number. One answer for a wrong name and a number that
         * is not known, so that nobody learns whose number is known here.
         */
        AGENT_UNKNOWN,
        AGENT_IS_GIVER,
        AGENT_NOT_GROWN_UP,
        /** The last day has gone by, or lies further ahead than a mandate may last. */
        BAD_DAY,
        TOO_MANY
    }

    Mandates(DSLContext db, Keys keys, RowIds ids, Clock clock) {
        this.db = db;
        this.rows = new MandateRows(ids, clock);
        this.people = new PersonRows(keys, ids, clock);
        this.firms = new FirmRows(ids, clock);
        this.clock = clock;
    }

    /** Gives a mandate, for oneself or for a firm one represents. It holds at once. */
    @LegalBasis("practice/mandate/given")
    public Given give(UUID giverId, Wish wish) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var giver = people.find(tx, giverId).orElseThrow();
                    var agent =
                            people.find(tx, wish.agentNumber())
                                    .filter(one -> one.name().equals(wish.agentName()));
                    var from =
                            new MandateRows.From(
                                    wish.firm().isPresent()
                                            ? Optional.empty()
                                            : Optional.of(giverId),
                                    wish.firm(),
                                    giverId);
                    var why = bar(tx, giver, from, agent, wish);
                    if (why.isPresent()) return new Given.Refused(why.get());
                    return new Given.Done(
                            rows.add(
                                    tx,
                                    from,
                                    agent.orElseThrow().id(),
                                    wish.scope(),
                                    today(),
                                    Optional.of(wish.until())));
                });
    }

    private Optional<Why> bar(
            DSLContext tx, Person giver, MandateRows.From from, Optional<Person> agent, Wish wish) {
        if (!giver.realName().reaches(MayAct.LEAST)) return Optional.of(Why.GIVER_NOT_PROVED);
        if (!isGrownUp(people.number(tx, giver.id()))) return Optional.of(Why.GIVER_NOT_GROWN_UP);
        if (from.firm().isPresent() && !represents(tx, giver.id(), from.firm().get())) {
            return Optional.of(Why.NOT_THE_REPRESENTATIVE);
        }
        if (agent.isEmpty()) return Optional.of(Why.AGENT_UNKNOWN);
        if (agent.get().id().equals(giver.id())) return Optional.of(Why.AGENT_IS_GIVER);
        if (!isGrownUp(wish.agentNumber())) return Optional.of(Why.AGENT_NOT_GROWN_UP);
        if (wish.until().isBefore(today())
                || wish.until().isAfter(today().plusYears(LONGEST_YEARS))) {
            return Optional.of(Why.BAD_DAY);
        }
        return rows.countStanding(tx, from, MOST) >= MOST
                ? Optional.of(Why.TOO_MANY)
                : Optional.empty();
    }

    private boolean represents(DSLContext tx, UUID personId, UUID firmId) {
        return firms.find(tx, firmId)
                .filter(firm -> firm.representativeId().equals(personId))
                .isPresent();
    }

    private boolean isGrownUp(CitizenId number) {
        return MayAct.isGrownUp(number.birthDate(), today());
    }

    /** What a person gave, for themselves or for firms they represent, the last first. */
    public List<Mandate> givenBy(UUID personId) {
        return rows.fromPerson(db, personId, MOST);
    }

    /** What a person was asked to do, the last first. */
    public List<Mandate> givenTo(UUID personId) {
        return rows.toAgent(db, personId, MOST);
    }

    /** The firms for which a person signs. */
    public List<Firm> representedBy(UUID personId) {
        return firms.representedBy(db, personId);
    }

    /** The mandate, for either of the two; for others there is none. */
    public Optional<Mandate> find(UUID id, UUID personId) {
        return rows.find(db, id).filter(one -> party(one, personId).isPresent());
    }

    /** On which side of a mandate a person stands. */
    public Optional<Mandate.Party> party(Mandate mandate, UUID personId) {
        if (mandate.agent().id().equals(personId)) return Optional.of(Mandate.Party.AGENT);
        var giver =
                switch (mandate.giver()) {
                    case Mandate.Giver.OfPerson(var person) -> person.id();
                    case Mandate.Giver.OfFirm(var firm) -> firm.representativeId();
                };
        return giver.equals(personId) ? Optional.of(Mandate.Party.GIVER) : Optional.empty();
    }

    /**
     * Takes a mandate back, or gives it back, from this moment on.
     *
     * @return false when the person is neither of the two, or it was ended before
     */
    @LegalBasis("practice/mandate/taken-back")
    public boolean end(UUID id, UUID personId) {
        return db.transactionResult(
                work ->
                        rows.find(work.dsl(), id)
                                .flatMap(one -> party(one, personId))
                                .map(by -> rows.end(work.dsl(), id, by))
                                .orElse(false));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
