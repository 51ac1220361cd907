package org.tongban.certificates;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.ApplicantHashes;
import org.tongban.law.LegalBasis;

/**
 * The one way of a person to a certificate: it is their own or that of a firm they may act for
 * today, or it is not there.
 */
@Component
public class OwnCertificates {

    private final Certificates certificates;
    private final ApplicantHashes hashes;

    OwnCertificates(Certificates certificates, ApplicantHashes hashes) {
        this.certificates = certificates;
        this.hashes = hashes;
    }

    /**
     * What a person holds, and the firms and children for whom they may do everything, the last
     * first. Somebody whom nobody has checked sees what they applied for themselves: the number
     * they typed in opens nothing.
     */
    @LegalBasis("practice/identity/own-things")
    public List<Certificate> of(ApplicantPrincipal caller) {
        return hashes.typedOnly(caller.personId())
                .map(typed -> certificates.sentBy(caller.accountId(), typed))
                .orElseGet(() -> certificates.of(hashes.of(caller.personId())));
    }

    /**
     * The certificate.
     *
     * @throws ResponseStatusException 404 when it is not theirs
     */
    public Certificate open(UUID id, ApplicantPrincipal caller) {
        return hashes.typedOnly(caller.personId())
                .map(
                        typed ->
                                certificates.sentBy(caller.accountId(), typed).stream()
                                        .filter(one -> one.id().equals(id))
                                        .findFirst())
                .orElseGet(() -> certificates.find(id, hashes.of(caller.personId())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Its page in the wallet. */
    public static String path(Certificate certificate) {
        return "/my/certificates/" + certificate.id();
    }
}
