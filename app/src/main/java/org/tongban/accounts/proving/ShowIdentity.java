package org.tongban.accounts.proving;

import static org.tongban.schema.tables.Agency.AGENCY;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.NameCorrections;
import org.tongban.accounts.PersonMerges;
import org.tongban.accounts.PrivatePart;
import org.tongban.accounts.Proofs;
import org.tongban.accounts.RealName;
import org.tongban.codes.CitizenId;
import org.tongban.codes.Mobile;
import org.tongban.law.LegalBasis;
import org.tongban.web.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows a person how it is known who they are. */
@Controller
class ShowIdentity {

    private final Accounts accounts;
    private final Proofs proofs;
    private final NameCorrections corrections;
    private final PersonMerges merges;
    private final DSLContext db;
    private final TextBundles bundles;
    private final Clock clock;

    ShowIdentity(
            Accounts accounts,
            Proofs proofs,
            NameCorrections corrections,
            PersonMerges merges,
            DSLContext db,
            TextBundles bundles,
            Clock clock) {
        this.corrections = corrections;
        this.merges = merges;
        this.accounts = accounts;
        this.proofs = proofs;
        this.db = db;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/my/identity")
    @Open(door = Door.APPLICANT, audit = "identity.shown")
    @LegalBasis("practice/identity/shown")
    Rendered show(HttpServletRequest request, ApplicantPrincipal caller) {
        var texts = bundles.in(Preferences.of(request).locale());
        var person = accounts.person(caller.personId()).orElseThrow();
        var part = accounts.privatePartOf(person.id()).orElseThrow();
        var word = person.realName().name().toLowerCase(Locale.ROOT);
        var level = texts.localize("identity.level." + word);
        return Rendered.of(
                "accounts/identity",
                new IdentityPage(
                        person.realName() == RealName.DECLARED ? Tag.you(level) : Tag.got(level),
                        texts.localize("identity.level." + word + ".meaning"),
                        person.realName() == RealName.DECLARED
                                ? texts.localize("identity.raise")
                                : "",
                        facts(person.name(), part, texts),
                        Stream.concat(
                                        Stream.concat(
                                                merges.of(person.id()).stream()
                                                        .map(one -> line(one, texts)),
                                                corrections.of(person.id()).stream()
                                                        .map(one -> line(one, texts))),
                                        proofs.of(person.id()).stream()
                                                .map(one -> line(one, texts)))
                                .toList()));
    }

    private static List<Answer> facts(String name, PrivatePart part, Texts texts) {
        return List.of(
                answer("register.name", name, texts),
                answer(
                        "register.idNumber",
                        CitizenId.read(part.idNumber()).value().map(CitizenId::masked).orElse(""),
                        texts),
                answer(
                        "register.mobile",
                        Mobile.read(part.mobile()).value().map(Mobile::masked).orElse(""),
                        texts));
    }

    private static Answer answer(String key, String value, Texts texts) {
        return new Answer(texts.localize(key), value, "", "");
    }

    private IdentityPage.Line line(Proofs.Proof proof, Texts texts) {
        return new IdentityPage.Line(
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(proof.at(), clock.getZone())),
                proof.document()
                        .map(shown -> shown.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .map(word -> texts.localize("identity.document." + word))
                        .orElseGet(() -> texts.localize("identity.by-provider")),
                proof.agency().map(this::agency).map(one -> one + " · ").orElse("")
                        + proof.by()
                        + (proof.underClosedNumber()
                                ? " · " + texts.localize("identity.closed-number")
                                : ""));
    }

    private IdentityPage.Line line(NameCorrections.Correction one, Texts texts) {
        return new IdentityPage.Line(
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(one.at(), clock.getZone())),
                texts.localize("identity.name-corrected", one.oldName(), one.newName()),
                one.by());
    }

    @LegalBasis("practice/merge/told")
    private IdentityPage.Line line(PersonMerges.Merge one, Texts texts) {
        return new IdentityPage.Line(
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(one.at(), clock.getZone())),
                one.undoneReason()
                        .map(why -> texts.localize("identity.merge-undone", one.reason(), why))
                        .orElseGet(() -> texts.localize("identity.merged", one.reason())),
                one.by());
    }

    /** The directory stands on the same floor, so the name is read, not asked for. */
    private String agency(String key) {
        return db.select(AGENCY.NAME)
                .from(AGENCY)
                .where(AGENCY.AGENCY_KEY.eq(key))
                .fetchOptional(AGENCY.NAME)
                .orElse(key);
    }
}
