package org.tongban.certificates;

import static org.tongban.schema.Tables.CERTIFICATE;
import static org.tongban.schema.Tables.CERTIFICATE_USE;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseHead;
import org.tongban.crypto.Keys;
import org.tongban.crypto.Sm2Signer;
import org.tongban.database.Binds;
import org.tongban.schema.tables.records.CertificateRecord;

/** The register of certificates. */
@Component
public class Certificates {

    /** As many as a wallet shows; nobody met in practice holds a fifth of them. */
    public static final int MOST_IN_WALLET = 200;

    private static final String VALID = "valid";
    private static final String REPLACED = "replaced";

    private static final String ENTER =
            """
            INSERT INTO certificate (certificate_id, case_id, type_key, identifier, number, agency_key, holder_name,
                   holder_hash, account_id, issued_on, valid_until, status, verify_token, content, signature, key_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (case_id, version) DO NOTHING
            """;

    private static final String ENTER_WITHOUT_CASE =
            """
            INSERT INTO certificate (certificate_id, case_id, type_key, identifier, number, agency_key, holder_name,
                   holder_hash, issued_on, valid_until, status, verify_token, content, signature, key_id, origin, documents_made)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private final DSLContext db;
    private final JdbcTemplate jdbc;
    private final Keys keys;

    Certificates(DSLContext db, JdbcTemplate jdbc, Keys keys) {
        this.db = db;
        this.jdbc = jdbc;
        this.keys = keys;
    }

    public Optional<Certificate> find(UUID id) {
        return find(CERTIFICATE.CERTIFICATE_ID.eq(id));
    }

    /** The certificate, if one of the holders is its holder. */
    public Optional<Certificate> find(UUID id, List<byte[]> holders) {
        return find(CERTIFICATE.CERTIFICATE_ID.eq(id).and(CERTIFICATE.HOLDER_HASH.in(holders)));
    }

    /** What a holder's own account has applied for, the last first; of each its latest version. */
    public List<Certificate> sentBy(UUID accountId, byte[] holder) {
        return db.selectFrom(CERTIFICATE)
                .where(CERTIFICATE.ACCOUNT_ID.eq(accountId))
                .and(CERTIFICATE.HOLDER_HASH.eq(holder))
                .and(CERTIFICATE.STATUS.ne(REPLACED))
                .orderBy(CERTIFICATE.ISSUED_ON.desc(), CERTIFICATE.CERTIFICATE_ID)
                .limit(MOST_IN_WALLET)
                .fetch(Certificates::certificate);
    }

    /** The latest version. */
    public Optional<Certificate> ofCase(UUID caseId) {
        return find(CERTIFICATE.CASE_ID.eq(caseId));
    }

    public Optional<Certificate> withToken(String token) {
        return find(CERTIFICATE.VERIFY_TOKEN.eq(token));
    }

    public Optional<Certificate> withIdentifier(String identifier) {
        return find(CERTIFICATE.IDENTIFIER.eq(identifier));
    }

    /** The latest version. */
    public Optional<Certificate> withNumber(String number) {
        return find(CERTIFICATE.NUMBER.eq(number));
    }

    /** The latest certificates of some holders, the last first; of each its latest version. */
    public List<Certificate> of(List<byte[]> holders) {
        return db.selectFrom(CERTIFICATE)
                .where(CERTIFICATE.HOLDER_HASH.in(holders))
                .and(CERTIFICATE.STATUS.ne(REPLACED))
                .orderBy(CERTIFICATE.ISSUED_ON.desc(), CERTIFICATE.CERTIFICATE_ID)
                .limit(MOST_IN_WALLET)
                .fetch(Certificates::certificate);
    }

    /** The latest versions of what some holders hold of some types, the last issued first. */
    public List<Certificate> of(List<byte[]> holders, Collection<String> types) {
        return db.selectFrom(CERTIFICATE)
                .where(CERTIFICATE.HOLDER_HASH.in(holders))
                .and(CERTIFICATE.TYPE_KEY.in(types))
                .and(CERTIFICATE.STATUS.ne(REPLACED))
                .orderBy(CERTIFICATE.ISSUED_ON.desc(), CERTIFICATE.CERTIFICATE_ID.desc())
                .limit(MOST_IN_WALLET)
                .fetch(Certificates::certificate);
    }

    /**
     * Signs and enters a certificate.
     *
     * @param token of its public page
     * @return false when the case has one already; nothing is written then
     */
    public boolean enter(UUID id, String token, CaseHead granted, CertificateContent content) {
        var bytes = CertificateJson.write(content);
        var signer = keys.signer();
        var entered =
                jdbc.update(
                        ENTER,
                        new Binds()
                                .id(id)
                                .id(granted.caseId())
                                .text(content.typeKey())
                                .text(content.identifier())
                                .text(content.number())
                                .text(content.issuer().key())
                                .text(content.holder().name())
                                .bytes(granted.applicantHash())
                                .id(granted.accountId().orElse(null))
                                .day(content.issuedOn())
                                .day(content.validUntil())
                                .text(VALID)
                                .text(token)
                                .bytes(keys.fieldCipher().encrypt(bytes, context(id)))
                                .bytes(signer.sign(bytes))
                                .text(signer.keyId()));
        return entered == 1;
    }

    /**
     * A certificate that no case issues.
     *
     * @param file it came from
     * @param token of its public page
     */
    @SuppressWarnings("ArrayRecordComponent") // Carried to the statement, never compared.
    public record Entry(
            UUID id, UUID file, String token, byte[] holder, CertificateContent content) {}

    /**
     * Signs and enters certificates that no case issued. What came from paper is owed no sealed
     * files before its office confirms it.
     *
     * @return of each whether it was entered; not, when its type has the number already
     */
    public List<Boolean> enterWithoutCase(List<Entry> entries) {
        var signer = keys.signer();
        jdbc.batchUpdate(
                ENTER_WITHOUT_CASE,
                entries,
                entries.size(),
                (statement, entry) -> binds(entry, signer).setValues(statement));
        // A driver that writes several rows in one statement does not say which of them it wrote.
        var there =
                db.select(CERTIFICATE.CERTIFICATE_ID)
                        .from(CERTIFICATE)
                        .where(
                                CERTIFICATE.CERTIFICATE_ID.eq(
                                        DSL.any(
                                                entries.stream()
                                                        .map(Entry::id)
                                                        .toArray(UUID[]::new))))
                        .fetchSet(CERTIFICATE.CERTIFICATE_ID);
        return entries.stream().map(entry -> there.contains(entry.id())).toList();
    }

    private Binds binds(Entry entry, Sm2Signer signer) {
        var content = entry.content();
        var bytes = CertificateJson.write(content);
        return new Binds()
                .id(entry.id())
                .id(entry.file())
                .text(content.typeKey())
                .text(content.identifier())
                .text(content.number())
                .text(content.issuer().key())
                .text(content.holder().name())
                .bytes(entry.holder())
                .day(content.issuedOn())
                .day(content.validUntil())
                .text(VALID)
                .text(entry.token())
                .bytes(keys.fieldCipher().encrypt(bytes, context(entry.id())))
                .bytes(signer.sign(bytes))
                .text(signer.keyId())
                .text(content.cameFrom().word())
                .truth(content.cameFrom() == Origin.PAPER);
    }

    /** The latest versions of the certificates of a type with some numbers. */
    public List<Certificate> withNumbers(String type, Collection<String> numbers) {
        return db.selectFrom(CERTIFICATE)
                .where(CERTIFICATE.NUMBER.eq(DSL.any(numbers.toArray(String[]::new))))
                .and(CERTIFICATE.TYPE_KEY.eq(type))
                .and(CERTIFICATE.STATUS.ne(REPLACED))
                .orderBy(CERTIFICATE.NUMBER)
                .limit(numbers.size())
                .fetch(Certificates::certificate);
    }

    /** What the case that issued a certificate rested on: the versions that were used. */
    public List<Certificate> under(Certificate certificate) {
        return db.selectFrom(CERTIFICATE)
                .where(
                        CERTIFICATE.CERTIFICATE_ID.in(
                                DSL.select(CERTIFICATE_USE.CERTIFICATE_ID)
                                        .from(CERTIFICATE_USE)
                                        .where(CERTIFICATE_USE.CASE_ID.eq(certificate.caseId()))))
                .orderBy(CERTIFICATE.CERTIFICATE_ID)
                .limit(MOST_IN_WALLET)
                .fetch(Certificates::certificate);
    }

    /** The latest versions of what was issued on the strength of any version of a certificate. */
    public List<Certificate> derivedFrom(Certificate certificate) {
        var versions =
                DSL.select(CERTIFICATE.CERTIFICATE_ID)
                        .from(CERTIFICATE)
                        .where(CERTIFICATE.CASE_ID.eq(certificate.caseId()));
        return db.selectFrom(CERTIFICATE)
                .where(
                        CERTIFICATE.CASE_ID.in(
                                DSL.select(CERTIFICATE_USE.CASE_ID)
                                        .from(CERTIFICATE_USE)
                                        .where(CERTIFICATE_USE.CERTIFICATE_ID.in(versions))
                                        .and(CERTIFICATE_USE.CASE_ID.isNotNull())))
                .and(CERTIFICATE.STATUS.ne(REPLACED))
                .orderBy(CERTIFICATE.CERTIFICATE_ID)
                .limit(MOST_IN_WALLET)
                .fetch(Certificates::certificate);
    }

    /** The certificates of a type in force of some holders, by the hash of their number. */
    public Map<ByteBuffer, UUID> inForce(String type, Collection<byte[]> holders) {
        var found = new HashMap<ByteBuffer, UUID>();
        db.select(CERTIFICATE.HOLDER_HASH, CERTIFICATE.CERTIFICATE_ID)
                .from(CERTIFICATE)
                .where(CERTIFICATE.HOLDER_HASH.eq(DSL.any(holders.toArray(byte[][]::new))))
                .and(CERTIFICATE.TYPE_KEY.eq(type))
                .and(CERTIFICATE.STATUS.eq(VALID))
                .forEach(row -> found.put(ByteBuffer.wrap(row.value1()), row.value2()));
        return found;
    }

    /**
     * Exactly the bytes that were signed.
     *
     * @throws org.tongban.crypto.DecryptionFailed when what is stored was changed or moved
     */
    public byte[] signedBytes(Certificate certificate) {
        return keys.fieldCipher().decryptBytes(certificate.sealed(), context(certificate.id()));
    }

    /** What the certificate says; see {@link #signedBytes}. */
    public CertificateContent content(Certificate certificate) {
        return read(signedBytes(certificate));
    }

    /** Reads bytes that {@link #signedBytes} gave. */
    public CertificateContent read(byte[] signedBytes) {
        return CertificateJson.readContent(signedBytes);
    }

    private Optional<Certificate> find(Condition which) {
        return db.selectFrom(CERTIFICATE)
                .where(which)
                .orderBy(CERTIFICATE.VERSION.desc(), CERTIFICATE.CERTIFICATE_ID)
                .limit(1)
                .fetchOptional(Certificates::certificate);
    }

    static Certificate certificate(CertificateRecord row) {
        return new Certificate(
                row.getCertificateId(),
                row.getCaseId(),
                row.getTypeKey(),
                row.getIdentifier(),
                row.getNumber(),
                row.getAgencyKey(),
                row.getHolderName(),
                row.getIssuedOn(),
                Optional.ofNullable(row.getValidUntil()),
                Certificate.Status.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                row.getVersion(),
                Optional.ofNullable(row.getReplaces()),
                revocation(row),
                row.getVerifyToken(),
                row.getContent(),
                row.getSignature(),
                row.getKeyId(),
                Origin.of(row.getOrigin()),
                row.getConfirmedAt() != null);
    }

    private static Optional<Certificate.Revocation> revocation(CertificateRecord row) {
        return row.getRevokedAt() != null
                ? Optional.of(
                        new Certificate.Revocation(
                                row.getRevokedAt().toInstant(),
                                row.getRevokedWhy(),
                                row.getRevokedBy()))
                : Optional.empty();
    }

    /** Content copied to another certificate's row cannot be read there. */
    static String context(UUID id) {
        return "certificate:" + id;
    }
}
