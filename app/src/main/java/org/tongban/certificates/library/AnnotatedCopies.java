package org.tongban.certificates.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/** Makes the copies that lie in cases, each for one use, sealed, with a page that checks it. */
@Component
class AnnotatedCopies {

    /**
     * Days for which a copy serves. The longest ordinary licence takes thirty working days after
     * acceptance, and corrections and special procedures come on top.
     */
    static final int DAYS = 180;

    private final CertificateFiles files;
    private final CertificateUses uses;
    private final FileStore store;
    private final Directory directory;
    private final RowIds ids;
    private final TextBundles bundles;
    private final Clock clock;
    private final RandomTokens tokens = new RandomTokens();

    AnnotatedCopies(
            CertificateFiles files,
            CertificateUses uses,
            FileStore store,
            Directory directory,
            RowIds ids,
            TextBundles bundles,
            Clock clock) {
        this.files = files;
        this.uses = uses;
        this.store = store;
        this.directory = directory;
        this.ids = ids;
        this.bundles = bundles;
        this.clock = clock;
    }

    boolean canBeMade() {
        return files.canBeMade();
    }

    /** Makes the copy and records the use, in this order: what is recorded is there. */
    void make(EvidenceSource.Use use, Material material, Certificate certificate) {
        var today = LocalDate.now(clock);
        var until = today.plusDays(DAYS);
        var agency =
                directory.current().agency(use.purpose().agency()).map(Agency::name).orElse("");
        var token = tokens.next();
        var content =
                files.annotated(
                        certificate,
                        new CertificateFiles.Annotation(
                                agency,
                                use.purpose().itemName(),
                                today,
                                until,
                                "/verify/copies/" + token));
        var stored = store.putOwn(content);
        uses.record(
                certificate.id(),
                agency,
                use.purpose().itemName(),
                new CertificateUses.Copy(
                        use.caseId(),
                        material.key(),
                        ids.next(),
                        stored.sm3(),
                        content.length,
                        token,
                        until));
    }

    /** The copy of a use as a file of its case. */
    Optional<SubmittedFile> file(CertificateUses.Use use) {
        return use.copy()
                .map(
                        copy ->
                                new SubmittedFile(
                                        copy.fileNo(),
                                        copy.material(),
                                        bundles.in(Preferences.CHINESE)
                                                .localize("library.copy.file"),
                                        copy.sm3(),
                                        MediaType.PDF.header(),
                                        copy.size()));
    }
}
