package org.tongban.certificates.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.Applicant;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateLook;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.KnownTypes;
import org.tongban.certificates.Masked;
import org.tongban.certificates.OwnCertificates;
import org.tongban.certificates.PublicAddress;
import org.tongban.certificates.Standing;
import org.tongban.certificates.document.CertificateFiles;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.files.FileStore;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * The holder's certificates. They follow their holder: a person sees their own and those of the
 * firms they may act for today; to anybody else they are not there.
 */
@Controller
class ShowWallet {

    private static final String TEMPLATES = "certificates/wallet/";

    private final Certificates certificates;
    private final OwnCertificates own;
    private final KnownTypes types;
    private final SignedFile signedFile;
    private final CertificateFiles sealedFiles;
    private final FileStore store;
    private final Directory directory;
    private final PublicAddress address;
    private final CertificateLook look;
    private final TextBundles bundles;
    private final Clock clock;

    ShowWallet(
            Certificates certificates,
            OwnCertificates own,
            KnownTypes types,
            SignedFile signedFile,
            CertificateFiles sealedFiles,
            FileStore store,
            Directory directory,
            PublicAddress address,
            CertificateLook look,
            TextBundles bundles,
            Clock clock) {
        this.certificates = certificates;
        this.own = own;
        this.types = types;
        this.signedFile = signedFile;
        this.sealedFiles = sealedFiles;
        this.store = store;
        this.directory = directory;
        this.address = address;
        this.look = look;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/my/certificates")
    @Open(door = Door.APPLICANT, audit = "certificates.listed")
    Rendered list(ApplicantPrincipal caller, HttpServletRequest request) {
        var texts = texts(request);
        var names = types.names();
        var place = directory.current();
        var cards =
                own.of(caller).stream()
                        .map(
                                held ->
                                        new WalletPage.Card(
                                                href(held),
                                                names.getOrDefault(held.typeKey(), ""),
                                                held.holderName(),
                                                place.agency(held.agency())
                                                        .map(Agency::name)
                                                        .orElse(""),
                                                period(held, texts),
                                                standing(held, texts)))
                        .toList();
        return Rendered.of(TEMPLATES + "list", new WalletPage(look.stylesheet(), cards));
    }

    @GetMapping("/my/certificates/{id}")
    @Open(door = Door.APPLICANT, audit = "certificate.shown")
    Rendered face(@PathVariable UUID id, ApplicantPrincipal caller, HttpServletRequest request) {
        return Rendered.of(TEMPLATES + "face", face(own(id, caller), false, request));
    }

    @GetMapping(path = "/my/certificates/{id}", params = "print")
    @Open(door = Door.APPLICANT, audit = "certificate.printed")
    Rendered print(@PathVariable UUID id, ApplicantPrincipal caller, HttpServletRequest request) {
        return Rendered.of(TEMPLATES + "sheet", face(own(id, caller), true, request));
    }

    @GetMapping("/my/certificates/{id}/signed.json")
    @Open(door = Door.APPLICANT, audit = "certificate.downloaded")
    ResponseEntity<byte[]> download(@PathVariable UUID id, ApplicantPrincipal caller) {
        var held = own(id, caller);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(held.number() + ".json", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(signedFile.of(held));
    }

    @GetMapping("/my/certificates/{id}/certificate.ofd")
    @Open(door = Door.APPLICANT, audit = "certificate.ofd-downloaded")
    ResponseEntity<InputStreamResource> ofd(@PathVariable UUID id, ApplicantPrincipal caller) {
        return sealed(own(id, caller), CertificateFiles.Format.OFD);
    }

    @GetMapping("/my/certificates/{id}/certificate.pdf")
    @Open(door = Door.APPLICANT, audit = "certificate.pdf-downloaded")
    ResponseEntity<InputStreamResource> pdf(@PathVariable UUID id, ApplicantPrincipal caller) {
        return sealed(own(id, caller), CertificateFiles.Format.PDF);
    }

    private ResponseEntity<InputStreamResource> sealed(
            Certificate held, CertificateFiles.Format format) {
        var content =
                sealedFiles
                        .of(held, format)
                        .map(store::open)
                        .orElseThrow(
                                () -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        var name = types.names().getOrDefault(held.typeKey(), "") + held.number();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType().header())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format.ending(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(content));
    }

    private Certificate own(UUID id, ApplicantPrincipal caller) {
        return own.open(id, caller);
    }

    private FacePage face(Certificate held, boolean whole, HttpServletRequest request) {
        var texts = texts(request);
        var dates = new Dates(texts.locale());
        var content = certificates.content(held);
        var holder = content.holder();
        var verifyHref = "/verify/" + held.token();
        return new FacePage(
                look.stylesheet(),
                href(held),
                content.name(),
                content.number(),
                content.identifier(),
                holder.name(),
                texts.localize(numberLabel(holder)),
                whole ? holder.number() : Masked.idNumber(holder),
                // What repeats the holder is said once, and not unmasked beside its masked twin.
                content.lines().stream()
                        .filter(line -> !line.value().equals(holder.name()))
                        .filter(line -> !line.value().equals(holder.number()))
                        .toList(),
                content.issuer().name(),
                dates.paperDay(content.issuedOn()),
                content.lastDay()
                        .map(dates::paperDay)
                        .orElseGet(() -> texts.localize("certificates.without-end")),
                standing(held, texts),
                held.standing(today()) == Standing.VALID && held.trust().serves(),
                texts.localize("certificates.trust." + held.trust().word()),
                held.trust().serves(),
                held.revocation().map(Certificate.Revocation::why).orElse(""),
                verifyHref,
                QrCode.of(address.of(verifyHref, request)));
    }

    private static String numberLabel(CertificateContent.Holder holder) {
        return holder.kind() == Applicant.Kind.PERSON
                ? "certificates.citizen-id"
                : "certificates.credit-code";
    }

    private String period(Certificate held, Texts texts) {
        var dates = new Dates(texts.locale());
        return held.validUntil()
                .map(day -> texts.localize("certificates.until", dates.paperDay(day)))
                .orElseGet(() -> texts.localize("certificates.without-end"));
    }

    private Tag standing(Certificate held, Texts texts) {
        return switch (held.standing(today())) {
            case VALID -> Tag.got(texts.localize("certificates.standing.valid"));
            case EXPIRED -> Tag.soon(texts.localize("certificates.standing.expired"));
            case SUSPENDED -> Tag.stop(texts.localize("certificates.standing.suspended"));
            case REPLACED -> Tag.plain(texts.localize("certificates.standing.replaced"));
            case REVOKED -> Tag.late(texts.localize("certificates.standing.revoked"));
        };
    }

    private static String href(Certificate held) {
        return "/my/certificates/" + held.id();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
