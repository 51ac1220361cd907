package org.tongban.certificates.showing;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.OwnCertificates;
import org.tongban.certificates.PublicAddress;
import org.tongban.certificates.wallet.QrCode;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.SeeOther;

/** The holder's side: a code is made, held out, and made anew. */
@Controller
class ShowByCode {

    private final OwnCertificates own;
    private final ShownCodes codes;
    private final KnownTypes types;
    private final PublicAddress address;
    private final CertificateLook look;
    private final Clock clock;

    ShowByCode(
            OwnCertificates own,
            ShownCodes codes,
            KnownTypes types,
            PublicAddress address,
            CertificateLook look,
            Clock clock) {
        this.own = own;
        this.codes = codes;
        this.types = types;
        this.address = address;
        this.look = look;
        this.clock = clock;
    }

    @PostMapping("/my/certificates/{id}/code")
    @Open(door = Door.APPLICANT, audit = "certificate.code-made")
    ResponseEntity<Void> make(@PathVariable UUID id, ApplicantPrincipal caller) {
        var held = own.open(id, caller);
        return SeeOther.to(path(held) + "/" + codes.make(held.id()));
    }

    /** The code on the screen. Opened again after its minute it says so and offers another. */
    @GetMapping("/my/certificates/{id}/code/{code}")
    @Open(door = Door.APPLICANT, audit = "certificate.code-shown")
    Rendered show(
            @PathVariable UUID id,
            @PathVariable String code,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var held = own.open(id, caller);
        var made =
                codes.find(code)
                        .filter(one -> one.certificate().equals(held.id()))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var until =
                new Dates(Preferences.of(request).locale())
                        .time(LocalDateTime.ofInstant(made.expiresAt(), clock.getZone()));
        return Rendered.of(
                "certificates/showing/code",
                new CodePage(
                        look.stylesheet(),
                        types.names().getOrDefault(held.typeKey(), ""),
                        OwnCertificates.path(held),
                        path(held),
                        QrCode.of(address.of("/verify/codes/" + code, request)),
                        "/verify/codes/" + code,
                        until,
                        made.isGood(clock.instant()),
                        made.used()));
    }

    private static String path(Certificate held) {
        return OwnCertificates.path(held) + "/code";
    }
}
