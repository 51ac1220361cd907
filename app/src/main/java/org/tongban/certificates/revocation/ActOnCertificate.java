package org.tongban.certificates.revocation;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.Certificates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * What the law allows to be done to a certificate after its issue: one address a deed, one way for
 * all of them.
 */
@Controller
class ActOnCertificate {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    private static final String ONE = CertificateDoor.PATH + "/{id}";

    private final CertificateDoor door;
    private final Certificates certificates;
    private final CertificateActs acts;
    private final FoundView view;
    private final TextBundles bundles;
    private final Clock clock;

    ActOnCertificate(
            CertificateDoor door,
            Certificates certificates,
            CertificateActs acts,
            FoundView view,
            TextBundles bundles,
            Clock clock) {
        this.door = door;
        this.certificates = certificates;
        this.acts = acts;
        this.view = view;
        this.bundles = bundles;
        this.clock = clock;
    }

    @PostMapping(ONE + "/revocation")
    @Open(door = Door.STAFF, audit = "certificate.revoked")
    Object revoke(
            @PathVariable UUID id,
            @RequestParam(name = Reason.WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(id, new Attempt(new Revocation(), why), staff, request);
    }

    @PostMapping(ONE + "/suspension")
    @Open(door = Door.STAFF, audit = "certificate.suspended")
    Object suspend(
            @PathVariable UUID id,
            @RequestParam(name = Reason.WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(id, new Attempt(new Suspension(), why), staff, request);
    }

    @PostMapping(ONE + "/return")
    @Open(door = Door.STAFF, audit = "certificate.given-back")
    Object giveBack(
            @PathVariable UUID id,
            @RequestParam(name = Reason.WHY, defaultValue = "") String why,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(id, new Attempt(new GivingBack(), why), staff, request);
    }

    @PostMapping(ONE + "/renewal")
    @Open(door = Door.STAFF, audit = "certificate.renewed")
    Object renew(
            @PathVariable UUID id,
            @RequestParam(name = Reason.WHY, defaultValue = "") String why,
            @RequestParam(name = Renewal.UNTIL, defaultValue = "") String until,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(id, new Attempt(new Renewal(until), why), staff, request);
    }

    @PostMapping(ONE + "/change")
    @Open(door = Door.STAFF, audit = "certificate.changed")
    Object change(
            @PathVariable UUID id,
            @RequestParam(name = Reason.WHY, defaultValue = "") String why,
            @RequestParam(name = Change.LINE, defaultValue = "") String line,
            @RequestParam(name = Change.WORDS, defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(id, new Attempt(new Change(line, words), why), staff, request);
    }

    private Object act(UUID id, Attempt attempt, StaffPrincipal staff, HttpServletRequest request) {
        var certificate = door.open(id, staff);
        var texts = bundles.in(Preferences.of(request).locale());
        var wrong = faults(attempt, certificate, texts);
        if (!wrong.isEmpty()) {
            return page(certificate, attempt.faulty(wrong), texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(CertificateDoor.path(certificate));
        }
        var by = new CertificateActs.By(staff.getName(), staff.name());
        if (!attempt.deed().carryOut(acts, id, attempt.reason().words().strip(), by)) {
            // Somebody else was faster: the page shows what the certificate is now.
            var late = Map.of(Reason.WHY, texts.localize("certificates.act.late"));
            return page(certificates.find(id).orElseThrow(), attempt.faulty(late), texts)
                    .status(HttpStatus.CONFLICT)
                    .at(CertificateDoor.path(certificate));
        }
        LOG.info("certificate {} {}", certificate.identifier(), attempt.deed().path());
        var now = certificates.ofCase(certificate.caseId()).orElse(certificate);
        return "redirect:" + CertificateDoor.path(now);
    }

    private Map<String, String> faults(Attempt attempt, Certificate certificate, Texts texts) {
        var content = certificates.content(certificate);
        var today = LocalDate.now(clock);
        var wrong = new LinkedHashMap<>(attempt.deed().faults(certificate, content, today, texts));
        wrong.putAll(attempt.reason().faults(texts));
        return wrong;
    }

    private Rendered page(Certificate certificate, Attempt attempt, Texts texts) {
        return Rendered.of("certificates/revocation/found", view.page(certificate, attempt, texts));
    }
}
