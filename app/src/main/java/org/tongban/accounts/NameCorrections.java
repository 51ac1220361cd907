package org.tongban.accounts;

import static org.tongban.schema.tables.NameCorrection.NAME_CORRECTION;
import static org.tongban.schema.tables.Person.PERSON;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.codes.CitizenId;
import org.tongban.crypto.Keys;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Names that were typed wrong and were put right; each correction can be undone, once. */
@Component
public class NameCorrections {

    /** As many as a page shows. */
    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final PersonRows people;
    private final RowIds ids;
    private final Clock clock;

    /**
     * One correction.
     *
     * @param by name of the member of staff
     * @param undone whether a later one took it back
     */
    public record Correction(
            UUID id,
            UUID personId,
            Instant at,
            String oldName,
            String newName,
            ProofDocument document,
            String reason,
            String by,
            boolean undone,
            boolean undoes) {}

    /** What came of it. */
    public enum Outcome {
        DONE,
        /** Nobody is known under that number. */
        UNKNOWN,
        /** The name stands so already. */
        SAME,
        /** It was undone before, or the name has changed since. */
        NOT_ANY_MORE
    }

    NameCorrections(DSLContext db, Keys keys, RowIds ids, Clock clock) {
        this.db = db;
        this.people = new PersonRows(keys, ids, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts the name of the person with a number right. */
    @LegalBasis("practice/identity/corrected")
    public Outcome correct(
            CitizenId number,
            String name,
            ProofDocument document,
            String reason,
            StaffPrincipal staff) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var known = people.find(tx, number);
                    if (known.isEmpty()) return Outcome.UNKNOWN;
                    if (known.get().name().equals(name)) return Outcome.SAME;
                    return write(tx, known.get(), name, document, reason, staff, Optional.empty());
                });
    }

    /** Takes a correction back, while the name still is what it made of it. */
    @LegalBasis("practice/identity/corrected")
    public Outcome undo(UUID id, String reason, StaffPrincipal staff) {
        return db.transactionResult(
                work -> {
                    var tx = work.dsl();
                    var wrong = list(tx, NAME_CORRECTION.CORRECTION_ID.eq(id)).stream().findFirst();
                    if (wrong.isEmpty() || wrong.get().undone()) return Outcome.NOT_ANY_MORE;
                    var person = people.find(tx, wrong.get().personId()).orElseThrow();
                    if (!person.name().equals(wrong.get().newName())) return Outcome.NOT_ANY_MORE;
                    return write(
                            tx,
                            person,
                            wrong.get().oldName(),
                            wrong.get().document(),
                            reason,
                            staff,
                            Optional.of(id));
                });
    }

    private Outcome write(
            DSLContext tx,
            Person person,
            String name,
            ProofDocument document,
            String reason,
            StaffPrincipal staff,
            Optional<UUID> undoes) {
        var written =
                tx.update(PERSON)
                        .set(PERSON.NAME, name)
                        .where(PERSON.PERSON_ID.eq(person.id()))
                        .and(PERSON.NAME.eq(person.name()))
                        .execute();
        // Somebody else was faster.
        if (written == 0) return Outcome.NOT_ANY_MORE;
        tx.insertInto(NAME_CORRECTION)
                .set(NAME_CORRECTION.CORRECTION_ID, ids.next())
                .set(NAME_CORRECTION.PERSON_ID, person.id())
                .set(NAME_CORRECTION.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(NAME_CORRECTION.OLD_NAME, person.name())
                .set(NAME_CORRECTION.NEW_NAME, name)
                .set(NAME_CORRECTION.DOCUMENT, document.name().toLowerCase(Locale.ROOT))
                .set(NAME_CORRECTION.REASON, reason)
                .set(NAME_CORRECTION.STAFF_ID, staff.staffId())
                .set(NAME_CORRECTION.STAFF_NAME, staff.name())
                .set(NAME_CORRECTION.UNDOES, undoes.orElse(null))
                .execute();
        return Outcome.DONE;
    }

    /** The corrections of a person's name, the last first. */
    public List<Correction> of(UUID personId) {
        return list(db, NAME_CORRECTION.PERSON_ID.eq(personId));
    }

    /** The last corrections at all, the last first. */
    public List<Correction> last() {
        return list(db, DSL.noCondition());
    }

    private static List<Correction> list(DSLContext tx, Condition which) {
        var later = NAME_CORRECTION.as("later");
        var undone =
                DSL.exists(
                        DSL.selectOne()
                                .from(later)
                                .where(later.UNDOES.eq(NAME_CORRECTION.CORRECTION_ID)));
        var isUndone = DSL.field(undone);
        return tx.select(NAME_CORRECTION.fields())
                .select(isUndone)
                .from(NAME_CORRECTION)
                .where(which)
                .orderBy(NAME_CORRECTION.CORRECTION_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Correction(
                                        row.get(NAME_CORRECTION.CORRECTION_ID),
                                        row.get(NAME_CORRECTION.PERSON_ID),
                                        row.get(NAME_CORRECTION.AT).toInstant(),
                                        row.get(NAME_CORRECTION.OLD_NAME),
                                        row.get(NAME_CORRECTION.NEW_NAME),
                                        ProofDocument.valueOf(
                                                row.get(NAME_CORRECTION.DOCUMENT)
                                                        .toUpperCase(Locale.ROOT)),
                                        row.get(NAME_CORRECTION.REASON),
                                        row.get(NAME_CORRECTION.STAFF_NAME),
                                        Boolean.TRUE.equals(row.get(isUndone)),
                                        row.get(NAME_CORRECTION.UNDOES) != null));
    }
}
