package org.tongban.certificates.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.OwnCertificates;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows the holder who used a certificate, when and for what. */
@Controller
class ShowUses {

    private final OwnCertificates own;
    private final CertificateUses uses;
    private final KnownTypes types;
    private final TextBundles bundles;
    private final Clock clock;

    ShowUses(
            OwnCertificates own,
            CertificateUses uses,
            KnownTypes types,
            TextBundles bundles,
            Clock clock) {
        this.own = own;
        this.uses = uses;
        this.types = types;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/my/certificates/{id}/uses")
    @Open(door = Door.APPLICANT, audit = "certificate.uses-shown")
    Rendered show(
            @PathVariable UUID id,
            @RequestParam Optional<UUID> before,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var held = own.open(id, caller);
        var found = uses.of(held, before);
        var page = found.stream().limit(CertificateUses.PAGE).toList();
        var here = OwnCertificates.path(held) + "/uses";
        var name = types.names().getOrDefault(held.typeKey(), "");
        return Rendered.of(
                "certificates/wallet/uses",
                new UsesPage(
                        name,
                        new Link(name, OwnCertificates.path(held)),
                        page.stream().map(use -> line(use, texts)).toList(),
                        new Pager(
                                before.isPresent() ? here : "",
                                found.size() > page.size()
                                        ? here + "?before=" + page.getLast().id()
                                        : "",
                                "")));
    }

    private UsesPage.Line line(CertificateUses.Use use, Texts texts) {
        return new UsesPage.Line(
                use.usedBy(),
                use.purpose(),
                texts.localize("library.way." + use.way().name().toLowerCase(Locale.ROOT)),
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(use.at(), clock.getZone())));
    }
}
