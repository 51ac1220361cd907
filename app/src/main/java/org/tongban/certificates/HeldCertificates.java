package org.tongban.certificates;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.certificates.Verification.Verdict;

/**
 * What somebody holds of a type, as anybody may rely on it: each certificate is checked anew,
 * signature first. One that does not carry our signature is not spoken of: it is a matter for the
 * keepers of the register. Neither is one that was taken over from paper and that its office has
 * not confirmed: the original decides.
 */
@Component
public class HeldCertificates {

    private final Certificates certificates;
    private final VerifyCertificate verify;

    HeldCertificates(Certificates certificates, VerifyCertificate verify) {
        this.certificates = certificates;
        this.verify = verify;
    }

    /**
     * A certificate that carries our signature.
     *
     * @param verdict whether it holds, and why not; never {@link Verdict#BROKEN}
     */
    public record Held(Certificate certificate, CertificateContent content, Verdict verdict) {

        public boolean holds() {
            return verdict == Verdict.VALID;
        }
    }

    /** Of each type the one to go by, by key of the type; see {@link #of(byte[], String)}. */
    public Map<String, Held> of(byte[] holder, Collection<String> types) {
        return certificates.of(List.of(holder), types).stream()
                .filter(certificate -> certificate.trust().serves())
                .flatMap(certificate -> checked(certificate).stream())
                .collect(
                        Collectors.toMap(
                                held -> held.certificate().typeKey(),
                                held -> held,
                                HeldCertificates::better));
    }

    /** One that holds, the last issued of them; else the last issued of those that do not. */
    public Optional<Held> of(byte[] holder, String type) {
        return Optional.ofNullable(of(holder, List.of(type)).get(type));
    }

    private static Held better(Held first, Held later) {
        return first.holds() || !later.holds() ? first : later;
    }

    private Optional<Held> checked(Certificate certificate) {
        var checked = verify.verify(certificate);
        return checked.content().map(content -> new Held(certificate, content, checked.verdict()));
    }
}
