package org.tongban.certificates.issue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseContents;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseHead;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateIssued;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.crypto.RandomTokens;
import org.tongban.database.RowIds;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;

/**
 * Issues the certificate of a granted case, once: number, signature and register entry stand or
 * fall with the follower's place on the line. A type or an office that is missing stops the
 * follower there, because a certificate is owed; it goes on when the pack is put right.
 */
@Component
class IssueCertificate implements Follower {

    private static final Logger LOG = LoggerFactory.getLogger(IssueCertificate.class);

    private final CaseContents cases;
    private final Catalogue catalogue;
    private final Directory directory;
    private final KnownTypes types;
    private final Certificates certificates;
    private final CertificateActs acts;
    private final FaceLines faces;
    private final NewNumbers numbers;
    private final RowIds ids;
    private final ApplicationEventPublisher publisher;
    private final RandomTokens tokens = new RandomTokens();

    IssueCertificate(
            CaseContents cases,
            Catalogue catalogue,
            Directory directory,
            KnownTypes types,
            Certificates certificates,
            CertificateActs acts,
            FaceLines faces,
            NewNumbers numbers,
            RowIds ids,
            ApplicationEventPublisher publisher) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.directory = directory;
        this.types = types;
        this.certificates = certificates;
        this.acts = acts;
        this.faces = faces;
        this.numbers = numbers;
        this.ids = ids;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public void follow(CaseLine line) {
        if (line.event().grants()) {
            issue(cases.whole(line.caseId()).orElseThrow(), line.event().grantedUntil());
        }
        // A grant that was taken back leaves no certificate in force.
        if (line.event() instanceof CaseEvent.GrantRevoked revoked) {
            certificates
                    .ofCase(line.caseId())
                    .ifPresent(
                            issued ->
                                    acts.revoke(
                                            issued.id(),
                                            revoked.reasons(),
                                            new CertificateActs.By(name(), line.actorName())));
        }
    }

    private void issue(CaseContents.Whole decided, Optional<LocalDate> until) {
        var granted = decided.head();
        var item = catalogue.version(granted.itemKey(), granted.itemVersion()).definition();
        var typeKey = item.result().certificate();
        if (item.result().kind() != ItemDefinition.ResultKind.CERTIFICATE || typeKey == null) {
            return;
        }
        var known = types.current(typeKey).orElseThrow(() -> NotIssuable.noType(granted, typeKey));
        var agency =
                directory
                        .current()
                        .agency(granted.agency())
                        .orElseThrow(() -> NotIssuable.noAgency(granted));
        enter(granted, content(decided, item, known, agency, until));
    }

    private void enter(CaseHead granted, CertificateContent content) {
        UUID id = ids.next();
        if (certificates.enter(id, tokens.next(), granted, content)) {
            LOG.debug("certificate {} issued for case {}", content.identifier(), granted.caseNo());
            publisher.publishEvent(new CertificateIssued(granted, id));
        }
    }

    private CertificateContent content(
            CaseContents.Whole decided,
            ItemDefinition item,
            KnownTypes.Versioned known,
            Agency agency,
            Optional<LocalDate> until) {
        var type = known.type();
        var granted = decided.head();
        var applied = decided.content();
        var issuedOn = granted.decidedOn().orElseThrow();
        var fresh = numbers.next(type, agency, issuedOn);
        var applicant = applied.applicant();
        return new CertificateContent(
                fresh.identifier(),
                fresh.number(),
                type.key(),
                type.typeCode(),
                type.name(),
                new CertificateContent.Holder(
                        applicant.kind(), applicant.name(), applicant.number()),
                new CertificateContent.Issuer(agency.key(), agency.name(), agency.creditCode()),
                granted.caseNo(),
                issuedOn,
                // What the decision itself names goes before the usual years of the type.
                until.or(() -> type.years().map(years -> lastDay(issuedOn, years))).orElse(null),
                faces.of(type, item, applied),
                null,
                known.version());
    }

    /** Five years from 21 November 2026 end with 20 November 2031. */
    static LocalDate lastDay(LocalDate issuedOn, int years) {
        return issuedOn.plusYears(years).minusDays(1);
    }
}
