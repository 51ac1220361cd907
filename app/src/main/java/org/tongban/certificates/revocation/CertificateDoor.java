package org.tongban.certificates.revocation;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.Certificates;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.web.Typed;

/**
 * The one way of staff to a certificate: it is of their agencies, or it is not there; they decide
 * or supervise, or they are turned away.
 */
@Component
class CertificateDoor {

    static final String PATH = "/staff/certificates";

    private final Certificates certificates;

    CertificateDoor(Certificates certificates) {
        this.certificates = certificates;
    }

    static String path(Certificate certificate) {
        return PATH + "/" + certificate.id();
    }

    /**
     * The certificate of that identifier or number, with or without the marks between its parts.
     */
    Optional<Certificate> named(String asked, StaffPrincipal staff) {
        requireRight(staff);
        return CertificateIdentifier.read(asked)
                .value()
                .flatMap(identifier -> certificates.withIdentifier(identifier.value()))
                .or(() -> certificates.withNumber(Typed.code(asked)))
                .or(() -> certificates.withNumber(Typed.tidy(asked)))
                .filter(found -> staff.reaches(found.agency()));
    }

    Certificate open(UUID id, StaffPrincipal staff) {
        requireRight(staff);
        return certificates
                .find(id)
                .filter(found -> staff.reaches(found.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One of two rights will do, which the door of a page itself cannot say. */
    void requireRight(StaffPrincipal staff) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
