package org.tongban.certificates.revocation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Masked;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** Draws one certificate for staff: what it says, what was done to it, what can be done. */
@Component
class FoundView {

    private final Certificates certificates;
    private final CertificateActs acts;
    private final CertificateUses uses;
    private final Clock clock;

    FoundView(Certificates certificates, CertificateActs acts, CertificateUses uses, Clock clock) {
        this.certificates = certificates;
        this.acts = acts;
        this.uses = uses;
        this.clock = clock;
    }

    FoundPage page(Certificate certificate, Attempt attempt, Texts texts) {
        var content = certificates.content(certificate);
        return new FoundPage(
                CertificateDoor.path(certificate),
                content.name(),
                standing(certificate, texts),
                facts(certificate, content, texts),
                acts.of(certificate.id()).stream().map(done -> told(done, texts)).toList(),
                uses.of(certificate, Optional.empty()).stream()
                        .limit(CertificateUses.PAGE)
                        .map(use -> used(use, texts))
                        .toList(),
                related(certificates.under(certificate), texts),
                related(certificates.derivedFrom(certificate), texts),
                new DeedForms(certificate, content, texts).drawn(attempt),
                attempt.errors());
    }

    private List<FoundPage.Related> related(List<Certificate> others, Texts texts) {
        return others.stream()
                .map(
                        other ->
                                new FoundPage.Related(
                                        new Link(
                                                certificates.content(other).name()
                                                        + " "
                                                        + other.number(),
                                                CertificateDoor.path(other)),
                                        standing(other, texts)))
                .toList();
    }

    private Link used(CertificateUses.Use use, Texts texts) {
        return new Link(
                texts.localize(
                        "library.used", moment(use.at(), texts), use.usedBy(), use.purpose()),
                use.copy().map(copy -> "/staff/cases/" + copy.caseId()).orElse(""));
    }

    private Answer told(CertificateActs.Done done, Texts texts) {
        return fact(
                "certificates.operation." + done.operation().code(),
                moment(done.at(), texts) + "  " + done.by() + "：" + done.why(),
                texts);
    }

    private List<Answer> facts(Certificate certificate, CertificateContent content, Texts texts) {
        var dates = new Dates(texts.locale());
        var facts = new ArrayList<Answer>();
        facts.add(fact("certificates.number", content.number(), texts));
        facts.add(fact("certificates.identifier", content.identifier(), texts));
        facts.add(fact("certificates.holder", Masked.name(content.holder()), texts));
        facts.add(fact("certificates.issuer", content.issuer().name(), texts));
        facts.add(
                fact(
                        "certificates.origin",
                        texts.localize("certificates.origin." + certificate.origin().word()),
                        texts));
        facts.add(
                fact(
                        "certificates.trust",
                        texts.localize("certificates.trust." + certificate.trust().word()),
                        texts));
        if (!content.caseNo().isEmpty()) {
            facts.add(fact("certificates.case-no", content.caseNo(), texts));
        }
        facts.add(fact("certificates.issued-on", dates.paperDay(content.issuedOn()), texts));
        facts.add(
                fact(
                        "certificates.valid-until",
                        content.lastDay()
                                .map(dates::paperDay)
                                .orElseGet(() -> texts.localize("certificates.without-end")),
                        texts));
        certificate
                .revocation()
                .ifPresent(
                        revoked -> {
                            var at = moment(revoked.at(), texts);
                            facts.add(fact("certificates.revoked-at", at, texts));
                            facts.add(fact("certificates.revoked-by", revoked.by(), texts));
                            facts.add(fact("certificates.revoked-why", revoked.why(), texts));
                        });
        return facts;
    }

    private String moment(Instant at, Texts texts) {
        return new Dates(texts.locale()).moment(LocalDateTime.ofInstant(at, clock.getZone()));
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private Tag standing(Certificate certificate, Texts texts) {
        return switch (certificate.standing(LocalDate.now(clock))) {
            case VALID -> Tag.got(texts.localize("certificates.standing.valid"));
            case EXPIRED -> Tag.soon(texts.localize("certificates.standing.expired"));
            case SUSPENDED -> Tag.stop(texts.localize("certificates.standing.suspended"));
            case REPLACED -> Tag.plain(texts.localize("certificates.standing.replaced"));
            case REVOKED -> Tag.late(texts.localize("certificates.standing.revoked"));
        };
    }
}
