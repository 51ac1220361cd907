package org.tongban.certificates.lending;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.OwnCertificates;
import org.tongban.certificates.PublicAddress;
import org.tongban.certificates.Standing;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The holder lends a certificate, sees what was lent, and takes it back. */
@Controller
class LendCertificate {

    private final OwnCertificates own;
    private final Loans loans;
    private final KnownTypes types;
    private final PublicAddress address;
    private final CertificateLook look;
    private final TextBundles bundles;
    private final Clock clock;

    LendCertificate(
            OwnCertificates own,
            Loans loans,
            KnownTypes types,
            PublicAddress address,
            CertificateLook look,
            TextBundles bundles,
            Clock clock) {
        this.own = own;
        this.loans = loans;
        this.types = types;
        this.address = address;
        this.look = look;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/my/certificates/{id}/loans")
    @Open(door = Door.APPLICANT, audit = "certificate.loans-shown")
    Rendered show(@PathVariable UUID id, ApplicantPrincipal caller, HttpServletRequest request) {
        return page(own.open(id, caller), LoanForm.empty(), ErrorSummary.none(), request);
    }

    @PostMapping("/my/certificates/{id}/loans")
    @Open(door = Door.APPLICANT, audit = "certificate.lent")
    Object lend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String borrower,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String times,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var held = own.open(id, caller);
        var form = new LoanForm(borrower, purpose, until, times);
        var today = LocalDate.now(clock);
        var terms = form.terms(today, texts(request));
        if (terms.isEmpty() || held.standing(today) != Standing.VALID) {
            var faults = form.faults(today, texts(request));
            return page(held, form, ErrorSummary.of(faults), request)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at(path(held));
        }
        loans.lend(held.id(), terms.get());
        return SeeOther.to(path(held));
    }

    @PostMapping("/my/certificates/{id}/loans/{loan}/take-back")
    @Open(door = Door.APPLICANT, audit = "certificate.loan-taken-back")
    ResponseEntity<Void> takeBack(
            @PathVariable UUID id, @PathVariable UUID loan, ApplicantPrincipal caller) {
        var held = own.open(id, caller);
        loans.takeBack(held.id(), loan);
        return SeeOther.to(path(held));
    }

    private Rendered page(
            Certificate held, LoanForm form, ErrorSummary errors, HttpServletRequest request) {
        var texts = texts(request);
        var lendable = held.standing(LocalDate.now(clock)) == Standing.VALID;
        return Rendered.of(
                "certificates/lending/loans",
                new LoansPage(
                        look.stylesheet(),
                        types.names().getOrDefault(held.typeKey(), ""),
                        OwnCertificates.path(held),
                        path(held),
                        form.fields(errors, texts),
                        loans.of(held.id()).stream()
                                .map(loan -> line(held, loan, texts, request))
                                .toList(),
                        lendable ? "" : texts.localize("library.loan.not-valid"),
                        errors));
    }

    private LoansPage.Line line(
            Certificate held, Loan loan, Texts texts, HttpServletRequest request) {
        var state = loan.state(LocalDate.now(clock));
        var open = state == Loan.State.OPEN;
        return new LoansPage.Line(
                loan.borrower(),
                loan.purpose(),
                texts.localize(
                        "library.loan.terms",
                        new Dates(texts.locale()).paperDay(loan.until()),
                        loan.times(),
                        loan.used()),
                switch (state) {
                    case OPEN -> Tag.got(texts.localize("library.loan.open"));
                    case USED_UP -> Tag.plain(texts.localize("library.loan.used-up"));
                    case OVER -> Tag.plain(texts.localize("library.loan.over"));
                    case TAKEN_BACK -> Tag.stop(texts.localize("library.loan.taken-back"));
                },
                open ? address.of("/loans/" + loan.token(), request) : "",
                open ? path(held) + "/" + loan.id() + "/take-back" : "");
    }

    private static String path(Certificate held) {
        return OwnCertificates.path(held) + "/loans";
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
