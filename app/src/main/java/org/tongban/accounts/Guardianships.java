package org.tongban.accounts;

import static org.tongban.schema.tables.Guardianship.GUARDIANSHIP;
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
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Guardians and children, confirmed by a register or by clerks who saw the paper. */
@Component
public class Guardianships {

    /** Nobody guards more children; the list is a page. */
    private static final int MOST = 50;

    private static final org.tongban.schema.tables.Person GUARDIAN = PERSON.as("guardian");
    private static final org.tongban.schema.tables.Person CHILD = PERSON.as("child");

    private final DSLContext db;
    private final PersonRows people;
    private final RowIds ids;
    private final Clock clock;

    /** What came of a confirmation. */
    public sealed interface Confirmed {
        /** It holds from now on, or did before. */
        record Done(Person child) implements Confirmed {}

        /** Why it was not put down. */
        record Refused(Why why) implements Confirmed {}
    }

    /** Why nothing was confirmed. */
    public enum Why {
        /** The guardian has not been checked at a window. */
        GUARDIAN_NOT_PROVED,
        GUARDIAN_NOT_GROWN_UP,
        /** Whoever is eighteen acts for themselves, or gives a mandate. */
        CHILD_GROWN_UP,
        /** The child's number is known under another name: one of the two was typed wrong. */
        OTHER_NAME
    }

    Guardianships(DSLContext db, Keys keys, RowIds ids, Clock clock) {
        this.db = db;
        this.people = new PersonRows(keys, ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * On what an entry rests.
     *
     * @param says what the register answered
     * @param staff who put it down; empty: the guardian declared it
     */
    public record Basis(
            Guardianship.Paper paper,
            GuardianRegister.Says says,
            Optional<StaffPrincipal> staff,
            Optional<String> agency) {}

    /**
     * Puts down who is the guardian of a child. A child who was not known is known from now on, by
     * the guardian's word only where no window saw a paper.
     */
    @LegalBasis("practice/mandate/guardian")
    public Confirmed confirm(
            Person guardian,
            String childName,
            CitizenId childNumber,
            Guardianship.Relation relation,
            Basis basis) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var today = LocalDate.now(clock);
                    if (!guardian.realName().reaches(MayAct.LEAST)) {
                        return new Confirmed.Refused(Why.GUARDIAN_NOT_PROVED);
                    }
                    var born = people.number(tx, guardian.id()).birthDate();
                    if (!MayAct.isGrownUp(born, today)) {
                        return new Confirmed.Refused(Why.GUARDIAN_NOT_GROWN_UP);
                    }
                    if (MayAct.isGrownUp(childNumber.birthDate(), today)) {
                        return new Confirmed.Refused(Why.CHILD_GROWN_UP);
                    }
                    var known = people.find(tx, childNumber);
                    if (known.filter(one -> !one.name().equals(childName)).isPresent()) {
                        return new Confirmed.Refused(Why.OTHER_NAME);
                    }
                    var child =
                            known.orElseGet(
                                    () ->
                                            people.put(
                                                    tx,
                                                    childName,
                                                    new PrivatePart(childNumber.value(), "", ""),
                                                    basis.staff().isPresent()
                                                            ? RealName.WINDOW
                                                            : RealName.DECLARED));
                    tx.insertInto(GUARDIANSHIP)
                            .set(GUARDIANSHIP.GUARDIANSHIP_ID, ids.next())
                            .set(GUARDIANSHIP.GUARDIAN_ID, guardian.id())
                            .set(GUARDIANSHIP.CHILD_ID, child.id())
                            .set(GUARDIANSHIP.RELATION, stored(relation))
                            .set(GUARDIANSHIP.PAPER, stored(basis.paper()))
                            .set(GUARDIANSHIP.REGISTER_SAYS, stored(basis.says()))
                            .set(
                                    GUARDIANSHIP.CONFIRMED_AT,
                                    clock.instant().atOffset(ZoneOffset.UTC))
                            .set(
                                    GUARDIANSHIP.STAFF_ID,
                                    basis.staff().map(StaffPrincipal::staffId).orElse(null))
                            .set(
                                    GUARDIANSHIP.STAFF_NAME,
                                    basis.staff().map(StaffPrincipal::name).orElse(""))
                            .set(GUARDIANSHIP.AGENCY_KEY, basis.agency().orElse(null))
                            .onConflictDoNothing()
                            .execute();
                    return new Confirmed.Done(child);
                });
    }

    /** The children of a guardian, ended entries too, the last confirmed first. */
    public List<Guardianship> of(UUID guardianId) {
        return list(GUARDIANSHIP.GUARDIAN_ID.eq(guardianId));
    }

    /** The entry, whoever asks: for a window that found it before. */
    public Optional<Guardianship> find(UUID id) {
        return list(GUARDIANSHIP.GUARDIANSHIP_ID.eq(id)).stream().findFirst();
    }

    /**
     * Takes an entry back from this moment on, for example after a judgement.
     *
     * @return false when it was taken back before
     */
    public boolean end(UUID id, String reason, StaffPrincipal staff) {
        return db.update(GUARDIANSHIP)
                        .set(GUARDIANSHIP.ENDED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(GUARDIANSHIP.ENDED_REASON, reason)
                        .set(GUARDIANSHIP.ENDED_STAFF_ID, staff.staffId())
                        .where(GUARDIANSHIP.GUARDIANSHIP_ID.eq(id))
                        .and(GUARDIANSHIP.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** As the rule sees it. */
    public Bond.Guardian bond(Guardianship entry) {
        return new Bond.Guardian(
                people.number(db, entry.child().id()).birthDate(), entry.endedAt().isPresent());
    }

    private List<Guardianship> list(Condition which) {
        return db.select(GUARDIANSHIP.fields())
                .select(GUARDIAN.fields())
                .select(CHILD.fields())
                .from(GUARDIANSHIP)
                .join(GUARDIAN)
                .on(GUARDIAN.PERSON_ID.eq(GUARDIANSHIP.GUARDIAN_ID))
                .join(CHILD)
                .on(CHILD.PERSON_ID.eq(GUARDIANSHIP.CHILD_ID))
                .where(which)
                .orderBy(GUARDIANSHIP.GUARDIANSHIP_ID.desc())
                .limit(MOST)
                .fetch(Guardianships::entry);
    }

    private static Guardianship entry(Record row) {
        return new Guardianship(
                row.get(GUARDIANSHIP.GUARDIANSHIP_ID),
                person(row, GUARDIAN),
                person(row, CHILD),
                Guardianship.Relation.valueOf(
                        row.get(GUARDIANSHIP.RELATION).toUpperCase(Locale.ROOT)),
                Guardianship.Paper.valueOf(row.get(GUARDIANSHIP.PAPER).toUpperCase(Locale.ROOT)),
                row.get(GUARDIANSHIP.CONFIRMED_AT).toInstant(),
                row.get(GUARDIANSHIP.STAFF_NAME),
                Optional.ofNullable(row.get(GUARDIANSHIP.ENDED_AT)).map(at -> at.toInstant()));
    }

    private static Person person(Record row, org.tongban.schema.tables.Person table) {
        return new Person(
                row.get(table.PERSON_ID),
                row.get(table.NAME),
                RealName.valueOf(row.get(table.REAL_NAME).toUpperCase(Locale.ROOT)));
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
