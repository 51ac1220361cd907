package org.tongban.certificates.revocation;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.certificates.Certificate;
import org.tongban.certificates.CertificateActs;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.Certificates;
import org.tongban.certificates.Masked;
import org.tongban.codes.CertificateIdentifier;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Option;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Where those who decide or supervise find a certificate of their agencies by its number or its
 * identifier, and do to it what the law allows after its issue, each with a reason that its holder
 * and everybody who checks it will read.
 */
@Controller
class RevokeCertificate {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_WORDS = 300;
    private static final int LAST_YEAR = 2200;
    private static final String WHY = "why";
    private static final String UNTIL = "until";
    private static final String LINE = "line";
    private static final String WORDS = "words";

    private final Certificates certificates;
    private final CertificateActs acts;
    private final TextBundles bundles;
    private final Clock clock;

    RevokeCertificate(
            Certificates certificates, CertificateActs acts, TextBundles bundles, Clock clock) {
        this.certificates = certificates;
        this.acts = acts;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/certificates")
    @Open(door = Door.STAFF, audit = "certificates.searched")
    Object search(
            @RequestParam(name = "q", defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        requireRight(staff);
        var asked = typed.substring(0, Math.min(typed.length(), LONGEST_SEARCH)).strip();
        var found = asked.isEmpty() ? Optional.<Certificate>empty() : find(asked, staff);
        if (found.isPresent()) {
            return "redirect:/staff/certificates/" + found.get().id();
        }
        return Rendered.of("certificates/revocation/search").with("asked", asked);
    }

    @GetMapping("/staff/certificates/{id}")
    @Open(door = Door.STAFF, audit = "certificate.shown_to_staff")
    Rendered show(@PathVariable UUID id, StaffPrincipal staff, HttpServletRequest request) {
        return page(within(id, staff), Deed.REVOCATION, Typing.NOTHING, Map.of(), texts(request));
    }

    @PostMapping("/staff/certificates/{id}/revocation")
    @Open(door = Door.STAFF, audit = "certificate.revoked")
    Object revoke(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(
                Deed.REVOCATION,
                within(id, staff),
                new Typing(typed, "", "", ""),
                request,
                why -> acts.revoke(id, why, by(staff)));
    }

    @PostMapping("/staff/certificates/{id}/suspension")
    @Open(door = Door.STAFF, audit = "certificate.suspended")
    Object suspend(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(
                Deed.SUSPENSION,
                within(id, staff),
                new Typing(typed, "", "", ""),
                request,
                why -> acts.suspend(id, why, by(staff)));
    }

    @PostMapping("/staff/certificates/{id}/return")
    @Open(door = Door.STAFF, audit = "certificate.given-back")
    Object giveBack(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(
                Deed.RETURN,
                within(id, staff),
                new Typing(typed, "", "", ""),
                request,
                why -> acts.giveBack(id, why, by(staff)));
    }

    @PostMapping("/staff/certificates/{id}/renewal")
    @Open(door = Door.STAFF, audit = "certificate.renewed")
    Object renew(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            @RequestParam(name = UNTIL, defaultValue = "") String until,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(
                Deed.RENEWAL,
                within(id, staff),
                new Typing(typed, until, "", ""),
                request,
                why -> acts.renew(id, Typed.date(until).orElseThrow(), why, by(staff)).isPresent());
    }

    @PostMapping("/staff/certificates/{id}/change")
    @Open(door = Door.STAFF, audit = "certificate.changed")
    Object change(
            @PathVariable UUID id,
            @RequestParam(name = WHY, defaultValue = "") String typed,
            @RequestParam(name = LINE, defaultValue = "") String line,
            @RequestParam(name = WORDS, defaultValue = "") String words,
            StaffPrincipal staff,
            HttpServletRequest request) {
        return act(
                Deed.CHANGE,
                within(id, staff),
                new Typing(typed, "", line, words),
                request,
                why -> acts.change(id, Map.of(line, words.strip()), why, by(staff)).isPresent());
    }

    /** What was typed into the form of one act. */
    private record Typing(String why, String until, String line, String words) {
        static final Typing NOTHING = new Typing("", "", "", "");
    }

    private Object act(
            Deed deed,
            Certificate certificate,
            Typing typed,
            HttpServletRequest request,
            Predicate<String> carriedOut) {
        var texts = texts(request);
        var wrong = faults(deed, certificate, typed, texts);
        if (!wrong.isEmpty()) {
            return page(certificate, deed, typed, wrong, texts)
                    .status(HttpStatus.UNPROCESSABLE_CONTENT)
                    .at("/staff/certificates/" + certificate.id());
        }
        if (!carriedOut.test(typed.why().strip())) {
            // Somebody else was faster: the page shows what the certificate is now.
            return page(
                            certificates.find(certificate.id()).orElseThrow(),
                            deed,
                            typed,
                            Map.of(WHY, texts.localize("certificates.act.late")),
                            texts)
                    .status(HttpStatus.CONFLICT)
                    .at("/staff/certificates/" + certificate.id());
        }
        LOG.info("certificate {} {}", certificate.identifier(), deed);
        var now = certificates.withNumber(certificate.number()).orElse(certificate);
        return "redirect:/staff/certificates/" + now.id();
    }

    private Map<String, String> faults(
            Deed deed, Certificate certificate, Typing typed, Texts texts) {
        var wrong = new LinkedHashMap<String, String>();
        if (deed == Deed.RENEWAL) {
            var until = Typed.date(typed.until());
            var present = certificate.validUntil().orElse(LocalDate.now(clock));
            if (until.filter(day -> day.isAfter(present) && day.getYear() < LAST_YEAR).isEmpty()) {
                wrong.put(
                        UNTIL,
                        texts.localize(
                                "certificates.renewal.until.wrong",
                                new Dates(texts.locale()).paperDay(present)));
            }
        }
        if (deed == Deed.CHANGE) {
            var content = certificates.content(certificate);
            if (content.lines().stream().noneMatch(line -> line.key().equals(typed.line()))) {
                wrong.put(LINE, texts.localize("certificates.change.line.empty"));
            }
            if (typed.words().isBlank() || length(typed.words()) > LONGEST_WORDS) {
                wrong.put(WORDS, texts.localize("certificates.change.words.wrong", LONGEST_WORDS));
            }
        }
        if (typed.why().isBlank()) {
            wrong.put(WHY, texts.localize("certificates.revoke.why.empty"));
        } else if (length(typed.why()) > LONGEST_REASON) {
            wrong.put(WHY, texts.localize("certificates.revoke.why.long", LONGEST_REASON));
        }
        return wrong;
    }

    private static int length(String typed) {
        return typed.strip().codePointCount(0, typed.strip().length());
    }

    private static CertificateActs.By by(StaffPrincipal staff) {
        return new CertificateActs.By(staff.getName(), staff.name());
    }

    private Optional<Certificate> find(String asked, StaffPrincipal staff) {
        return CertificateIdentifier.read(asked)
                .value()
                .flatMap(identifier -> certificates.withIdentifier(identifier.value()))
                .or(() -> certificates.withNumber(Typed.code(asked)))
                .filter(found -> staff.reaches(found.agency()));
    }

    /** The certificate, which for staff of other agencies is not there. */
    private Certificate within(UUID id, StaffPrincipal staff) {
        requireRight(staff);
        return certificates
                .find(id)
                .filter(found -> staff.reaches(found.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** One of two rights will do, which the door itself cannot say. */
    private static void requireRight(StaffPrincipal staff) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Rendered page(
            Certificate certificate,
            Deed deed,
            Typing typed,
            Map<String, String> wrong,
            Texts texts) {
        var content = certificates.content(certificate);
        var dates = new Dates(texts.locale());
        var history =
                acts.of(certificate.id()).stream()
                        .map(
                                done ->
                                        new Answer(
                                                texts.localize(
                                                        "certificates.operation."
                                                                + done.operation().code()),
                                                dates.moment(
                                                                LocalDateTime.ofInstant(
                                                                        done.at(), clock.getZone()))
                                                        + "  "
                                                        + done.by()
                                                        + "："
                                                        + done.why(),
                                                "",
                                                ""))
                        .toList();
        var forms =
                Deed.open(certificate).stream()
                        .map(
                                each ->
                                        form(
                                                each,
                                                certificate,
                                                content,
                                                each == deed ? typed : Typing.NOTHING,
                                                each == deed ? wrong : Map.of(),
                                                texts))
                        .toList();
        return Rendered.of(
                "certificates/revocation/found",
                new FoundPage(
                        "/staff/certificates/" + certificate.id(),
                        content.name(),
                        standing(certificate, texts),
                        facts(certificate, content, texts),
                        history,
                        forms,
                        wrong.isEmpty() ? ErrorSummary.none() : summary(deed, wrong)));
    }

    /** Each form's fields have ids of their own, since all forms stand on one page. */
    private static ErrorSummary summary(Deed deed, Map<String, String> wrong) {
        var byField = new LinkedHashMap<String, String>();
        wrong.forEach((name, words) -> byField.put(deed.fieldId(name), words));
        return ErrorSummary.of(byField);
    }

    private FoundPage.ActForm form(
            Deed deed,
            Certificate certificate,
            CertificateContent content,
            Typing typed,
            Map<String, String> wrong,
            Texts texts) {
        var fields = new ArrayList<FieldView>();
        if (deed == Deed.RENEWAL) {
            fields.add(
                    field(deed, FieldKind.DATE, UNTIL, "certificates.renewal.until", wrong, texts)
                            .hint(texts.localize("certificates.renewal.until.hint"))
                            .value(typed.until()));
        }
        if (deed == Deed.CHANGE) {
            fields.add(
                    field(deed, FieldKind.CHOICE, LINE, "certificates.change.line", wrong, texts)
                            .options(
                                    content.lines().stream()
                                            .map(line -> new Option(line.key(), line.label(), ""))
                                            .toList())
                            .value(typed.line()));
            fields.add(
                    field(deed, FieldKind.TEXT, WORDS, "certificates.change.words", wrong, texts)
                            .maxLength(LONGEST_WORDS)
                            .value(typed.words()));
        }
        fields.add(
                field(deed, FieldKind.LONGTEXT, WHY, "certificates.revoke.why", wrong, texts)
                        .hint(texts.localize("certificates.revoke.why.hint"))
                        .maxLength(LONGEST_REASON)
                        .value(typed.why()));
        var key = "certificates." + deed.path();
        return new FoundPage.ActForm(
                "/staff/certificates/" + certificate.id() + "/" + deed.path(),
                texts.localize(key + ".title"),
                texts.localize(key + ".follows"),
                fields,
                texts.localize(key + ".do"),
                deed == Deed.REVOCATION || deed == Deed.SUSPENSION ? "stop" : "second",
                !wrong.isEmpty());
    }

    private static FieldView field(
            Deed deed,
            FieldKind kind,
            String name,
            String label,
            Map<String, String> wrong,
            Texts texts) {
        return FieldView.of(kind, name, texts.localize(label))
                .id(deed.fieldId(name))
                .error(wrong.getOrDefault(name, ""));
    }

    private List<Answer> facts(Certificate certificate, CertificateContent content, Texts texts) {
        var dates = new Dates(texts.locale());
        var facts = new ArrayList<Answer>();
        facts.add(fact("certificates.number", content.number(), texts));
        facts.add(fact("certificates.identifier", content.identifier(), texts));
        facts.add(fact("certificates.holder", Masked.name(content.holder()), texts));
        facts.add(fact("certificates.issuer", content.issuer().name(), texts));
        facts.add(fact("certificates.case-no", content.caseNo(), texts));
        facts.add(fact("certificates.issued-on", dates.paperDay(content.issuedOn()), texts));
        facts.add(
                fact(
                        "certificates.valid-until",
                        content.lastDay()
                                .map(dates::paperDay)
                                .orElseGet(() -> texts.localize("certificates.without-end")),
                        texts));
        certificate
                .revocation()
                .ifPresent(
                        revoked -> {
                            var at = LocalDateTime.ofInstant(revoked.at(), clock.getZone());
                            facts.add(fact("certificates.revoked-at", dates.moment(at), texts));
                            facts.add(fact("certificates.revoked-by", revoked.by(), texts));
                            facts.add(fact("certificates.revoked-why", revoked.why(), texts));
                        });
        return facts;
    }

    private static Answer fact(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private Tag standing(Certificate certificate, Texts texts) {
        return switch (certificate.standing(LocalDate.now(clock))) {
            case VALID -> Tag.got(texts.localize("certificates.standing.valid"));
            case EXPIRED -> Tag.soon(texts.localize("certificates.standing.expired"));
            case SUSPENDED -> Tag.stop(texts.localize("certificates.standing.suspended"));
            case REPLACED -> Tag.plain(texts.localize("certificates.standing.replaced"));
            case REVOKED -> Tag.late(texts.localize("certificates.standing.revoked"));
        };
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
