package org.tongban.documents;

import static org.tongban.schema.Tables.SEAL;
import static org.tongban.schema.Tables.SEAL_CERTIFICATE;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.crypto.SigningDevice;
import org.tongban.documents.seal.Authority;
import org.tongban.documents.seal.ElectronicSeal;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.Malformed;
import org.tongban.documents.seal.SealCertificate;
import org.tongban.documents.seal.SealChecks;
import org.tongban.documents.seal.SealOwner;

/**
 * The register of seals: which agency holds which, by whose certificate, and what was revoked. A
 * seal that an agency lacks is made when it is first needed, certified by this installation's own
 * authority; a place with seals from a licensed authority enters those instead.
 */
@Component
public class Seals {

    private static final String AUTHORITY = "authority";
    private static final String MAKER = "maker";
    private static final String SEALER = "sealer";

    /** Any number that no other lock of this house uses. */
    private static final long MAKING_LOCK = 385_402_020L;

    private final DSLContext db;
    private final SigningDevice device;
    private final DocumentFont font;
    private final Clock clock;

    Seals(DSLContext db, SigningDevice device, DocumentFont font, Clock clock) {
        this.db = db;
        this.device = device;
        this.font = font;
        this.clock = clock;
    }

    /**
     * The agency's seal for a purpose, valid now.
     *
     * @param purpose the words at its foot
     * @throws IllegalStateException when there is none yet and this machine has no font to make it
     */
    @Transactional(propagation = Propagation.REQUIRED)
    public HeldSeal of(SealOwner owner, String purpose) {
        return held(owner, purpose)
                .orElseGet(
                        () -> {
                            db.execute("SELECT pg_advisory_xact_lock({0})", MAKING_LOCK);
                            return held(owner, purpose).orElseGet(() -> made(owner, purpose));
                        });
    }

    /** What checks documents against the authorities this installation trusts. */
    public SealChecks checks() {
        var trusted =
                db.select(SEAL_CERTIFICATE.DER)
                        .from(SEAL_CERTIFICATE)
                        .where(SEAL_CERTIFICATE.ROLE.eq(AUTHORITY))
                        .fetch(row -> readable(row.value1()));
        return new SealChecks(
                trusted,
                serial ->
                        db.fetchExists(
                                SEAL_CERTIFICATE,
                                SEAL_CERTIFICATE
                                        .SERIAL
                                        .eq(serial)
                                        .and(SEAL_CERTIFICATE.REVOKED_AT.isNotNull())));
    }

    /**
     * Revokes the certificate of a sealer: from now on its seal is not used and no document sealed
     * with it passes. The next document is sealed with a new certificate and a new seal.
     *
     * @param by name of who decided
     * @return false when there is no such certificate, or it was revoked before
     */
    public boolean revoke(String serial, String why, String by) {
        return db.update(SEAL_CERTIFICATE)
                        .set(SEAL_CERTIFICATE.REVOKED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(SEAL_CERTIFICATE.REVOKED_WHY, why)
                        .set(SEAL_CERTIFICATE.REVOKED_BY, by)
                        .where(SEAL_CERTIFICATE.SERIAL.eq(serial))
                        .and(SEAL_CERTIFICATE.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    private Optional<HeldSeal> held(SealOwner owner, String purpose) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return db.select(SEAL.DER, SEAL_CERTIFICATE.DER, SEAL_CERTIFICATE.KEY_NAME)
                .from(SEAL)
                .join(SEAL_CERTIFICATE)
                .on(SEAL_CERTIFICATE.SERIAL.eq(SEAL.SERIAL))
                .where(SEAL.OWNER_KEY.eq(owner.key()))
                .and(SEAL.PURPOSE.eq(purpose))
                .and(SEAL.VALID_FROM.le(now))
                .and(SEAL.VALID_UNTIL.gt(now))
                .and(SEAL_CERTIFICATE.VALID_UNTIL.gt(now))
                .and(SEAL_CERTIFICATE.REVOKED_AT.isNull())
                .orderBy(SEAL.VALID_UNTIL.desc(), SEAL.SEAL_ID)
                .limit(1)
                .fetchOptional(
                        row ->
                                new HeldSeal(
                                        readableSeal(row.value1()),
                                        readable(row.value2()),
                                        row.value3()));
    }

    private HeldSeal made(SealOwner owner, String purpose) {
        var letters =
                font.find().orElseThrow(() -> new IllegalStateException("no font on this machine"));
        var now = clock.instant();
        var authority = new Authority(device, now);
        var root =
                certificate(AUTHORITY, "", now)
                        .orElseGet(() -> entered(AUTHORITY, "", Authority.KEY, authority.root()));
        var maker =
                certificate(MAKER, "", now)
                        .orElseGet(
                                () ->
                                        entered(
                                                MAKER,
                                                "",
                                                Authority.MAKER_KEY,
                                                authority.maker(root)));
        var keyName = keyName(owner);
        var sealer =
                certificate(SEALER, owner.key(), now)
                        .orElseGet(
                                () ->
                                        entered(
                                                SEALER,
                                                owner.key(),
                                                keyName,
                                                authority.sealer(root, owner, keyName)));
        var seal = authority.seal(maker, sealer, owner, purpose, letters);
        enter(owner, purpose, sealer, seal);
        return new HeldSeal(seal, sealer, keyName);
    }

    /** A key whose certificate was revoked is never certified again. */
    private String keyName(SealOwner owner) {
        var revoked =
                db.fetchCount(
                        SEAL_CERTIFICATE,
                        SEAL_CERTIFICATE
                                .ROLE
                                .eq(SEALER)
                                .and(SEAL_CERTIFICATE.OWNER_KEY.eq(owner.key()))
                                .and(SEAL_CERTIFICATE.REVOKED_AT.isNotNull()));
        return Authority.keyOf(owner, revoked + 1);
    }

    private Optional<SealCertificate> certificate(String role, String owner, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        return db.select(SEAL_CERTIFICATE.DER)
                .from(SEAL_CERTIFICATE)
                .where(SEAL_CERTIFICATE.ROLE.eq(role))
                .and(SEAL_CERTIFICATE.OWNER_KEY.eq(owner))
                .and(SEAL_CERTIFICATE.KEY_NAME.ne(""))
                .and(SEAL_CERTIFICATE.REVOKED_AT.isNull())
                .and(SEAL_CERTIFICATE.VALID_FROM.le(at))
                .and(SEAL_CERTIFICATE.VALID_UNTIL.gt(at))
                .orderBy(SEAL_CERTIFICATE.VALID_UNTIL.desc(), SEAL_CERTIFICATE.SERIAL)
                .limit(1)
                .fetchOptional(row -> readable(row.value1()));
    }

    private SealCertificate entered(
            String role, String owner, String keyName, SealCertificate certificate) {
        db.insertInto(SEAL_CERTIFICATE)
                .set(SEAL_CERTIFICATE.SERIAL, certificate.serial())
                .set(SEAL_CERTIFICATE.ROLE, role)
                .set(SEAL_CERTIFICATE.OWNER_KEY, owner)
                .set(SEAL_CERTIFICATE.KEY_NAME, keyName)
                .set(SEAL_CERTIFICATE.DER, certificate.der())
                .set(SEAL_CERTIFICATE.VALID_FROM, certificate.from().atOffset(ZoneOffset.UTC))
                .set(SEAL_CERTIFICATE.VALID_UNTIL, certificate.until().atOffset(ZoneOffset.UTC))
                .execute();
        return certificate;
    }

    private void enter(
            SealOwner owner, String purpose, SealCertificate sealer, ElectronicSeal seal) {
        db.insertInto(SEAL)
                .set(SEAL.SEAL_ID, seal.id())
                .set(SEAL.OWNER_KEY, owner.key())
                .set(SEAL.PURPOSE, purpose)
                .set(SEAL.SERIAL, sealer.serial())
                .set(SEAL.DER, seal.der())
                .set(SEAL.VALID_FROM, seal.from().atOffset(ZoneOffset.UTC))
                .set(SEAL.VALID_UNTIL, seal.until().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static SealCertificate readable(byte[] der) {
        try {
            return SealCertificate.read(der);
        } catch (Malformed damaged) {
            throw new IllegalStateException("the register of seals is damaged", damaged);
        }
    }

    private static ElectronicSeal readableSeal(byte[] der) {
        try {
            return ElectronicSeal.read(der);
        } catch (Malformed damaged) {
            throw new IllegalStateException("the register of seals is damaged", damaged);
        }
    }
}
