package org.tongban.certificates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.certificates.Verification.Check;
import org.tongban.certificates.Verification.Verdict;
import org.tongban.crypto.DecryptionFailed;
import org.tongban.crypto.Keys;

/**
 * Checks a certificate anew, each time it is asked: the signature over what is stored, that the
 * register says the same, that it was not revoked, that its last day has not passed.
 */
@Component
public class VerifyCertificate {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyCertificate.class);

    private final Certificates certificates;
    private final Keys keys;
    private final Clock clock;

    VerifyCertificate(Certificates certificates, Keys keys, Clock clock) {
        this.certificates = certificates;
        this.keys = keys;
        this.clock = clock;
    }

    public Verification verify(Certificate certificate) {
        var notRevoked = Check.of(certificate.status() == Certificate.Status.VALID);
        Optional<byte[]> bytes;
        try {
            bytes = Optional.of(certificates.signedBytes(certificate));
        } catch (DecryptionFailed changed) {
            LOG.error("{} cannot be opened: {}", certificate, changed.getMessage());
            bytes = Optional.empty();
        }
        var signature = bytes.map(b -> signature(certificate, b)).orElse(Check.FAILED);
        if (signature != Check.PASSED || bytes.isEmpty()) {
            LOG.error("{} does not carry our signature: {}", certificate, signature);
            return broken(signature, Check.UNCHECKED, notRevoked);
        }
        var content = certificates.read(bytes.get());
        if (!isEnteredAs(certificate, content)) {
            LOG.error("{} is entered otherwise than it was signed", certificate);
            return broken(signature, Check.FAILED, notRevoked);
        }
        return sound(certificate, content, notRevoked);
    }

    private Verification sound(
            Certificate certificate, CertificateContent content, Check notRevoked) {
        var today = LocalDate.now(clock);
        var past = content.lastDay().filter(today::isAfter).isPresent();
        var verdict =
                switch (certificate.standing(today)) {
                    case VALID -> Verdict.VALID;
                    case EXPIRED -> Verdict.EXPIRED;
                    case SUSPENDED -> Verdict.SUSPENDED;
                    case REPLACED -> Verdict.REPLACED;
                    case REVOKED -> Verdict.REVOKED;
                };
        return new Verification(
                verdict,
                Check.PASSED,
                Check.PASSED,
                notRevoked,
                Check.of(!past),
                Optional.of(content));
    }

    private Check signature(Certificate certificate, byte[] bytes) {
        return keys.verifier(certificate.keyId())
                .map(key -> Check.of(key.verifies(bytes, certificate.signature())))
                .orElse(Check.UNCHECKED);
    }

    /** Columns that lists and searches read must not say more than the signature covers. */
    private static boolean isEnteredAs(Certificate certificate, CertificateContent content) {
        return certificate.identifier().equals(content.identifier())
                && certificate.number().equals(content.number())
                && certificate.typeKey().equals(content.typeKey())
                && certificate.agency().equals(content.issuer().key())
                && certificate.holderName().equals(content.holder().name())
                && certificate.origin() == content.cameFrom()
                && certificate.issuedOn().equals(content.issuedOn())
                && certificate.validUntil().equals(content.lastDay());
    }

    private static Verification broken(Check signature, Check register, Check notRevoked) {
        return new Verification(
                Verdict.BROKEN, signature, register, notRevoked, Check.UNCHECKED, Optional.empty());
    }
}
