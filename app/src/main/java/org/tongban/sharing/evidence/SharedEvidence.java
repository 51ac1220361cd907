package org.tongban.sharing.evidence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.files.MediaType;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.Answer;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.Inquiry;
import org.tongban.sharing.asking.RegisterEntry;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/**
 * The registers of other offices as a source of evidence: what is not in our own library and stands
 * in theirs need not be brought either.
 */
@Component
@Order(2)
class SharedEvidence implements EvidenceSource {

    private final Resources resources;
    private final AskRegister ask;
    private final SharedUses uses;
    private final MakeSheet sheets;
    private final AskOwed owed;
    private final TextBundles bundles;
    private final Clock clock;

    SharedEvidence(
            Resources resources,
            AskRegister ask,
            SharedUses uses,
            MakeSheet sheets,
            AskOwed owed,
            TextBundles bundles,
            Clock clock) {
        this.resources = resources;
        this.ask = ask;
        this.uses = uses;
        this.sheets = sheets;
        this.owed = owed;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** A material, what stands for it, and what came of asking. */
    private record Looked(Material material, Resource resource, Answer answer) {}

    @Override
    @LegalBasis("practice/sharing/in-place")
    public List<Evidence> look(
            EvidenceSource.Purpose purpose, Applicant applicant, List<Material> materials) {
        // What cannot be put on a sheet cannot be fetched: without a font the paper is brought.
        return sheets.canBeMade()
                ? looked(purpose, Optional.empty(), applicant, materials).stream()
                        .flatMap(one -> evidence(one).stream())
                        .toList()
                : List.of();
    }

    /** Asks all registers at once: one that is slow does not hold up the others. */
    private List<Looked> looked(
            EvidenceSource.Purpose purpose,
            Optional<UUID> caseId,
            Applicant applicant,
            List<Material> materials) {
        var standing = new LinkedHashMap<Material, Resource>();
        materials.forEach(
                material ->
                        standing(material, applicant).ifPresent(r -> standing.put(material, r)));
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    standing.values().stream()
                            .distinct()
                            .map(resource -> inquiry(resource, purpose, caseId, applicant.number()))
                            .collect(
                                    Collectors.toMap(
                                            Inquiry::resource,
                                            one ->
                                                    CompletableFuture.supplyAsync(
                                                            () -> ask.one(one), each)));
            var looked = new ArrayList<Looked>();
            standing.forEach(
                    (material, resource) ->
                            Optional.ofNullable(answers.get(resource))
                                    .map(CompletableFuture::join)
                                    .ifPresent(a -> looked.add(new Looked(material, resource, a))));
            return looked;
        }
    }

    private Optional<Resource> standing(Material material, Applicant applicant) {
        return Optional.ofNullable(material.fetch())
                .flatMap(
                        fetch ->
                                resources.standingFor(
                                        fetch.certificate(),
                                        applicant.kind() == Applicant.Kind.PERSON));
    }

    private Inquiry inquiry(
            Resource resource,
            EvidenceSource.Purpose purpose,
            Optional<UUID> caseId,
            String subject) {
        return new Inquiry(
                resource,
                purpose.agency(),
                purpose.item(),
                subject,
                bundles.in(Preferences.CHINESE)
                        .localize("sharing.purpose.item", purpose.itemName()),
                purpose.staff(),
                caseId);
    }

    private Optional<Evidence> evidence(Looked one) {
        var key = one.material().key();
        var name = one.resource().name();
        return switch (one.answer()) {
            case Answer.Known known ->
                    Optional.of(
                            Comparison.faultOf(known.entry(), LocalDate.now(clock))
                                    .<Evidence>map(fault -> new Evidence.Spoilt(key, name, fault))
                                    .orElseGet(() -> found(one, known)));
            case Answer.OutOfReach() -> Optional.of(new Evidence.OutOfReach(key, name));
            case Answer.None _, Answer.NoRight _ -> Optional.empty();
        };
    }

    private Evidence found(Looked one, Answer.Known known) {
        var entry = known.entry();
        return new Evidence.Found(
                one.material().key(),
                one.resource().name(),
                masked(entry.number()),
                entry.issuer(),
                entry.lastDay(),
                entry.data(),
                Optional.of(
                        new Evidence.Origin(
                                one.resource().name(),
                                LocalDateTime.ofInstant(known.at(), clock.getZone()),
                                known.simulated())));
    }

    @Override
    @LegalBasis("practice/sharing/in-place")
    public List<SubmittedFile> fetch(
            EvidenceSource.Use use, Applicant applicant, List<Material> materials) {
        var there = uses.ofCase(use.caseId());
        var wanted =
                materials.stream()
                        .filter(
                                m ->
                                        there.stream()
                                                .noneMatch(one -> one.material().equals(m.key())))
                        .toList();
        if (!wanted.isEmpty() && sheets.canBeMade()) {
            looked(use.purpose(), Optional.of(use.caseId()), applicant, wanted)
                    .forEach(one -> keep(use, applicant, one));
        }
        // Read again: whoever pressed twice gets one sheet.
        var name = bundles.in(Preferences.CHINESE).localize("sharing.sheet.file");
        return uses.ofCase(use.caseId()).stream()
                .filter(one -> materials.stream().anyMatch(m -> m.key().equals(one.material())))
                .flatMap(
                        one ->
                                one.file().stream()
                                        .map(
                                                copy ->
                                                        new SubmittedFile(
                                                                copy.fileNo(),
                                                                one.material(),
                                                                name,
                                                                copy.sm3(),
                                                                MediaType.PDF.header(),
                                                                copy.size())))
                .toList();
    }

    private void keep(EvidenceSource.Use use, Applicant applicant, Looked one) {
        if (one.answer() instanceof Answer.Known known
                && Comparison.faultOf(known.entry(), LocalDate.now(clock)).isEmpty()) {
            uses.enter(
                    entered(
                            use,
                            one.material(),
                            one.resource(),
                            new SharedUse.Said(applicant.number(), known.entry()),
                            Optional.of(sheets.make(use.purpose(), one.resource(), known)),
                            Optional.of(known)));
        }
    }

    private static SharedUse entered(
            EvidenceSource.Use use,
            Material material,
            Resource resource,
            SharedUse.Said said,
            Optional<SharedUse.Copy> copy,
            Optional<Answer.Known> known) {
        return new SharedUse(
                use.caseId(),
                material.key(),
                resource.key(),
                use.purpose().item(),
                use.purpose().agency(),
                use.purpose().staff(),
                said,
                copy,
                known.map(Answer.Known::at),
                known.map(Answer.Known::simulated).orElse(false),
                known.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Evidence.Fault(Evidence.Kind.UNCHECKED, "")),
                0);
    }

    @Override
    @LegalBasis("practice/sharing/later")
    public void askLater(EvidenceSource.Use use, Applicant applicant, List<Material> materials) {
        for (var material : materials) {
            standing(material, applicant)
                    .ifPresent(
                            resource ->
                                    uses.enter(
                                            entered(
                                                    use,
                                                    material,
                                                    resource,
                                                    new SharedUse.Said(applicant.number(), null),
                                                    Optional.empty(),
                                                    Optional.empty())));
        }
    }

    @Override
    public List<ReliedOn> reliedOn(UUID caseId) {
        return uses.ofCase(caseId).stream().map(this::reliedOn).toList();
    }

    @Override
    @LegalBasis("practice/sharing/again")
    public List<ReliedOn> askedAgain(UUID caseId) {
        uses.ofCase(caseId).forEach(owed::askNow);
        return reliedOn(caseId);
    }

    private ReliedOn reliedOn(SharedUse use) {
        var name = resources.find(use.resource()).map(Resource::name).orElse(use.resource());
        return new ReliedOn(
                use.material(),
                name,
                use.file()
                        .flatMap(_ -> Optional.ofNullable(use.said().entry()))
                        .map(RegisterEntry::number)
                        .map(SharedEvidence::masked)
                        .orElse(""),
                use.fault(),
                use.answeredAt()
                        .map(
                                at ->
                                        new Evidence.Origin(
                                                name,
                                                LocalDateTime.ofInstant(at, clock.getZone()),
                                                use.simulated())));
    }

    /** The first and the last characters of a number, enough to know one's own by. */
    static String masked(String number) {
        var shown = Math.min(4, number.length() / 3);
        return number.substring(0, shown)
                + "*".repeat(number.length() - 2 * shown)
                + number.substring(number.length() - shown);
    }
}
