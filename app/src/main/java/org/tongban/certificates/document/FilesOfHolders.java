package org.tongban.certificates.document;

import static org.tongban.schema.Tables.CERTIFICATE_DOCUMENT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.tongban.casework.IssuedFiles;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Standing;

/** The files of the library's certificates, known by their hash to whoever keeps materials. */
@Component
class FilesOfHolders implements IssuedFiles {

    private final DSLContext db;
    private final Certificates certificates;
    private final Clock clock;

    FilesOfHolders(DSLContext db, Certificates certificates, Clock clock) {
        this.db = db;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** An annotated copy is none: it was made for one case and ends with its own period. */
    @Override
    public Optional<Issued> issuedTo(byte[] ownerHash, String sm3) {
        return db.select(CERTIFICATE_DOCUMENT.CERTIFICATE_ID)
                .from(CERTIFICATE_DOCUMENT)
                .where(CERTIFICATE_DOCUMENT.SM3.eq(sm3))
                .fetchOptional(CERTIFICATE_DOCUMENT.CERTIFICATE_ID)
                .flatMap(id -> certificates.find(id, List.of(ownerHash)))
                .map(
                        one ->
                                new Issued(
                                        one.standing(LocalDate.now(clock)) == Standing.VALID
                                                && one.trust().serves(),
                                        one.validUntil()));
    }
}
