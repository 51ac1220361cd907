package org.tongban.certificates.lending;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Masked;
import org.tongban.certificates.VerifyCertificate;
import org.tongban.certificates.verify.CountedChecks;
import org.tongban.certificates.verify.VerifyPage;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The borrower's side of a loan. Each look is counted and recorded before anything is shown, and
 * what is shown says for whom and for what. It is counted by a button and not by opening the
 * address, which messengers open before people do.
 */
@Controller
class BorrowCertificate {

    private final Loans loans;
    private final Certificates certificates;
    private final VerifyCertificate verify;
    private final CountedChecks checks;
    private final CertificateLook look;
    private final TextBundles bundles;
    private final Clock clock;

    BorrowCertificate(
            Loans loans,
            Certificates certificates,
            VerifyCertificate verify,
            CountedChecks checks,
            CertificateLook look,
            TextBundles bundles,
            Clock clock) {
        this.loans = loans;
        this.certificates = certificates;
        this.verify = verify;
        this.checks = checks;
        this.look = look;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/loans/{token}")
    @Open(door = Door.PUBLIC, audit = "certificate.loan-opened")
    Rendered opened(@PathVariable String token, HttpServletRequest request) {
        checks.count(request);
        var texts = texts(request);
        return loans.withToken(token)
                .filter(loan -> loan.state(LocalDate.now(clock)) == Loan.State.OPEN)
                .map(
                        loan ->
                                Rendered.of("certificates/lending/borrow")
                                        .with("action", "/loans/" + token)
                                        .with("terms", terms(loan, texts))
                                        .with("left", loan.left()))
                .orElseGet(BorrowCertificate::over);
    }

    @PostMapping("/loans/{token}")
    @Open(door = Door.PUBLIC, audit = "certificate.loan-used")
    Rendered used(@PathVariable String token, HttpServletRequest request) {
        checks.count(request);
        var texts = texts(request);
        return loans.withToken(token)
                .filter(loans::use)
                .map(loan -> shown(loan, texts).at("/loans/" + token))
                .orElseGet(BorrowCertificate::over);
    }

    private Rendered shown(Loan loan, Texts texts) {
        var lent = certificates.find(loan.certificate()).orElseThrow();
        var checked = verify.verify(lent);
        var now = new Dates(texts.locale()).moment(LocalDateTime.now(clock));
        var page = VerifyPage.of(lent, checked, look.stylesheet(), now, texts);
        return Rendered.of("certificates/lending/lent")
                .with("page", page)
                .with("terms", terms(loan, texts))
                .with(
                        "face",
                        checked.content()
                                .map(content -> face(lent, content, texts))
                                .orElse(List.of()));
    }

    /**
     * What the certificate says. A citizen's number stays masked: the borrower has it or needs it
     * not.
     */
    private static List<Answer> face(Certificate lent, CertificateContent content, Texts texts) {
        var face = new ArrayList<Answer>();
        face.add(answer("certificates.name", content.name(), texts));
        face.add(answer("certificates.number", lent.number(), texts));
        face.add(answer("certificates.holder", content.holder().name(), texts));
        face.add(answer("library.holder-number", Masked.idNumber(content.holder()), texts));
        content.lines().stream()
                .filter(line -> !line.value().equals(content.holder().name()))
                .filter(line -> !line.value().equals(content.holder().number()))
                .forEach(line -> face.add(new Answer(line.label(), line.value(), "", "")));
        var dates = new Dates(texts.locale());
        face.add(answer("certificates.issuer", content.issuer().name(), texts));
        face.add(answer("certificates.issued-on", dates.paperDay(content.issuedOn()), texts));
        face.add(
                answer(
                        "certificates.valid-until",
                        content.lastDay()
                                .map(dates::paperDay)
                                .orElseGet(() -> texts.localize("certificates.without-end")),
                        texts));
        return face;
    }

    private static List<Answer> terms(Loan loan, Texts texts) {
        return List.of(
                answer("library.loan.borrower", loan.borrower(), texts),
                answer("library.loan.purpose", loan.purpose(), texts),
                answer(
                        "library.loan.until",
                        new Dates(texts.locale()).paperDay(loan.until()),
                        texts));
    }

    private static Answer answer(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private static Rendered over() {
        return Rendered.of("certificates/lending/over").status(HttpStatus.GONE);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
