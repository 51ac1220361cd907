package org.tongban.certificates.verify;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Attempts;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.SealedPapers;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.documents.CheckReport;
import org.tongban.documents.DocumentCheck;
import org.tongban.files.FileName;
import org.tongban.web.ChosenFiles;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Anybody gives a sealed file and is told, step by step, whether it is genuine, and whether this
 * house issued it and how it stands now. The file is looked at in memory and not kept.
 */
@Controller
class CheckFile {

    private static final String PURPOSE = "certificate.file";

    /** A quarter of an hour; each check costs some milliseconds and some megabytes. */
    private static final int MOST_CHECKS = 60;

    private final DocumentCheck check;
    private final CertificateFiles files;
    private final VerifyCertificate verify;
    private final SealedPapers papers;
    private final Attempts attempts;
    private final VerifyForm form;
    private final TextBundles bundles;
    private final CertificateLook look;
    private final Clock clock;

    CheckFile(
            DocumentCheck check,
            CertificateFiles files,
            VerifyCertificate verify,
            SealedPapers papers,
            Attempts attempts,
            VerifyForm form,
            TextBundles bundles,
            CertificateLook look,
            Clock clock) {
        this.check = check;
        this.files = files;
        this.verify = verify;
        this.papers = papers;
        this.attempts = attempts;
        this.form = form;
        this.bundles = bundles;
        this.look = look;
        this.clock = clock;
    }

    @PostMapping("/verify/file")
    @Open(door = Door.PUBLIC, audit = "certificate.file-verified")
    Rendered check(HttpServletRequest request) throws IOException {
        count(request);
        var texts = bundles.in(Preferences.of(request).locale());
        var file =
                ChosenFiles.in(request, VerifyForm.FILE).stream()
                        .filter(given -> !given.isEmpty())
                        .findFirst();
        if (file.isEmpty()) {
            return form.page(
                            "",
                            Map.of(VerifyForm.FILE, texts.localize("certificates.file.empty")),
                            texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at("/verify");
        }
        return Rendered.of("certificates/verify/file", page(file.get(), texts)).at("/verify");
    }

    private FilePage page(MultipartFile file, Texts texts) throws IOException {
        byte[] content;
        try (var stream = file.getInputStream()) {
            content = stream.readNBytes(DocumentCheck.MOST_BYTES + 1);
        }
        var report = check.check(content);
        var dates = new Dates(texts.locale());
        return FilePage.of(
                look.stylesheet(),
                FileName.clean(Optional.ofNullable(file.getOriginalFilename()).orElse("")),
                report,
                entry(report),
                dates.moment(LocalDateTime.now(clock)),
                report.sealedBy()
                        .map(CheckReport.SealedBy::at)
                        .map(at -> dates.moment(local(at)))
                        .orElse(""),
                texts);
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    private FilePage.Entry entry(CheckReport report) {
        if (!report.isGenuine()) {
            return new FilePage.Entry(Optional.empty(), Optional.empty(), false);
        }
        var certificate = files.whose(report.sm3());
        return new FilePage.Entry(
                certificate,
                certificate.map(verify::verify),
                certificate.isEmpty() && papers.issued(report.sm3()));
    }

    private void count(HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        if (attempts.tooMany(PURPOSE, address, MOST_CHECKS)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        attempts.count(PURPOSE, address);
    }
}
