package org.tongban.certificates.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Casework;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.HeldCertificates;
import org.tongban.certificates.Masked;
import org.tongban.crypto.LookupHash;
import org.tongban.law.LegalBasis;

/**
 * The library as a source of evidence: the applicant's own certificate of the type that a material
 * names, as {@link HeldCertificates} knows it.
 */
@Component
@Order(1)
class LibraryEvidence implements EvidenceSource {

    private final Certificates certificates;
    private final HeldCertificates held;
    private final CertificateUses uses;
    private final AnnotatedCopies copies;
    private final LookupHash lookup;
    private final Clock clock;

    LibraryEvidence(
            Certificates certificates,
            HeldCertificates held,
            CertificateUses uses,
            AnnotatedCopies copies,
            LookupHash lookup,
            Clock clock) {
        this.certificates = certificates;
        this.held = held;
        this.uses = uses;
        this.copies = copies;
        this.lookup = lookup;
        this.clock = clock;
    }

    /** A certificate as it was found for a material. */
    private record Looked(Material material, Certificate certificate, Evidence evidence) {}

    @Override
    @LegalBasis("practice/evidence/not-asked")
    public List<Evidence> look(
            EvidenceSource.Purpose purpose, Applicant applicant, List<Material> materials) {
        // What cannot be copied cannot be fetched: without a font the applicant brings the paper.
        return copies.canBeMade()
                ? looked(applicant, materials).stream().map(Looked::evidence).toList()
                : List.of();
    }

    private List<Looked> looked(Applicant applicant, List<Material> materials) {
        var types = materials.stream().map(LibraryEvidence::type).collect(Collectors.toSet());
        var byType = held.of(lookup.of(applicant.number(), Casework.APPLICANT), types);
        var found = new ArrayList<Looked>();
        for (var material : materials) {
            var one = byType.get(type(material));
            if (one != null) found.add(looked(material, one));
        }
        return found;
    }

    private static String type(Material material) {
        return Objects.requireNonNull(material.fetch()).certificate();
    }

    private static Looked looked(Material material, HeldCertificates.Held one) {
        return new Looked(
                material,
                one.certificate(),
                one.holds()
                        ? found(material, one.content())
                        : new Evidence.Spoilt(
                                material.key(),
                                one.content().name(),
                                fault(
                                        one.certificate(),
                                        Evidence.Kind.valueOf(one.verdict().name()))));
    }

    private static Evidence found(Material material, CertificateContent content) {
        return new Evidence.Found(
                material.key(),
                content.name(),
                Masked.number(content.number()),
                content.issuer().name(),
                content.lastDay(),
                content.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        CertificateContent.Line::key,
                                        CertificateContent.Line::value,
                                        (first, _) -> first)),
                Optional.empty());
    }

    private static Evidence.Fault fault(Certificate certificate, Evidence.Kind kind) {
        return new Evidence.Fault(
                kind,
                kind == Evidence.Kind.REVOKED
                        ? certificate.revocation().map(Certificate.Revocation::why).orElse("")
                        : "");
    }

    @Override
    @LegalBasis("practice/evidence/annotated-copy")
    public List<SubmittedFile> fetch(
            EvidenceSource.Use use, Applicant applicant, List<Material> materials) {
        var there = uses.ofCase(use.caseId());
        var wanted =
                materials.stream()
                        .filter(
                                material ->
                                        there.stream().noneMatch(one -> isFor(one, material.key())))
                        .toList();
        if (!wanted.isEmpty() && copies.canBeMade()) {
            looked(applicant, wanted).stream()
                    .filter(one -> one.evidence() instanceof Evidence.Found)
                    .forEach(one -> copies.make(use, one.material(), one.certificate()));
        }
        // Read again: whoever pressed twice gets one copy.
        return uses.ofCase(use.caseId()).stream()
                .filter(one -> materials.stream().anyMatch(m -> isFor(one, m.key())))
                .filter(one -> certificates.find(one.certificate()).filter(this::holds).isPresent())
                .flatMap(one -> copies.file(one).stream())
                .toList();
    }

    private static boolean isFor(CertificateUses.Use use, String material) {
        return use.copy().filter(copy -> copy.material().equals(material)).isPresent();
    }

    @Override
    @LegalBasis("practice/evidence/again")
    public List<ReliedOn> reliedOn(UUID caseId) {
        return uses.ofCase(caseId).stream()
                .flatMap(
                        use ->
                                certificates.find(use.certificate()).stream()
                                        .map(used -> reliedOn(use, used)))
                .toList();
    }

    private ReliedOn reliedOn(CertificateUses.Use use, Certificate used) {
        var content = certificates.content(used);
        return new ReliedOn(
                use.copy().map(CertificateUses.Copy::material).orElse(""),
                content.name(),
                Masked.number(content.number()),
                faultSince(used),
                Optional.empty());
    }

    /** What is wrong now with what was used. A renewal changes nothing that a case rests on. */
    private Optional<Evidence.Fault> faultSince(Certificate used) {
        var today = LocalDate.now(clock);
        if (used.status() != Certificate.Status.REPLACED) return faultOf(used, today);
        var latest = certificates.ofCase(used.caseId()).orElse(used);
        var now = faultOf(latest, today);
        return now.isPresent() || says(latest).equals(says(used))
                ? now
                : Optional.of(new Evidence.Fault(Evidence.Kind.REPLACED, ""));
    }

    private boolean holds(Certificate used) {
        return faultSince(used).isEmpty();
    }

    private List<CertificateContent.Line> says(Certificate certificate) {
        return certificates.content(certificate).lines();
    }

    private static Optional<Evidence.Fault> faultOf(Certificate certificate, LocalDate today) {
        return switch (certificate.standing(today)) {
            case VALID -> Optional.empty();
            case EXPIRED -> Optional.of(fault(certificate, Evidence.Kind.EXPIRED));
            case SUSPENDED -> Optional.of(fault(certificate, Evidence.Kind.SUSPENDED));
            case REPLACED -> Optional.of(fault(certificate, Evidence.Kind.REPLACED));
            case REVOKED -> Optional.of(fault(certificate, Evidence.Kind.REVOKED));
        };
    }
}
