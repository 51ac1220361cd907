package org.tongban.certificates.issue;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.tongban.certificates.CertificateType;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.codes.CreditCode;
import org.tongban.codes.RegionCode;
import org.tongban.directory.Agency;

/** Identifiers and numbers of certificates that are new in the register. */
@Component
public class NewNumbers {

    private static final int FIRST_VERSION = 1;

    private final Serials serials;

    NewNumbers(Serials serials) {
        this.serials = serials;
    }

    /**
     * A number of ours with its identifier.
     *
     * @param number region (6), running number of the type (3), year (4), serial (6)
     */
    public record Fresh(String identifier, String number) {}

    /** The next number of a certificate of the agency. */
    public Fresh next(CertificateType type, Agency agency, LocalDate issuedOn) {
        var inYear = "%d%06d".formatted(issuedOn.getYear(), serials.next());
        var code = type.typeCode();
        return new Fresh(
                CertificateIdentifier.compose(
                                type.code(),
                                CreditCode.of(agency.creditCode()),
                                inYear,
                                FIRST_VERSION)
                        .value(),
                RegionCode.of(agency.region()).six() + code.substring(code.length() - 3) + inYear);
    }
}
