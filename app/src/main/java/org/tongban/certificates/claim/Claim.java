package org.tongban.certificates.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tongban.certificates.CertificateContent;

/**
 * What a certificate says, in one form however it was written.
 *
 * @param number printed on it; empty where it gets one of ours
 * @param validUntil the last day; empty: without end
 */
public record Claim(
        String number,
        CertificateContent.Holder holder,
        LocalDate issuedOn,
        Optional<LocalDate> validUntil,
        List<CertificateContent.Line> lines) {

    public Claim {
        lines = List.copyOf(lines);
    }

    /** Whether a certificate says the same. */
    public boolean isSaidBy(CertificateContent content) {
        return content.number().equals(number)
                && content.holder().equals(holder)
                && content.issuedOn().equals(issuedOn)
                && content.lastDay().equals(validUntil)
                && content.lines().equals(lines);
    }

    /** Never the holder: this may reach a log. */
    @Override
    public String toString() {
        return "Claim[" + issuedOn + "]";
    }
}
