package org.tongban.casework.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.Looks;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.staff.StaffDay;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.FormCheck;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CreditCode;
import org.tongban.law.LegalBasis;

/**
 * What the house gets itself for somebody who sits at the window: the same as for whoever applies
 * at home. Asked only for a whole name and number, and every such look at a person is on record.
 */
@Component
class WindowEvidence {

    private final EvidenceDesk evidence;
    private final Accounts accounts;
    private final Looks looks;

    WindowEvidence(EvidenceDesk evidence, Accounts accounts, Looks looks) {
        this.evidence = evidence;
        this.accounts = accounts;
        this.looks = looks;
    }

    /** What can be said of the materials now, by key. */
    @LegalBasis("practice/evidence/not-asked")
    Map<String, Evidence> of(
            WindowDraft draft, ItemDefinition item, StaffPrincipal staff, StaffDay.Now now) {
        var applicant = read(draft.applicant());
        if (applicant.isEmpty()) return Map.of();
        var wanted = applying(draft, item, applicant.get(), now);
        if (wanted.isEmpty()) return Map.of();
        var found = evidence.look(purpose(item, staff), applicant.get(), wanted);
        if (!found.isEmpty()) looked(applicant.get(), item, staff, now);
        return found;
    }

    /** Notes that the clerk was shown something of a person. */
    void looked(Applicant applicant, ItemDefinition item, StaffPrincipal staff, StaffDay.Now now) {
        if (applicant.kind() != Applicant.Kind.PERSON) return;
        CitizenId.read(applicant.number())
                .value()
                .ifPresent(
                        number ->
                                looks.record(
                                        staff,
                                        Optional.of(item.agency()),
                                        accounts.subject(number),
                                        Optional.empty(),
                                        now.say("desk.evidence.purpose", item.name())));
    }

    /** Nobody is asked about a material of which it is not known yet that it is needed. */
    static List<Material> applying(
            WindowDraft draft, ItemDefinition item, Applicant applicant, StaffDay.Now now) {
        var facts = ApplicationCheck.facts(applicant);
        var situation = ApplicationCheck.answered(item, draft.situation());
        var read =
                FormCheck.check(
                        item, draft.typed(), situation, facts, now.place().offeredRegions());
        return Applicability.of(item, situation, read.values(), facts).materials();
    }

    /** Who sits there, if it can be told already; the number as it is stored everywhere else. */
    static Optional<Applicant> read(Applicant typed) {
        if (typed.name().isBlank()) return Optional.empty();
        var number =
                switch (typed.kind()) {
                    case PERSON -> CitizenId.read(typed.number()).value().map(CitizenId::value);
                    case FIRM -> CreditCode.read(typed.number()).value().map(CreditCode::value);
                };
        return number.map(
                whole ->
                        new Applicant(
                                typed.kind(),
                                typed.name(),
                                whole,
                                typed.contact(),
                                typed.mobile(),
                                typed.address()));
    }

    /** Gets copies of what was found; nobody need bring what they stand for. */
    List<SubmittedFile> fetch(
            WindowDraft draft,
            Applicant applicant,
            ItemDefinition item,
            List<Material> wanted,
            StaffPrincipal staff) {
        return evidence.fetch(use(draft, item, staff), applicant, wanted);
    }

    void askLater(
            WindowDraft draft,
            Applicant applicant,
            ItemDefinition item,
            List<Material> brought,
            StaffPrincipal staff) {
        evidence.askLater(use(draft, item, staff), applicant, brought);
    }

    /** Those materials of an application of which this kind of thing is known. */
    static List<Material> with(
            Class<? extends Evidence> kind,
            Map<String, Evidence> evidence,
            ItemDefinition item,
            ApplicationCheck.Complete complete) {
        var content = complete.content();
        return Applicability.of(
                        item,
                        content.situation(),
                        content.form(),
                        ApplicationCheck.facts(content.applicant()))
                .materials()
                .stream()
                .filter(material -> kind.isInstance(evidence.get(material.key())))
                .toList();
    }

    private static EvidenceSource.Use use(
            WindowDraft draft, ItemDefinition item, StaffPrincipal staff) {
        return new EvidenceSource.Use(draft.id(), purpose(item, staff));
    }

    private static EvidenceSource.Purpose purpose(ItemDefinition item, StaffPrincipal staff) {
        return EvidenceSource.Purpose.of(item, staff.name());
    }
}
