package org.tongban.certificates.document;

import static org.tongban.schema.Tables.CERTIFICATE;
import static org.tongban.schema.Tables.CERTIFICATE_DOCUMENT;
import static org.tongban.schema.Tables.CERTIFICATE_USE;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateType.Layout;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.Origin;
import org.tongban.documents.DocumentMaker;
import org.tongban.documents.Seals;
import org.tongban.documents.Typesetter;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealOwner;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/**
 * The sealed files of certificates: made once, kept under their hash, never changed. Making may be
 * asked for again and from several nodes; the first wins.
 */
@Component
public class CertificateFiles {

    private static final int MOST_STUCK = 100;

    private final Set<UUID> stuck = ConcurrentHashMap.newKeySet();
    private final DSLContext db;
    private final Certificates certificates;
    private final KnownTypes types;
    private final DocumentMaker maker;
    private final Seals seals;
    private final FileStore store;
    private final TextBundles bundles;
    private final Clock clock;
    private final String address;

    /** The two forms of a sealed certificate. */
    public enum Format {
        OFD("ofd", MediaType.OFD),
        PDF("pdf", MediaType.PDF);

        private final String ending;
        private final MediaType mediaType;

        Format(String ending, MediaType mediaType) {
            this.ending = ending;
            this.mediaType = mediaType;
        }

        public String ending() {
            return ending;
        }

        public MediaType mediaType() {
            return mediaType;
        }
    }

    CertificateFiles(
            DSLContext db,
            Certificates certificates,
            KnownTypes types,
            DocumentMaker maker,
            Seals seals,
            FileStore store,
            TextBundles bundles,
            Clock clock,
            @Value("${tongban.base-url:}") String address) {
        this.db = db;
        this.certificates = certificates;
        this.types = types;
        this.maker = maker;
        this.seals = seals;
        this.store = store;
        this.bundles = bundles;
        this.clock = clock;
        this.address = address.strip().replaceAll("/+$", "");
    }

    /**
     * Makes the files of one certificate that is owed some, in one transaction of its own.
     *
     * @return false when nothing is owed that nobody else is making, or there is no font
     */
    @Transactional
    public boolean makeNext() {
        var type = maker.typesetter();
        if (type.isEmpty()) return false;
        var owed =
                db.select(CERTIFICATE.CERTIFICATE_ID)
                        .from(CERTIFICATE)
                        .where(CERTIFICATE.DOCUMENTS_MADE.isFalse())
                        .and(CERTIFICATE.CERTIFICATE_ID.notIn(stuck))
                        .orderBy(CERTIFICATE.CERTIFICATE_ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()
                        .fetchOptional(CERTIFICATE.CERTIFICATE_ID);
        if (owed.isEmpty()) return false;
        try {
            make(certificates.find(owed.get()).orElseThrow(), type.get());
        } catch (RuntimeException fault) {
            // One that cannot be made must not hold up the rest; it is tried again after a restart.
            if (stuck.size() < MOST_STUCK) stuck.add(owed.get());
            throw fault;
        }
        return true;
    }

    /**
     * Hash in the file store of one form, which is made now if it is still owed.
     *
     * @return empty on a machine without a font, and for old paper that nobody has confirmed: no
     *     seal of today stands under it
     */
    @Transactional
    public Optional<String> of(Certificate certificate, Format format) {
        if (!certificate.trust().serves()) return Optional.empty();
        return made(certificate.id(), format)
                .or(
                        () -> {
                            var type = maker.typesetter();
                            if (type.isEmpty()) return Optional.empty();
                            // Waits for whoever is making them now.
                            db.selectOne()
                                    .from(CERTIFICATE)
                                    .where(CERTIFICATE.CERTIFICATE_ID.eq(certificate.id()))
                                    .forUpdate()
                                    .fetch();
                            if (made(certificate.id(), format).isEmpty()) {
                                make(certificate, type.get());
                            }
                            return made(certificate.id(), format);
                        });
    }

    /** Whether this machine can set type. */
    public boolean canBeMade() {
        return maker.typesetter().isPresent();
    }

    /**
     * For whom and for what a copy is made.
     *
     * @param agency that may use it, in words
     * @param item for which it may be used, in words
     * @param until the last day on which it serves
     * @param path of the page that checks it
     */
    public record Annotation(
            String agency, String item, LocalDate madeOn, LocalDate until, String path) {}

    /**
     * A sealed copy that says for whom, for what and until when (加注件). Never the original: its code
     * leads to the page of the copy.
     *
     * @throws java.util.NoSuchElementException on a machine without a font; ask {@link #canBeMade}
     */
    public byte[] annotated(Certificate certificate, Annotation annotation) {
        var content = certificates.content(certificate);
        var type = maker.typesetter().orElseThrow();
        var code = address.isEmpty() ? annotation.path() : address + annotation.path();
        var sheet = CertificateSheet.of(content, layout(content), type, code, foot(content));
        // The law's language, whichever the reader of the page has chosen.
        var words = bundles.in(Preferences.CHINESE);
        var annotated = AnnotatedSheet.of(sheet, content, annotation, type, words);
        return maker.make(annotated, seal(content)).pdf();
    }

    /** As its type looked when it was made. */
    private Layout layout(CertificateContent content) {
        return content.madeUnder()
                .flatMap(version -> types.find(content.typeKey(), version))
                .or(() -> types.find(content.typeKey()))
                .flatMap(known -> Optional.ofNullable(known.layout()))
                .orElseGet(CertificateSheet::plain);
    }

    /** What came from paper says so on its sheet, in the law's language. */
    private String foot(CertificateContent content) {
        return content.cameFrom() == Origin.PAPER
                ? bundles.in(Preferences.CHINESE).localize("paper.foot", content.issuer().name())
                : "";
    }

    private HeldSeal seal(CertificateContent content) {
        var issuer = content.issuer();
        return seals.of(
                new SealOwner(issuer.key(), issuer.name(), issuer.creditCode()),
                CertificateSheet.SEAL);
    }

    /**
     * The certificate whose file this is, or of which it is an annotated copy, told by the file's
     * hash.
     */
    public Optional<Certificate> whose(String sm3) {
        return db.select(CERTIFICATE_DOCUMENT.CERTIFICATE_ID)
                .from(CERTIFICATE_DOCUMENT)
                .where(CERTIFICATE_DOCUMENT.SM3.eq(sm3))
                .fetchOptional(CERTIFICATE_DOCUMENT.CERTIFICATE_ID)
                .or(() -> copied(sm3))
                .flatMap(certificates::find);
    }

    private Optional<UUID> copied(String sm3) {
        return db.select(CERTIFICATE_USE.CERTIFICATE_ID)
                .from(CERTIFICATE_USE)
                .where(CERTIFICATE_USE.COPY_SM3.eq(sm3))
                .limit(1)
                .fetchOptional(CERTIFICATE_USE.CERTIFICATE_ID);
    }

    private Optional<String> made(UUID id, Format format) {
        return db.select(CERTIFICATE_DOCUMENT.SM3)
                .from(CERTIFICATE_DOCUMENT)
                .where(CERTIFICATE_DOCUMENT.CERTIFICATE_ID.eq(id))
                .and(CERTIFICATE_DOCUMENT.FORMAT.eq(format.ending()))
                .fetchOptional(CERTIFICATE_DOCUMENT.SM3);
    }

    private void make(Certificate certificate, Typesetter type) {
        var content = certificates.content(certificate);
        var files =
                maker.make(
                        CertificateSheet.of(
                                content, layout(content), type, code(certificate), foot(content)),
                        seal(content));
        enter(certificate.id(), Format.OFD, files.ofd());
        enter(certificate.id(), Format.PDF, files.pdf());
        db.update(CERTIFICATE)
                .set(CERTIFICATE.DOCUMENTS_MADE, true)
                .where(CERTIFICATE.CERTIFICATE_ID.eq(certificate.id()))
                .execute();
    }

    /** The public page; the identifier alone where nobody stated the address of this house. */
    private String code(Certificate certificate) {
        return address.isEmpty()
                ? certificate.identifier()
                : address + "/verify/" + certificate.token();
    }

    private void enter(UUID id, Format format, byte[] content) {
        db.insertInto(CERTIFICATE_DOCUMENT)
                .set(CERTIFICATE_DOCUMENT.CERTIFICATE_ID, id)
                .set(CERTIFICATE_DOCUMENT.FORMAT, format.ending())
                .set(CERTIFICATE_DOCUMENT.SM3, store.putOwn(content).sm3())
                .set(CERTIFICATE_DOCUMENT.SIZE_BYTES, (long) content.length)
                .set(CERTIFICATE_DOCUMENT.MADE_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
