package org.tongban.certificates.revocation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Masked;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/**
 * Where those who decide or supervise find a certificate of their agencies by its number or its
 * identifier, and take it back with a reason that its holder and everybody who checks it will read.
 */
@Controller
class RevokeCertificate {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_SEARCH = 200;
    private static final String WHY = "why";

    private final Certificates certificates;
    private final TextBundles bundles;
    private final Clock clock;

    RevokeCertificate(Certificates certificates, TextBundles bundles, Clock clock) {
        this.certificates = certificates;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/certificates")
    @Open(door = Door.STAFF, audit = "certificates.searched")
    Object search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireRight(staff);
        var asked = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)).strip();
        var found = asked.isEmpty() ? Optional.<Certificate>empty() : find(asked, staff);
        if (found.isPresent()) {
            return "redirect:/staff/certificates/" + found.get().id();
        }
        return Rendered.of("certificates/revocation/search").with("asked", asked);
    }

    @GetMapping("/staff/certificates/{id}")
    @Open(door = Door.STAFF, audit = "certificate.shown_to_staff")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        return page(within(id, staff), "", "", texts(request));
    }

    @PostMapping("/staff/certificates/{id}/revocation")
    @Open(door = Door.STAFF, audit = "certificate.revoked")
    Object revoke(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var certificate = within(id, staff);
        var why = typed.strip();
        var texts = texts(request);
        if (why.isEmpty()) {
            return wrong(certificate, typed, "certificates.revoke.why.empty", texts);
        }
        if (why.codePointCount(0, why.length()) > LONGEST_REASON) {
            return wrong(certificate, typed, "certificates.revoke.why.long", texts);
        }
        if (certificates.revoke(id, why, staff.name())) {
            LOG.info("certificate.revoked {} by {}", certificate.identifier(), staff.getName());
        }
        return "redirect:/staff/certificates/" + id;
    }

    private Optional<Certificate> find(String asked, StaffPrincipal staff) {
        return CertificateIdentifier.read(asked)
                .value()
                .flatMap(identifier -> certificates.withIdentifier(identifier.value()))
                .or(() -> certificates.withNumber(Typed.code(asked)))
                .filter(found -> staff.reaches(found.agency()));
    }

    /** The certificate, which for staff of other agencies is not there. */
    private Certificate within(UUID id, StaffPrincipal staff) {
        requireRight(staff);
        return certificates
                .find(id)
                .filter(found -> staff.reaches(found.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One of two rights will do, which the door itself cannot say. */
    private static void requireRight(StaffPrincipal staff) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Rendered wrong(Certificate certificate, String typed, String key, Texts texts) {
        return page(certificate, typed, texts.localize(key, LONGEST_REASON), texts)
                .status(HttpStatus.UNPROCESSABLE_CONTENT)
                .at("/staff/certificates/" + certificate.id());
    }

    private Rendered page(Certificate certificate, String typed, String error, Texts texts) {
        var content = certificates.content(certificate);
        var why =
                FieldView.of(FieldKind.LONGTEXT, WHY, texts.localize("certificates.revoke.why"))
                        .hint(texts.localize("certificates.revoke.why.hint"))
                        .maxLength(LONGEST_REASON)
                        .value(typed)
                        .error(error);
        return Rendered.of(
                "certificates/revocation/found",
                new FoundPage(
                        "/staff/certificates/" + certificate.id(),
                        content.name(),
                        standing(certificate, texts),
                        facts(certificate, content, texts),
                        certificate.revocation().isEmpty(),
                        why,
                        error.isEmpty()
                                ? ErrorSummary.none()
                                : ErrorSummary.of(Map.of(WHY, error))));
    }

    private List<Answer> facts(Certificate certificate, CertificateContent content, Texts texts) {
        var dates = new Dates(texts.locale());
        var facts = new ArrayList<Answer>();
        facts.add(fact("certificates.number", content.number(), texts));
        facts.add(fact("certificates.identifier", content.identifier(), texts));
        facts.add(fact("certificates.holder", Masked.name(content.holder()), texts));
        facts.add(fact("certificates.issuer", content.issuer().name(), texts));
        facts.add(fact("certificates.case-no", content.caseNo(), texts));
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
                            var at = LocalDateTime.ofInstant(revoked.at(), clock.getZone());
                            facts.add(fact("certificates.revoked-at", dates.moment(at), texts));
                            facts.add(fact("certificates.revoked-by", revoked.by(), texts));
                            facts.add(fact("certificates.revoked-why", revoked.why(), texts));
                        });
        return facts;
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private Tag standing(Certificate certificate, Texts texts) {
        return switch (certificate.standing(LocalDate.now(clock))) {
            case VALID -> Tag.got(texts.localize("certificates.standing.valid"));
            case EXPIRED -> Tag.soon(texts.localize("certificates.standing.expired"));
            case REVOKED -> Tag.late(texts.localize("certificates.standing.revoked"));
        };
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
