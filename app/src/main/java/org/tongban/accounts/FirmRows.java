package org.tongban.accounts;

import static org.tongban.schema.tables.Account.ACCOUNT;
import static org.tongban.schema.tables.Firm.FIRM;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.tongban.codes.CreditCode;
import org.tongban.database.RowIds;

/** The rows of firms. */
final class FirmRows {

    /** Nobody acts for more firms; the list of choices is a page. */
    private static final int MOST_FIRMS = 100;

    private final RowIds ids;
    private final MandateRows mandates;
    private final Clock clock;

    FirmRows(RowIds ids, Clock clock) {
        this.ids = ids;
        this.mandates = new MandateRows(ids, clock);
        this.clock = clock;
    }

    Optional<Firm> find(DSLContext tx, UUID id) {
        return tx.selectFrom(FIRM).where(FIRM.FIRM_ID.eq(id)).fetchOptional(FirmRows::firm);
    }

    Optional<Firm> find(DSLContext tx, CreditCode code) {
        return tx.selectFrom(FIRM)
                .where(FIRM.CREDIT_CODE.eq(code.value()))
                .fetchOptional(FirmRows::firm);
    }

    /** The firms that a person represents, by name. */
    List<Firm> representedBy(DSLContext tx, UUID personId) {
        return tx.selectFrom(FIRM)
                .where(FIRM.REPRESENTATIVE_ID.eq(personId))
                .orderBy(FIRM.NAME, FIRM.FIRM_ID)
                .limit(MOST_FIRMS)
                .fetch(FirmRows::firm);
    }

    /** Notes a firm of the demonstration and who may act for it, or writes a known one anew. */
    void put(DSLContext tx, DemonstrationApplicants.DemonstrationFirm firm, LocalDate today) {
        var representative = personOf(tx, firm.representative());
        var id =
                tx.insertInto(FIRM)
                        .set(FIRM.FIRM_ID, ids.next())
                        .set(FIRM.NAME, firm.name())
                        .set(FIRM.CREDIT_CODE, CreditCode.of(firm.creditCode()).value())
                        .set(FIRM.REPRESENTATIVE_ID, representative)
                        .set(FIRM.ADDRESS, firm.address())
                        .set(FIRM.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .onConflict(FIRM.CREDIT_CODE)
                        .doUpdate()
                        .set(FIRM.NAME, firm.name())
                        .set(FIRM.REPRESENTATIVE_ID, representative)
                        .set(FIRM.ADDRESS, firm.address())
                        .returningResult(FIRM.FIRM_ID)
                        .fetchSingle(FIRM.FIRM_ID);
        for (var agent : firm.agents()) {
            // Whoever represents it needs no mandate.
            var handler = personOf(tx, agent);
            if (!handler.equals(representative)) mandates.addOfRegister(tx, id, handler, today);
        }
    }

    private static UUID personOf(DSLContext tx, String login) {
        return tx.select(ACCOUNT.PERSON_ID)
                .from(ACCOUNT)
                .where(ACCOUNT.LOGIN.eq(login))
                .fetchOptional(ACCOUNT.PERSON_ID)
                .orElseThrow(() -> new IllegalArgumentException("no person with login " + login));
    }

    static Firm firm(Record row) {
        return new Firm(
                row.get(FIRM.FIRM_ID),
                row.get(FIRM.NAME),
                row.get(FIRM.CREDIT_CODE),
                row.get(FIRM.REPRESENTATIVE_ID),
                row.get(FIRM.ADDRESS));
    }
}
