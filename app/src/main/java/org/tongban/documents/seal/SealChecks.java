package org.tongban.documents.seal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tongban.documents.CheckReport;
import org.tongban.documents.Fault;
import org.tongban.documents.Step;
import org.tongban.documents.StepResult;

/**
 * Steps 3 to 8 of checking a sealed document, each answered by itself, in the order of the steps.
 * Trusts the authorities it is given and nothing else.
 */
public final class SealChecks {

    private final List<SealCertificate> authorities;
    private final Predicate<String> revoked;

    /**
     * Checks against what is trusted.
     *
     * @param revoked asked with the serial of a certificate that one of the authorities issued
     */
    public SealChecks(List<SealCertificate> authorities, Predicate<String> revoked) {
        this.authorities = List.copyOf(authorities);
        this.revoked = revoked;
    }

    /** Steps 3 to 8. */
    public List<StepResult> all(SealSignature signature) {
        return List.of(
                signature(signature),
                StepResult.of(
                        Step.SEALER,
                        signature.seal().lists(signature.certificate()),
                        Fault.SEALER_NOT_LISTED),
                seal(signature.seal()),
                StepResult.of(
                        Step.SEAL_PERIOD,
                        signature.seal().holdsAt(signature.at()),
                        Fault.SEAL_NOT_VALID_THEN),
                chains(signature),
                // No reader of time stamps yet; none is asked for.
                StepResult.unchecked(
                        Step.TIME_STAMP,
                        signature.timed() ? Fault.TIME_STAMP_NOT_READ : Fault.NO_TIME_STAMP));
    }

    /** Steps 3 to 8 when there is no signature to look at. */
    public static List<StepResult> none() {
        var results = new ArrayList<StepResult>();
        results.add(StepResult.failed(Step.SIGNATURE, Fault.SIGNATURE_UNREADABLE));
        for (var step : Step.values()) {
            if (step.compareTo(Step.SIGNATURE) > 0) {
                results.add(StepResult.unchecked(step, Fault.NOT_REACHED));
            }
        }
        return results;
    }

    /** Who says to have sealed; empty when the certificate cannot be read. */
    public static Optional<CheckReport.SealedBy> sealedBy(SealSignature signature) {
        return read(signature.certificate())
                .map(
                        sealer ->
                                new CheckReport.SealedBy(
                                        sealer.commonName(),
                                        signature.seal().name(),
                                        signature.at()));
    }

    private static StepResult signature(SealSignature signature) {
        var sealer = read(signature.certificate());
        if (sealer.isEmpty()) return StepResult.failed(Step.SIGNATURE, Fault.SIGNATURE_UNREADABLE);
        return StepResult.of(
                Step.SIGNATURE, signature.isSignedBy(sealer.get()), Fault.SIGNATURE_WRONG);
    }

    private static StepResult seal(ElectronicSeal seal) {
        return StepResult.of(
                Step.SEAL,
                read(seal.maker()).filter(seal::isSignedBy).isPresent(),
                Fault.SEAL_WRONG);
    }

    private StepResult chains(SealSignature signature) {
        var fault =
                chain(signature.certificate(), signature.at())
                        .or(() -> chain(signature.seal().maker(), signature.seal().from()));
        return fault.map(why -> StepResult.failed(Step.CHAIN, why))
                .orElseGet(() -> StepResult.passed(Step.CHAIN));
    }

    /** What is the matter with a certificate, if anything is. */
    private Optional<Fault> chain(byte[] der, Instant at) {
        var certificate = read(der);
        if (certificate.isEmpty()) return Optional.of(Fault.AUTHORITY_UNKNOWN);
        var issuer =
                authorities.stream()
                        .filter(SealCertificate::authority)
                        .filter(certificate.get()::isIssuedBy)
                        .findFirst();
        if (issuer.isEmpty()) return Optional.of(Fault.AUTHORITY_UNKNOWN);
        if (!certificate.get().signs()) return Optional.of(Fault.CERTIFICATE_NOT_FOR_SIGNING);
        if (!certificate.get().holdsAt(at) || !issuer.get().holdsAt(at)) {
            return Optional.of(Fault.CERTIFICATE_NOT_VALID_THEN);
        }
        return revoked.test(certificate.get().serial()) || revoked.test(issuer.get().serial())
                ? Optional.of(Fault.CERTIFICATE_REVOKED)
                : Optional.empty();
    }

    private static Optional<SealCertificate> read(byte[] der) {
        try {
            return Optional.of(SealCertificate.read(der));
        } catch (Malformed unreadable) {
            return Optional.empty();
        }
    }
}
