package org.tongban.certificates.showing;

import static org.tongban.schema.Tables.CERTIFICATE_CODE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.CertificateUses.Way;
import org.tongban.crypto.RandomTokens;
import org.tongban.crypto.Sm3;
import org.tongban.law.LegalBasis;

/** The codes by which holders show certificates. Only the hash of a code is kept. */
@Component
@LegalBasis("practice/evidence/shown")
class ShownCodes {

    /** Long enough to hold a phone out and have it scanned, too short to be passed on. */
    static final Duration LIFE = Duration.ofSeconds(60);

    /** What is older than this tells nobody anything any more. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DSLContext db;
    private final CertificateUses uses;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    ShownCodes(DSLContext db, CertificateUses uses, Clock clock) {
        this.db = db;
        this.uses = uses;
        this.clock = clock;
    }

    /** How a code stands: until when it is good, and whether it was used. */
    record Code(UUID certificate, Instant expiresAt, boolean used) {
        boolean isGood(Instant now) {
            return !used && now.isBefore(expiresAt);
        }
    }

    /** Makes a code, and forgets those of the day before. */
    @Transactional
    String make(UUID certificate) {
        var now = clock.instant();
        var code = tokens.next();
        db.deleteFrom(CERTIFICATE_CODE)
                .where(CERTIFICATE_CODE.CERTIFICATE_ID.eq(certificate))
                .and(CERTIFICATE_CODE.MADE_AT.lt(now.minus(KEPT).atOffset(ZoneOffset.UTC)))
                .execute();
        db.insertInto(CERTIFICATE_CODE)
                .set(CERTIFICATE_CODE.CODE_HASH, Sm3.hex(code))
                .set(CERTIFICATE_CODE.CERTIFICATE_ID, certificate)
                .set(CERTIFICATE_CODE.MADE_AT, now.atOffset(ZoneOffset.UTC))
                .set(CERTIFICATE_CODE.EXPIRES_AT, now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .execute();
        return code;
    }

    Optional<Code> find(String code) {
        return db.selectFrom(CERTIFICATE_CODE)
                .where(CERTIFICATE_CODE.CODE_HASH.eq(Sm3.hex(code)))
                .fetchOptional(
                        row ->
                                new Code(
                                        row.getCertificateId(),
                                        row.getExpiresAt().toInstant(),
                                        row.getUsedAt() != null));
    }

    /**
     * Uses a code up and records the use, both or neither.
     *
     * @param usedBy in words for the holder
     * @return whose certificate it shows; empty when it is unknown, over, or was used before
     */
    @Transactional
    Optional<UUID> use(String code, String usedBy, String purpose) {
        var shown = usedUp(code);
        shown.ifPresent(certificate -> uses.record(certificate, Way.CODE, usedBy, purpose));
        return shown;
    }

    private Optional<UUID> usedUp(String code) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return db.update(CERTIFICATE_CODE)
                .set(CERTIFICATE_CODE.USED_AT, now)
                .where(CERTIFICATE_CODE.CODE_HASH.eq(Sm3.hex(code)))
                .and(CERTIFICATE_CODE.USED_AT.isNull())
                .and(CERTIFICATE_CODE.EXPIRES_AT.gt(now))
                .returning(CERTIFICATE_CODE.CERTIFICATE_ID)
                .fetchOptional()
                .map(row -> row.getCertificateId());
    }
}
