package org.tongban.certificates.wallet;

import java.util.List;
import org.tongban.certificates.CertificateContent.Line;
import org.tongban.web.Tag;

/**
 * The face of one certificate, on a screen or on paper.
 *
 * @param holderNumber masked on the screen, which others look at; whole on paper
 * @param sealed whether a seal is drawn: not on a certificate that does not hold
 * @param trust how far it may be relied on, in words
 * @param files whether there are sealed files of it
 * @param why reason of a revocation; empty when there is none
 */
public record FacePage(
        String stylesheet,
        String href,
        String name,
        String number,
        String identifier,
        String holder,
        String holderNumberLabel,
        String holderNumber,
        List<Line> lines,
        String issuer,
        String issuedOn,
        String validUntil,
        Tag standing,
        boolean sealed,
        String trust,
        boolean files,
        String why,
        String verifyHref,
        QrCode qr) {

    public FacePage {
        lines = List.copyOf(lines);
    }
}
