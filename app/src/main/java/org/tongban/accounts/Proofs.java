package org.tongban.accounts;

import static org.tongban.schema.tables.PersonProof.PERSON_PROOF;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;

/** Every check of who somebody is. Lines are added, never changed. */
@Component
public class Proofs {

    /** Nobody shows a card more often; the page shows the last ones. */
    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final RowIds ids;
    private final Clock clock;

    /**
     * One check.
     *
     * @param document what was shown; empty for a provider
     * @param by name of the member of staff, or of the provider
     * @param agency key of the agency for which it was done; empty for a desk of no agency
     * @param underClosedNumber whether it was done on a record that was put into this one
     */
    public record Proof(
            Instant at,
            RealName level,
            Optional<ProofDocument> document,
            String by,
            Optional<String> agency,
            boolean underClosedNumber) {}

    Proofs(DSLContext db, RowIds ids, Clock clock) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
    }

    void atWindow(
            DSLContext tx,
            UUID personId,
            ProofDocument document,
            StaffPrincipal staff,
            Optional<String> agency) {
        tx.insertInto(PERSON_PROOF)
                .set(PERSON_PROOF.PROOF_ID, ids.next())
                .set(PERSON_PROOF.PERSON_ID, personId)
                .set(PERSON_PROOF.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PERSON_PROOF.LEVEL, "window")
                .set(PERSON_PROOF.DOCUMENT, document.name().toLowerCase(Locale.ROOT))
                .set(PERSON_PROOF.STAFF_ID, staff.staffId())
                .set(PERSON_PROOF.STAFF_NAME, staff.name())
                .set(PERSON_PROOF.AGENCY_KEY, agency.orElse(null))
                .execute();
    }

    void byProvider(DSLContext tx, UUID personId, String provider) {
        tx.insertInto(PERSON_PROOF)
                .set(PERSON_PROOF.PROOF_ID, ids.next())
                .set(PERSON_PROOF.PERSON_ID, personId)
                .set(PERSON_PROOF.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(PERSON_PROOF.LEVEL, "provider")
                .set(PERSON_PROOF.PROVIDER, provider)
                .execute();
    }

    /** The last checks of a person and of records that were put into theirs, the latest first. */
    @LegalBasis("practice/merge/checks")
    public List<Proof> of(UUID personId) {
        return db.selectFrom(PERSON_PROOF)
                .where(
                        PERSON_PROOF
                                .PERSON_ID
                                .eq(personId)
                                .or(PERSON_PROOF.PERSON_ID.in(PersonRows.gone(personId))))
                .orderBy(PERSON_PROOF.PROOF_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Proof(
                                        row.getAt().toInstant(),
                                        RealName.valueOf(row.getLevel().toUpperCase(Locale.ROOT)),
                                        Optional.ofNullable(row.getDocument())
                                                .map(d -> d.toUpperCase(Locale.ROOT))
                                                .map(ProofDocument::valueOf),
                                        Optional.ofNullable(row.getStaffName())
                                                .or(() -> Optional.ofNullable(row.getProvider()))
                                                .orElse(""),
                                        Optional.ofNullable(row.getAgencyKey()),
                                        !row.getPersonId().equals(personId)));
    }
}
