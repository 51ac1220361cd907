package org.tongban.packages.start;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongban.casework.Actor;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Casework;
import org.tongban.casework.Channel;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.EvidenceSource;
import org.tongban.casework.Submission;
import org.tongban.casework.SubmittedFile;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.Packages;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.Share;
import org.tongban.packages.later.LaterAnswers;
import org.tongban.packages.later.SentParts;
import org.tongban.packages.merge.Chosen;

/**
 * Makes the case of one part, through the door that every application takes. The case has its id
 * before it is made, so that a crash anywhere makes it once or not yet, never twice.
 */
@Component
class StartPart {

    /** A certificate is issued within a second of its grant; a pack put right takes longer. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final Duration LATER = Duration.ofMinutes(5);

    private static final Duration JUST_SENT = Duration.ofMinutes(1);

    /** Tried at once when the applicant has answered; this is for answers that went astray. */
    private static final Duration ASKED = Duration.ofDays(1);

    private final Packages packages;
    private final Catalogue catalogue;
    private final Casework casework;
    private final EvidenceDesk evidence;
    private final EarlierResults results;
    private final LaterAnswers answers;
    private final SentParts sent;
    private final Directory directory;
    private final Clock clock;

    StartPart(
            Packages packages,
            Catalogue catalogue,
            Casework casework,
            EvidenceDesk evidence,
            EarlierResults results,
            LaterAnswers answers,
            SentParts sent,
            Directory directory,
            Clock clock) {
        this.packages = packages;
        this.catalogue = catalogue;
        this.casework = casework;
        this.evidence = evidence;
        this.results = results;
        this.answers = answers;
        this.sent = sent;
        this.directory = directory;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Started {}

    /** It is a case now. */
    record Begun() implements Started {}

    /**
     * It cannot begin yet.
     *
     * @param note code of what holds it up, with its word behind a bar
     * @param pause after which it is tried again
     */
    record Held(String note, Duration pause) implements Started {}

    /**
     * Makes its case, if it can begin. The caller holds the lock and writes down what came of it.
     */
    Started start(PackageCase whole, PackageCase.Part part, Share share) {
        var item = catalogue.version(part.key(), part.itemVersion().orElseThrow());
        var needs =
                packages.version(whole.packageKey(), whole.packageVersion())
                        .flatMap(pack -> pack.definition().member(part.key()))
                        .map(PackageDefinition.Member::needs)
                        .orElse(List.of());
        return switch (results.of(whole, needs)) {
            case EarlierResults.Pending(var name) -> new Held("result-pending|" + name, SOON);
            case EarlierResults.There there -> begin(whole, part, item, share, there);
        };
    }

    private Started begin(
            PackageCase whole,
            PackageCase.Part part,
            PublishedItem item,
            Share share,
            EarlierResults.There earlier) {
        var caseId = part.caseId().orElseThrow();
        Map<String, List<String>> typed = new LinkedHashMap<>(share.typed());
        typed.putAll(earlier.typed());
        var asked = sent.item(whole, part).map(Chosen::askedFields).orElse(Set.of());
        typed.putAll(answers.of(whole, part));
        var files = new ArrayList<>(share.files());
        // The very result and not whatever else of its kind the applicant holds.
        files.addAll(earlier.files());
        var found =
                found(whole, item.definition(), share, files).stream()
                        .filter(material -> !earlier.stands().contains(material.key()))
                        .toList();
        var fetchedKeys = new LinkedHashSet<>(found.stream().map(Material::key).toList());
        fetchedKeys.addAll(earlier.stands());
        var verdict =
                ApplicationCheck.check(
                        item,
                        share.applicant(),
                        share.situation(),
                        typed,
                        files,
                        share.pledges(),
                        fetchedKeys,
                        directory.current().offeredRegions());
        return switch (verdict) {
            case ApplicationCheck.Incomplete incomplete when isOnlyAsked(incomplete, asked) ->
                    new Held(
                            PackageCase.Part.ASKS + "|" + String.join("、", lacks(incomplete)),
                            ASKED);
            case ApplicationCheck.Incomplete incomplete ->
                    new Held("lacks|" + String.join("、", lacks(incomplete)), LATER);
            case ApplicationCheck.Complete complete -> {
                var copies =
                        evidence.fetch(
                                new EvidenceSource.Use(
                                        caseId, EvidenceSource.Purpose.of(item.definition())),
                                share.applicant(),
                                found);
                if (copies.size() < found.size()) yield new Held("not-fetched|", LATER);
                casework.submit(
                        new Submission(
                                caseId,
                                item.key(),
                                item.version(),
                                Channel.ONLINE,
                                complete.content(),
                                whole.delivery(),
                                complete.applicable(),
                                Stream.concat(files.stream(), copies.stream()).toList(),
                                Optional.of(whole.accountId()),
                                Optional.empty(),
                                share.pledges(),
                                copies.stream().map(SubmittedFile::material).toList()),
                        Actor.applicant(whole.accountId().toString(), whole.callerName()));
                yield new Begun();
            }
        };
    }

    /**
     * What the office gets itself, of what applies and nobody has brought. What was looked up when
     * the application was sent a moment ago is not asked again; whoever gives it is asked anyway.
     */
    private List<Material> found(
            PackageCase whole, ItemDefinition item, Share share, List<SubmittedFile> files) {
        var isJustSent = clock.instant().isBefore(whole.submittedAt().plus(JUST_SENT));
        var there = isJustSent ? share.found() : found(share.applicant(), item);
        return item.materials().stream()
                .filter(material -> there.contains(material.key()))
                .filter(
                        material ->
                                files.stream()
                                        .noneMatch(file -> file.material().equals(material.key())))
                .toList();
    }

    private Set<String> found(Applicant applicant, ItemDefinition item) {
        return evidence.look(applicant, item).entrySet().stream()
                .filter(one -> one.getValue() instanceof Evidence.Found)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static boolean isOnlyAsked(ApplicationCheck.Incomplete incomplete, Set<String> asked) {
        return incomplete.questions().isEmpty()
                && incomplete.materials().isEmpty()
                && !incomplete.fields().isEmpty()
                && incomplete.fields().stream().allMatch(fault -> asked.contains(fault.asked()));
    }

    private static List<String> lacks(ApplicationCheck.Incomplete incomplete) {
        return Stream.of(
                        incomplete.fields().stream()
                                .map(fault -> String.valueOf(fault.arguments().getFirst())),
                        incomplete.questions().stream().map(ItemDefinition.Question::text),
                        incomplete.materials().stream().map(Material::name))
                .flatMap(names -> names)
                .toList();
    }
}
