package org.tongban.certificates.revocation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.Certificate;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/**
 * Where those who decide or supervise find a certificate of their agencies by its number or its
 * identifier.
 */
@Controller
class FindCertificate {

    /** Longer than any number or identifier, with every mark somebody may put between its parts. */
    private static final int LONGEST_SEARCH = 200;

    private final CertificateDoor door;
    private final FoundView view;
    private final TextBundles bundles;

    FindCertificate(CertificateDoor door, FoundView view, TextBundles bundles) {
        this.door = door;
        this.view = view;
        this.bundles = bundles;
    }

    @GetMapping(CertificateDoor.PATH)
    @Open(door = Door.STAFF, audit = "certificates.searched")
    Object search(@RequestParam(name = "q", defaultValue = "") String typed, StaffPrincipal staff) {
        door.requireRight(staff);
        var asked = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)).strip();
        var found = asked.isEmpty() ? Optional.<Certificate>empty() : door.named(asked, staff);
        return found.<Object>map(certificate -> "redirect:" + CertificateDoor.path(certificate))
                .orElseGet(
                        () -> Rendered.of("certificates/revocation/search").with("asked", asked));
    }

    @GetMapping(CertificateDoor.PATH + "/{id}")
    @Open(door = Door.STAFF, audit = "certificate.shown_to_staff")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Rendered.of(
                "certificates/revocation/found",
                view.page(door.open(id, staff), new Attempt(new Revocation(), ""), texts));
    }
}
