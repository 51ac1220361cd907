package org.tongban.certificates.document;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseResults;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent.Line;
import org.tongban.certificates.Certificates;

/** Tells an application that waits for a certificate what the certificate says. */
@Component
class ResultsInWords implements CaseResults {

    private final Certificates certificates;

    ResultsInWords(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Optional<Result> of(UUID caseId) {
        return certificates
                .ofCase(caseId)
                .filter(held -> held.status() == Certificate.Status.VALID)
                .map(certificates::content)
                .map(
                        content ->
                                new Result(
                                        content.name(),
                                        content.number(),
                                        content.lines().stream()
                                                .collect(
                                                        Collectors.toMap(
                                                                Line::key,
                                                                Line::value,
                                                                (first, _) -> first))));
    }
}
