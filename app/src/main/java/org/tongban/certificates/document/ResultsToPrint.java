package org.tongban.certificates.document;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.casework.ResultFiles;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.files.FileStore;

/** Gives the window what it prints for the person who stands there. */
@Component
class ResultsToPrint implements ResultFiles {

    private final Certificates certificates;
    private final KnownTypes types;
    private final CertificateFiles files;
    private final FileStore store;

    ResultsToPrint(
            Certificates certificates, KnownTypes types, CertificateFiles files, FileStore store) {
        this.certificates = certificates;
        this.types = types;
        this.files = files;
        this.store = store;
    }

    @Override
    public Optional<String> nameOf(UUID caseId) {
        return inForce(caseId)
                .map(held -> types.names().getOrDefault(held.typeKey(), "") + held.number());
    }

    @Override
    public Optional<InputStream> pdf(UUID caseId) {
        return inForce(caseId)
                .flatMap(held -> files.of(held, CertificateFiles.Format.PDF))
                .map(store::open);
    }

    private Optional<Certificate> inForce(UUID caseId) {
        return certificates
                .ofCase(caseId)
                .filter(held -> held.status() == Certificate.Status.VALID);
    }
}
