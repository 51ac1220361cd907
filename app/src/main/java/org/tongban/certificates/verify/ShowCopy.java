package org.tongban.certificates.verify;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.law.LegalBasis;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The public page of an annotated copy: for whom and for what it serves, whether it still does, and
 * how the certificate stands now.
 */
@Controller
class ShowCopy {

    private final CertificateUses uses;
    private final Certificates certificates;
    private final VerifyCertificate verify;
    private final CountedChecks checks;
    private final TextBundles bundles;
    private final CertificateLook look;
    private final Clock clock;

    ShowCopy(
            CertificateUses uses,
            Certificates certificates,
            VerifyCertificate verify,
            CountedChecks checks,
            TextBundles bundles,
            CertificateLook look,
            Clock clock) {
        this.uses = uses;
        this.certificates = certificates;
        this.verify = verify;
        this.checks = checks;
        this.bundles = bundles;
        this.look = look;
        this.clock = clock;
    }

    @GetMapping("/verify/copies/{token}")
    @Open(door = Door.PUBLIC, audit = "certificate.copy-verified")
    @LegalBasis("practice/evidence/annotated-copy")
    Rendered show(@PathVariable String token, HttpServletRequest request) {
        checks.count(request);
        var texts = bundles.in(Preferences.of(request).locale());
        return uses.withToken(token)
                .flatMap(use -> use.copy().map(copy -> page(use, copy, texts)))
                .orElseGet(
                        () ->
                                Rendered.of("certificates/verify/unknown")
                                        .status(HttpStatus.NOT_FOUND));
    }

    private Rendered page(CertificateUses.Use use, CertificateUses.Copy copy, Texts texts) {
        var dates = new Dates(texts.locale());
        var used = certificates.find(use.certificate()).orElseThrow();
        var now = dates.moment(LocalDateTime.now(clock));
        var page = VerifyPage.of(used, verify.verify(used), look.stylesheet(), now, texts);
        var over = LocalDate.now(clock).isAfter(copy.until());
        var facts = new ArrayList<Answer>();
        facts.add(fact("library.copy.for", use.usedBy(), texts));
        facts.add(fact("library.copy.item", use.purpose(), texts));
        facts.add(fact("library.copy.until", dates.paperDay(copy.until()), texts));
        facts.addAll(page.facts());
        return Rendered.of(
                "certificates/verify/result",
                new VerifyPage(
                        page.stylesheet(),
                        over ? "over" : page.look(),
                        texts.localize(
                                over ? "library.copy.over" : "library.copy.good", page.title()),
                        texts.localize(over ? "library.copy.over.means" : "library.copy.means"),
                        page.why(),
                        page.checkedAt(),
                        page.steps(),
                        List.copyOf(facts)));
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }
}
