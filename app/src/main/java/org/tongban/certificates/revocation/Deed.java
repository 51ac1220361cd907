package org.tongban.certificates.revocation;

import java.util.List;
import org.tongban.certificates.Certificate;

/** What staff may do to a certificate, by what it is now. */
enum Deed {
    RENEWAL("renewal"),
    CHANGE("change"),
    SUSPENSION("suspension"),
    RETURN("return"),
    REVOCATION("revocation");

    private final String path;

    Deed(String path) {
        this.path = path;
    }

    /** Last part of the address that its form posts to; opens the keys of its texts. */
    String path() {
        return path;
    }

    /** Ids differ from form to form; the field of a revocation keeps its plain name. */
    String fieldId(String name) {
        return this == REVOCATION ? name : path + "-" + name;
    }

    static List<Deed> open(Certificate certificate) {
        return switch (certificate.status()) {
            case VALID ->
                    certificate.validUntil().isPresent()
                            ? List.of(RENEWAL, CHANGE, SUSPENSION, REVOCATION)
                            : List.of(CHANGE, SUSPENSION, REVOCATION);
            case SUSPENDED -> List.of(RETURN, REVOCATION);
            case REPLACED, REVOKED -> List.of();
        };
    }
}
