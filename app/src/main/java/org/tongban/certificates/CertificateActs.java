package org.tongban.certificates;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.tongban.schema.Tables.CERTIFICATE;
import static org.tongban.schema.Tables.CERTIFICATE_ACT;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.crypto.Keys;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;

/**
 * What may be done to a certificate after its issue, each act recorded with who and why. Who may do
 * it is asked at the door. A change or a renewal makes a new version: what was issued is never
 * altered.
 */
@Component
public class CertificateActs {

    private static final String VALID = "valid";
    private static final String SUSPENDED = "suspended";
    private static final String REPLACED = "replaced";
    private static final String REVOKED = "revoked";

    /** As many as a page shows; nobody met in practice has a tenth of them. */
    private static final int MOST_SHOWN = 200;

    private final DSLContext db;
    private final Certificates certificates;
    private final Keys keys;
    private final RowIds ids;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    /** The acts as the exchange of certificates numbers them. */
    public enum Operation {
        ISSUE("01"),
        RENEWAL("02"),
        SUSPENSION("03"),
        END("05"),
        RETURN("06"),
        CONFIRMATION("07"),
        CHANGE("08");

        private final String code;

        Operation(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        static Operation of(String code) {
            for (var operation : values()) {
                if (operation.code.equals(code)) return operation;
            }
            throw new IllegalArgumentException("no operation " + code);
        }
    }

    /**
     * Who acts.
     *
     * @param login of the member of staff
     */
    public record By(String login, String name) {}

    /** One act as it was recorded. */
    public record Done(Operation operation, Instant at, String by, String why) {}

    CertificateActs(DSLContext db, Certificates certificates, Keys keys, RowIds ids, Clock clock) {
        this.db = db;
        this.certificates = certificates;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records the issue of a certificate that has no case to tell of it. */
    @Transactional
    public void issued(UUID id, String why, By by) {
        recorded(id, Operation.ISSUE, why, by);
    }

    /**
     * Takes a certificate away for a time (暂扣).
     *
     * @return false when it is not valid
     */
    @Transactional
    public boolean suspend(UUID id, String why, By by) {
        return moved(id, List.of(VALID), SUSPENDED) && recorded(id, Operation.SUSPENSION, why, by);
    }

    /**
     * Ends a suspension (暂扣发还).
     *
     * @return false when it is not suspended
     */
    @Transactional
    public boolean giveBack(UUID id, String why, By by) {
        return moved(id, List.of(SUSPENDED), VALID) && recorded(id, Operation.RETURN, why, by);
    }

    /**
     * Takes a certificate back for good (注销, 撤销, 吊销).
     *
     * @param why in words for the holder
     * @return false when it was revoked or replaced before; the first reason stays then
     */
    @Transactional
    public boolean revoke(UUID id, String why, By by) {
        var revoked =
                db.update(CERTIFICATE)
                                .set(CERTIFICATE.STATUS, REVOKED)
                                .set(
                                        CERTIFICATE.REVOKED_AT,
                                        clock.instant().atOffset(ZoneOffset.UTC))
                                .set(CERTIFICATE.REVOKED_WHY, why)
                                .set(CERTIFICATE.REVOKED_BY, by.name())
                                .where(CERTIFICATE.CERTIFICATE_ID.eq(id))
                                .and(CERTIFICATE.STATUS.in(VALID, SUSPENDED))
                                .execute()
                        == 1;
        return revoked && recorded(id, Operation.END, why, by);
    }

    /**
     * Renews a certificate (延续): the next version, valid until another day. One that has expired
     * may be renewed too, as the place's own law says.
     *
     * @param until its last day, after the present one
     * @return the new version; empty when this is no longer the valid one
     */
    @Transactional
    public Optional<UUID> renew(UUID id, LocalDate until, String why, By by) {
        return next(id, Operation.RENEWAL, why, by, old -> old.renewed(until));
    }

    /**
     * Changes what a certificate says (变更): the next version, with other words on its face.
     *
     * @param values new words by the key of the line; other lines stay
     * @return the new version; empty when this is no longer the valid one
     */
    @Transactional
    public Optional<UUID> change(UUID id, Map<String, String> values, String why, By by) {
        return next(id, Operation.CHANGE, why, by, old -> old.changed(values));
    }

    /**
     * Takes over what a better source says (变更): the next version says all of it.
     *
     * @param content of the same type, number and holder; its identifier is made anew
     * @return the new version; empty when this is no longer the valid one
     */
    @Transactional
    public Optional<UUID> correct(UUID id, CertificateContent content, String why, By by) {
        var corrected = next(id, Operation.CHANGE, why, by, _ -> content);
        // What the office answered for was the old version.
        corrected.ifPresent(
                version ->
                        db.update(CERTIFICATE)
                                .setNull(CERTIFICATE.CONFIRMED_AT)
                                .setNull(CERTIFICATE.CONFIRMED_BY)
                                .set(CERTIFICATE.DOCUMENTS_MADE, true)
                                .where(CERTIFICATE.CERTIFICATE_ID.eq(version))
                                .and(CERTIFICATE.ORIGIN.eq(Origin.PAPER.word()))
                                .execute());
        return corrected;
    }

    /**
     * The office answers for certificates that were taken over from paper: from now on they serve,
     * and are owed their sealed files.
     *
     * @return how many of them were not confirmed before
     */
    @Transactional
    public int confirm(Collection<UUID> chosen, String why, By by) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var confirmed =
                db.update(CERTIFICATE)
                        .set(CERTIFICATE.CONFIRMED_AT, now)
                        .set(CERTIFICATE.CONFIRMED_BY, by.name())
                        .set(CERTIFICATE.DOCUMENTS_MADE, false)
                        .where(CERTIFICATE.CERTIFICATE_ID.eq(DSL.any(chosen.toArray(UUID[]::new))))
                        .and(CERTIFICATE.ORIGIN.eq(Origin.PAPER.word()))
                        .and(CERTIFICATE.STATUS.in(VALID, SUSPENDED))
                        .and(CERTIFICATE.CONFIRMED_AT.isNull())
                        .returning(CERTIFICATE.CERTIFICATE_ID)
                        .fetch(CERTIFICATE.CERTIFICATE_ID);
        var earlier = CERTIFICATE_ACT.as("earlier");
        db.insertInto(CERTIFICATE_ACT)
                .columns(
                        CERTIFICATE_ACT.CERTIFICATE_ID,
                        CERTIFICATE_ACT.ACT_NO,
                        CERTIFICATE_ACT.OPERATION,
                        CERTIFICATE_ACT.AT,
                        CERTIFICATE_ACT.BY_LOGIN,
                        CERTIFICATE_ACT.BY_NAME,
                        CERTIFICATE_ACT.WHY)
                .select(
                        select(
                                        CERTIFICATE.CERTIFICATE_ID,
                                        DSL.field(
                                                select(
                                                                coalesce(
                                                                                max(earlier.ACT_NO),
                                                                                inline(0))
                                                                        .plus(1))
                                                        .from(earlier)
                                                        .where(
                                                                earlier.CERTIFICATE_ID.eq(
                                                                        CERTIFICATE
                                                                                .CERTIFICATE_ID))),
                                        val(Operation.CONFIRMATION.code()),
                                        val(now),
                                        val(by.login()),
                                        val(by.name()),
                                        val(why))
                                .from(CERTIFICATE)
                                .where(
                                        CERTIFICATE.CERTIFICATE_ID.eq(
                                                DSL.any(confirmed.toArray(UUID[]::new)))))
                .execute();
        return confirmed.size();
    }

    /** What was done to a certificate, the last first. Its issue is the case's. */
    public List<Done> of(UUID id) {
        return db.selectFrom(CERTIFICATE_ACT)
                .where(CERTIFICATE_ACT.CERTIFICATE_ID.eq(id))
                .orderBy(CERTIFICATE_ACT.ACT_NO.desc())
                .limit(MOST_SHOWN)
                .fetch(
                        row ->
                                new Done(
                                        Operation.of(row.getOperation()),
                                        row.getAt().toInstant(),
                                        row.getByName(),
                                        row.getWhy()));
    }

    private boolean moved(UUID id, List<String> from, String to) {
        return db.update(CERTIFICATE)
                        .set(CERTIFICATE.STATUS, to)
                        .where(CERTIFICATE.CERTIFICATE_ID.eq(id))
                        .and(CERTIFICATE.STATUS.in(from))
                        .execute()
                == 1;
    }

    private boolean recorded(UUID id, Operation operation, String why, By by) {
        var last =
                select(coalesce(max(CERTIFICATE_ACT.ACT_NO), inline(0)).plus(1))
                        .from(CERTIFICATE_ACT)
                        .where(CERTIFICATE_ACT.CERTIFICATE_ID.eq(id));
        return db.insertInto(CERTIFICATE_ACT)
                        .set(CERTIFICATE_ACT.CERTIFICATE_ID, id)
                        .set(CERTIFICATE_ACT.ACT_NO, last)
                        .set(CERTIFICATE_ACT.OPERATION, operation.code())
                        .set(CERTIFICATE_ACT.AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .set(CERTIFICATE_ACT.BY_LOGIN, by.login())
                        .set(CERTIFICATE_ACT.BY_NAME, by.name())
                        .set(CERTIFICATE_ACT.WHY, why)
                        .execute()
                == 1;
    }

    /** Of old paper the day printed on it stays; a version of today says today. */
    private LocalDate issuedOn(CertificateContent content) {
        return content.cameFrom() == Origin.PAPER ? content.issuedOn() : LocalDate.now(clock);
    }

    private Optional<UUID> next(
            UUID id,
            Operation operation,
            String why,
            By by,
            java.util.function.UnaryOperator<CertificateContent> altered) {
        var old = certificates.find(id);
        if (old.isEmpty()
                || old.get().version() == CertificateIdentifier.HIGHEST_VERSION
                || !moved(id, List.of(VALID), REPLACED)) {
            return Optional.empty();
        }
        var content = altered.apply(certificates.content(old.get()));
        var version = old.get().version() + 1;
        var issued = CertificateIdentifier.of(old.get().identifier());
        var identifier =
                CertificateIdentifier.compose(
                                issued.type(), issued.issuer(), issued.serial(), version)
                        .value();
        UUID newId = ids.next();
        enter(newId, old.get(), version, content.reissued(identifier, issuedOn(content)));
        recorded(id, operation, why, by);
        recorded(newId, operation, why, by);
        return Optional.of(newId);
    }

    private void enter(UUID id, Certificate old, int version, CertificateContent content) {
        var bytes = CertificateJson.write(content);
        var signer = keys.signer();
        db.insertInto(CERTIFICATE)
                .columns(
                        CERTIFICATE.CERTIFICATE_ID,
                        CERTIFICATE.CASE_ID,
                        CERTIFICATE.TYPE_KEY,
                        CERTIFICATE.IDENTIFIER,
                        CERTIFICATE.NUMBER,
                        CERTIFICATE.AGENCY_KEY,
                        CERTIFICATE.HOLDER_NAME,
                        CERTIFICATE.HOLDER_HASH,
                        CERTIFICATE.ACCOUNT_ID,
                        CERTIFICATE.ISSUED_ON,
                        CERTIFICATE.VALID_UNTIL,
                        CERTIFICATE.STATUS,
                        CERTIFICATE.VERIFY_TOKEN,
                        CERTIFICATE.CONTENT,
                        CERTIFICATE.SIGNATURE,
                        CERTIFICATE.KEY_ID,
                        CERTIFICATE.VERSION,
                        CERTIFICATE.REPLACES,
                        CERTIFICATE.ORIGIN,
                        CERTIFICATE.CONFIRMED_AT,
                        CERTIFICATE.CONFIRMED_BY,
                        CERTIFICATE.DOCUMENTS_MADE)
                .select(
                        select(
                                        val(id),
                                        CERTIFICATE.CASE_ID,
                                        CERTIFICATE.TYPE_KEY,
                                        val(content.identifier()),
                                        CERTIFICATE.NUMBER,
                                        CERTIFICATE.AGENCY_KEY,
                                        val(content.holder().name()),
                                        CERTIFICATE.HOLDER_HASH,
                                        CERTIFICATE.ACCOUNT_ID,
                                        val(content.issuedOn()),
                                        val(content.validUntil(), CERTIFICATE.VALID_UNTIL),
                                        val(VALID),
                                        val(tokens.next()),
                                        val(
                                                keys.fieldCipher()
                                                        .encrypt(bytes, Certificates.context(id))),
                                        val(signer.sign(bytes)),
                                        val(signer.keyId()),
                                        val(version),
                                        CERTIFICATE.CERTIFICATE_ID,
                                        CERTIFICATE.ORIGIN,
                                        CERTIFICATE.CONFIRMED_AT,
                                        CERTIFICATE.CONFIRMED_BY,
                                        // What nobody answers for is owed no sealed files.
                                        DSL.field(
                                                CERTIFICATE
                                                        .ORIGIN
                                                        .eq(Origin.PAPER.word())
                                                        .and(CERTIFICATE.CONFIRMED_AT.isNull())))
                                .from(CERTIFICATE)
                                .where(CERTIFICATE.CERTIFICATE_ID.eq(old.id())))
                .execute();
    }
}
