package org.tongban.certificates.verify;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.codes.CodeFault;
import org.tongban.codes.Parsed;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The public page that says whether a certificate holds. By the code on the certificate, or by its
 * identifier. Both ways are counted by address.
 */
@Controller
class ShowVerification {

    private static final int LONGEST_TYPED = 200;
    private static final String FIELD = VerifyForm.IDENTIFIER;

    private final Certificates certificates;
    private final VerifyCertificate verify;
    private final CountedChecks checks;
    private final VerifyForm form;
    private final TextBundles bundles;
    private final CertificateLook look;
    private final Clock clock;

    ShowVerification(
            Certificates certificates,
            VerifyCertificate verify,
            CountedChecks checks,
            VerifyForm form,
            TextBundles bundles,
            CertificateLook look,
            Clock clock) {
        this.certificates = certificates;
        this.verify = verify;
        this.checks = checks;
        this.form = form;
        this.bundles = bundles;
        this.look = look;
        this.clock = clock;
    }

    @GetMapping("/verify")
    @Open(door = Door.PUBLIC, audit = "certificate.verify_asked")
    Rendered form(HttpServletRequest request) {
        return form("", "", texts(request));
    }

    @GetMapping(path = "/verify", params = FIELD)
    @Open(door = Door.PUBLIC, audit = "certificate.verified")
    Rendered byIdentifier(@RequestParam(FIELD) String typed, HttpServletRequest request) {
        var texts = texts(request);
        var kept = typed.substring(0, Math.min(typed.length(), LONGEST_TYPED));
        return switch (CertificateIdentifier.read(kept)) {
            case Parsed.Invalid<CertificateIdentifier>(var reason) ->
                    form(kept, texts.localize(words(reason)), texts)
                            .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case Parsed.Valid<CertificateIdentifier>(var identifier) -> {
                checks.count(request);
                yield certificates
                        .withIdentifier(identifier.value())
                        .map(found -> page(found, texts))
                        .orElseGet(ShowVerification::unknown);
            }
        };
    }

    @GetMapping("/verify/{token}")
    @Open(door = Door.PUBLIC, audit = "certificate.verified")
    Rendered byToken(@PathVariable String token, HttpServletRequest request) {
        checks.count(request);
        var texts = texts(request);
        return certificates
                .withToken(token)
                .map(found -> page(found, texts))
                .orElseGet(ShowVerification::unknown);
    }

    private Rendered page(Certificate found, Texts texts) {
        var now = new Dates(texts.locale()).moment(LocalDateTime.now(clock));
        return Rendered.of(
                "certificates/verify/result",
                VerifyPage.of(found, verify.verify(found), look.stylesheet(), now, texts));
    }

    private static Rendered unknown() {
        return Rendered.of("certificates/verify/unknown").status(HttpStatus.NOT_FOUND);
    }

    private Rendered form(String typed, String error, Texts texts) {
        return form.page(typed, error.isEmpty() ? Map.of() : Map.of(FIELD, error), texts);
    }

    private static String words(CodeFault reason) {
        return switch (reason) {
            case EMPTY -> "certificates.identifier.empty";
            case WRONG_CHECK -> "certificates.identifier.check";
            case WRONG_LENGTH,
                    FIFTEEN_DIGITS,
                    WRONG_CHARACTER,
                    WRONG_PARTS,
                    WRONG_INNER_CHECK,
                    IMPOSSIBLE_DATE,
                    UNKNOWN_TYPE,
                    UNKNOWN_LEVEL,
                    ISSUER_NOT_CREDIT_CODE ->
                    "certificates.identifier.wrong";
        };
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
