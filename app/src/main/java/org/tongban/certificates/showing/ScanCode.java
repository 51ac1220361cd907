package org.tongban.certificates.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.certificates.verify.CountedChecks;
import org.tongban.certificates.verify.VerifyPage;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/**
 * The other side: whoever scans a code. It is used up by pressing a button and not by opening the
 * address, because scanners and messengers open addresses before people do.
 */
@Controller
class ScanCode {

    private final ShownCodes codes;
    private final Certificates certificates;
    private final VerifyCertificate verify;
    private final CountedChecks checks;
    private final TextBundles bundles;
    private final CertificateLook look;
    private final Clock clock;

    ScanCode(
            ShownCodes codes,
            Certificates certificates,
            VerifyCertificate verify,
            CountedChecks checks,
            TextBundles bundles,
            CertificateLook look,
            Clock clock) {
        this.codes = codes;
        this.certificates = certificates;
        this.verify = verify;
        this.checks = checks;
        this.bundles = bundles;
        this.look = look;
        this.clock = clock;
    }

    @GetMapping("/verify/codes/{code}")
    @Open(door = Door.PUBLIC, audit = "certificate.code-scanned")
    Rendered scanned(@PathVariable String code, HttpServletRequest request) {
        checks.count(request);
        var good = codes.find(code).filter(one -> one.isGood(clock.instant())).isPresent();
        return good
                ? Rendered.of("certificates/showing/scanned").with("action", path(code))
                : over();
    }

    @PostMapping("/verify/codes/{code}")
    @Open(door = Door.PUBLIC, audit = "certificate.code-used")
    Rendered look(@PathVariable String code, HttpServletRequest request) {
        checks.count(request);
        var texts = bundles.in(Preferences.of(request).locale());
        var chinese = bundles.in(Preferences.CHINESE);
        return codes.use(
                        code,
                        chinese.localize("library.use.scanner"),
                        chinese.localize("library.use.shown"))
                .flatMap(certificates::find)
                .map(
                        shown -> {
                            var now = new Dates(texts.locale()).moment(LocalDateTime.now(clock));
                            return Rendered.of(
                                            "certificates/verify/result",
                                            VerifyPage.of(
                                                    shown,
                                                    verify.verify(shown),
                                                    look.stylesheet(),
                                                    now,
                                                    texts))
                                    .at(path(code));
                        })
                .orElseGet(ScanCode::over);
    }

    private static String path(String code) {
        return "/verify/codes/" + code;
    }

    private static Rendered over() {
        return Rendered.of("certificates/showing/over").status(HttpStatus.GONE);
    }
}
