package org.tongban.certificates.lending;

import static org.tongban.schema.Tables.CERTIFICATE_LOAN;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.CertificateUses.Way;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.schema.tables.records.CertificateLoanRecord;

/** The loans of certificates. */
@Component
@LegalBasis("practice/evidence/lent")
class Loans {

    /** As many as a page shows; older ones remain stored. */
    static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final CertificateUses uses;
    private final RowIds ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    Loans(DSLContext db, CertificateUses uses, RowIds ids, Clock clock) {
        this.db = db;
        this.uses = uses;
        this.ids = ids;
        this.clock = clock;
    }

    void lend(UUID certificate, Terms terms) {
        db.insertInto(CERTIFICATE_LOAN)
                .set(CERTIFICATE_LOAN.LOAN_ID, ids.next())
                .set(CERTIFICATE_LOAN.CERTIFICATE_ID, certificate)
                .set(CERTIFICATE_LOAN.TOKEN, tokens.next())
                .set(CERTIFICATE_LOAN.BORROWER, terms.borrower())
                .set(CERTIFICATE_LOAN.PURPOSE, terms.purpose())
                .set(CERTIFICATE_LOAN.LENT_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_LOAN.UNTIL_DAY, terms.until())
                .set(CERTIFICATE_LOAN.TIMES, terms.times())
                .execute();
    }

    /** The latest loans of a certificate, the last lent first. */
    List<Loan> of(UUID certificate) {
        return db.selectFrom(CERTIFICATE_LOAN)
                .where(CERTIFICATE_LOAN.CERTIFICATE_ID.eq(certificate))
                .orderBy(CERTIFICATE_LOAN.LOAN_ID.desc())
                .limit(MOST_SHOWN)
                .fetch(Loans::loan);
    }

    Optional<Loan> withToken(String token) {
        return db.selectFrom(CERTIFICATE_LOAN)
                .where(CERTIFICATE_LOAN.TOKEN.eq(token))
                .fetchOptional(Loans::loan);
    }

    /** Takes a loan back; one that was taken back before stays as it is. */
    void takeBack(UUID certificate, UUID loan) {
        db.update(CERTIFICATE_LOAN)
                .set(CERTIFICATE_LOAN.TAKEN_BACK_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .where(CERTIFICATE_LOAN.LOAN_ID.eq(loan))
                .and(CERTIFICATE_LOAN.CERTIFICATE_ID.eq(certificate))
                .and(CERTIFICATE_LOAN.TAKEN_BACK_AT.isNull())
                .execute();
    }

    /**
     * Uses a loan once and records the use, both or neither: nobody looks unseen, and a loan is not
     * used up by a fault of ours.
     *
     * @return false when it is over, used up or taken back; nothing is counted then
     */
    @Transactional
    boolean use(Loan loan) {
        if (!counted(loan)) return false;
        uses.record(loan.certificate(), Way.LOAN, loan.borrower(), loan.purpose());
        return true;
    }

    private boolean counted(Loan loan) {
        return db.update(CERTIFICATE_LOAN)
                        .set(CERTIFICATE_LOAN.USED, CERTIFICATE_LOAN.USED.plus(1))
                        .where(CERTIFICATE_LOAN.LOAN_ID.eq(loan.id()))
                        .and(isOpen(LocalDate.now(clock)))
                        .execute()
                == 1;
    }

    private static Condition isOpen(LocalDate today) {
        return CERTIFICATE_LOAN
                .USED
                .lt(CERTIFICATE_LOAN.TIMES)
                .and(CERTIFICATE_LOAN.UNTIL_DAY.ge(today))
                .and(CERTIFICATE_LOAN.TAKEN_BACK_AT.isNull());
    }

    private static Loan loan(CertificateLoanRecord row) {
        return new Loan(
                row.getLoanId(),
                row.getCertificateId(),
                row.getToken(),
                row.getBorrower(),
                row.getPurpose(),
                row.getLentAt().toInstant(),
                row.getUntilDay(),
                row.getTimes(),
                row.getUsed(),
                Optional.ofNullable(row.getTakenBackAt()).map(at -> at.toInstant()));
    }
}
