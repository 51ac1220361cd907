package org.tongban.casework;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongban.casework.engine.CaseEngine;
import org.tongban.casework.engine.Known;
import org.tongban.casework.engine.Ruling;
import org.tongban.casework.ledger.CaseJson;
import org.tongban.casework.ledger.CaseLedger;
import org.tongban.casework.ledger.Entry;
import org.tongban.casework.ledger.Held;
import org.tongban.casework.ledger.NewCase;
import org.tongban.casework.notice.NoticeWriter;
import org.tongban.catalogue.Catalogue;
import org.tongban.codes.CaseNumber;
import org.tongban.codes.QueryCode;
import org.tongban.codes.RegionCode;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.LookupHash;
import org.tongban.database.RunningNumbers;

/**
 * The one door to cases for every channel: pages, interface, other modules. Loads, asks the engine,
 * stores: two statements and one commit an act. Nothing here knows what an act means.
 */
@Component
public class Casework {

    /** Purpose of the hash that finds all cases of a holder. */
    public static final String APPLICANT = "applicant";

    /** Two acts meet once in a while; five in a row on one case is a fault worth hearing of. */
    private static final int ATTEMPTS = 5;

    private final CaseLedger ledger;
    private final Catalogue catalogue;
    private final RunningNumbers numbers;
    private final NoticeWriter notices;
    private final PlaceSettings.Source place;
    private final FieldCipher cipher;
    private final LookupHash lookup;
    private final List<CreditSource> credit;
    private final ApplicantHashes hashes;
    private final EvidenceDesk evidence;
    private final Clock clock;
    private final ApplicationEventPublisher publisher;
    private final SecureRandom random = new SecureRandom();

    Casework(
            CaseLedger ledger,
            Catalogue catalogue,
            RunningNumbers numbers,
            NoticeWriter notices,
            PlaceSettings.Source place,
            FieldCipher cipher,
            LookupHash lookup,
            List<CreditSource> credit,
            ApplicantHashes hashes,
            EvidenceDesk evidence,
            Clock clock,
            ApplicationEventPublisher publisher) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.numbers = numbers;
        this.notices = notices;
        this.place = place;
        this.cipher = cipher;
        this.lookup = lookup;
        this.credit = List.copyOf(credit);
        this.hashes = hashes;
        this.evidence = evidence;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Makes the case, or finds the one that the same submission has made already. */
    public CaseFile submit(Submission submission, Actor actor) {
        return submit(submission, actor, clock.instant());
    }

    /**
     * As {@link #submit(Submission, Actor)}, at a moment that the caller names: for taking over
     * cases of the past.
     */
    public CaseFile submit(Submission submission, Actor actor, Instant at) {
        var settings = place.current();
        var known =
                known(
                        submission.itemKey(),
                        submission.itemVersion(),
                        submission.applicable(),
                        actor,
                        at,
                        settings,
                        submission.pledges().isEmpty() || trusts(submission),
                        List.of());
        var applicant = submission.content().applicant();
        var ruling =
                CaseEngine.submit(
                        submission.caseId(),
                        numberFor(submission.channel(), known, settings),
                        submission.itemVersion(),
                        submission.channel(),
                        applicant.name(),
                        submission.delivery(),
                        submission.papers(),
                        submission.pledges(),
                        submission.fetched(),
                        known);
        var made =
                new NewCase(
                        QueryCode.draw(random).value(),
                        settings.regionCode(),
                        submission.channel(),
                        applicant.kind(),
                        applicant.name(),
                        lookup.of(applicant.number(), APPLICANT),
                        submission.accountId(),
                        submission.draftId());
        var entry =
                new Entry(
                        ruling.next(),
                        ruling.event(),
                        submission.caseId(),
                        actor,
                        known.now(),
                        notices.paperFor(ruling, applicant.name(), known, settings),
                        submission.files(),
                        Optional.of(sealed(submission.caseId(), submission.content())));
        if (ledger.open(made, entry)) {
            publisher.publishEvent(new CaseMoved(submission.caseId()));
            return ruling.next();
        }
        return find(submission.caseId()).orElseThrow();
    }

    /**
     * Carries out an act on a case.
     *
     * @param seenVersion the version that the person saw; empty when the act does not rest on a
     *     page
     * @param actId names this press of the button: repeated, it is carried out once
     */
    public Performed perform(
            UUID caseId, OptionalInt seenVersion, UUID actId, Act act, Actor actor) {
        return perform(caseId, seenVersion, actId, act, actor, clock.instant());
    }

    /** As above, at a moment that the caller names: for taking over cases of the past. */
    public Performed perform(
            UUID caseId, OptionalInt seenVersion, UUID actId, Act act, Actor actor, Instant at) {
        return perform(caseId, seenVersion, actId, act, Brought.nothing(), actor, at);
    }

    /** The applicant's corrections: an act that brings new content and files with it. */
    public Performed supply(
            UUID caseId, UUID actId, String note, Supplement supplement, Actor actor) {
        return supply(caseId, actId, note, supplement, actor, clock.instant());
    }

    /** As above, at a moment that the caller names: for taking over cases of the past. */
    public Performed supply(
            UUID caseId, UUID actId, String note, Supplement supplement, Actor actor, Instant at) {
        var act = new Act.SupplyCorrections(note, supplement.files().size());
        return perform(
                caseId,
                OptionalInt.empty(),
                actId,
                act,
                Brought.corrections(supplement),
                actor,
                at);
    }

    /** An act that brings files with it and leaves the content as it is. */
    public Performed performWith(
            UUID caseId,
            OptionalInt seenVersion,
            UUID actId,
            Act act,
            List<SubmittedFile> files,
            Actor actor) {
        var brought = new Brought(Optional.empty(), Set.of(), files);
        return perform(caseId, seenVersion, actId, act, brought, actor, clock.instant());
    }

    /**
     * What comes with an act.
     *
     * @param applicable keys of the item's steps whose conditions hold for the new content
     */
    private record Brought(
            Optional<PrivatePart> content, Set<String> applicable, List<SubmittedFile> files) {

        static Brought nothing() {
            return new Brought(Optional.empty(), Set.of(), List.of());
        }

        static Brought corrections(Supplement supplement) {
            return new Brought(
                    Optional.of(supplement.content()), supplement.applicable(), supplement.files());
        }
    }

    /** The case as the engine sees it, if there is one. */
    public Optional<CaseFile> find(UUID caseId) {
        return ledger.load(caseId).map(Held::file);
    }

    private Performed perform(
            UUID caseId,
            OptionalInt seenVersion,
            UUID actId,
            Act act,
            Brought brought,
            Actor actor,
            Instant at) {
        var press = new Press(seenVersion, actId, act, brought, actor, at);
        // What this node remembers may be behind: only an act that could be stored counts.
        var soon = ledger.recent(caseId).flatMap(held -> attempt(held, press));
        if (soon.isPresent() && soon.get() instanceof Performed.Done) {
            return soon.get();
        }
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var held = ledger.load(caseId);
            if (held.isEmpty()) {
                return new Performed.Refused(new Refusal.NoSuchCase());
            }
            var performed = attempt(held.get(), press);
            if (performed.isPresent()) {
                return performed.get();
            }
        }
        throw new IllegalStateException("case " + caseId + " does not come to rest");
    }

    /** One press of a button: what was asked for, by whom, on what they saw. */
    private record Press(
            OptionalInt seenVersion,
            UUID actId,
            Act act,
            Brought brought,
            Actor actor,
            Instant at) {}

    /** What comes of it on the case as held; empty when somebody else was faster. */
    private Optional<Performed> attempt(Held held, Press press) {
        var before = held.file();
        if (held.hasSeen(press.actId())) {
            return Optional.of(new Performed.Already(before));
        }
        var seen = press.seenVersion();
        if (seen.isPresent() && seen.getAsInt() != before.version()) {
            return Optional.of(
                    new Performed.Refused(new Refusal.Stale(seen.getAsInt(), before.version())));
        }
        var settings = place.current();
        var onAPromise = press.act() instanceof Act.AcceptTolerantly;
        var known =
                known(
                        before.itemKey(),
                        before.itemVersion(),
                        press.brought().applicable(),
                        press.actor(),
                        press.at(),
                        settings,
                        !onAPromise || trustsApplicantOf(before.caseId()),
                        spoilt(before, press.act()));
        return switch (CaseEngine.decide(before, press.act(), known)) {
            case Ruling.Refused(var why) -> Optional.of(new Performed.Refused(why));
            case Ruling.Done done -> store(done, held, press, known, settings);
        };
    }

    private Optional<Performed> store(
            Ruling.Done done, Held held, Press press, Known known, PlaceSettings settings) {
        var entry = entry(done, held, press.actId(), press.brought(), known, settings);
        if (!ledger.append(held, entry)) {
            return Optional.empty();
        }
        publisher.publishEvent(new CaseMoved(done.next().caseId()));
        return Optional.of(new Performed.Done(done.next()));
    }

    private Entry entry(
            Ruling.Done done,
            Held held,
            UUID actId,
            Brought brought,
            Known known,
            PlaceSettings settings) {
        return new Entry(
                done.next(),
                done.event(),
                actId,
                known.actor(),
                known.now(),
                notices.paperFor(done, held.applicantName(), known, settings),
                brought.files(),
                brought.content().map(content -> sealed(done.next().caseId(), content)));
    }

    /** Whether a promise of this applicant may be relied on, by everybody who knows. */
    public boolean trusts(Applicant applicant) {
        var numbers = hashes.ofApplicant(applicant);
        return credit.stream().allMatch(source -> source.trusts(numbers));
    }

    private boolean trusts(Submission submission) {
        return trusts(submission.content().applicant());
    }

    /** The same for the applicant of a case. */
    public boolean trustsApplicantOf(UUID caseId) {
        return credit.stream().allMatch(source -> source.trustsApplicantOf(caseId));
    }

    private Known known(
            String itemKey,
            int itemVersion,
            Set<String> applicable,
            Actor actor,
            Instant at,
            PlaceSettings settings,
            boolean trusted,
            List<ReliedOn> spoilt) {
        var now = at.truncatedTo(ChronoUnit.MICROS);
        return new Known(
                actor,
                now,
                now.atZone(settings.zone()).toLocalDate(),
                settings.zone(),
                settings.calendar(),
                catalogue.version(itemKey, itemVersion).definition(),
                applicable,
                settings.policy(),
                settings.seats(),
                trusted,
                spoilt);
    }

    /** Looked at again at the very moment of granting; costs nothing where nothing was fetched. */
    private List<ReliedOn> spoilt(CaseFile file, Act act) {
        return !file.fetched().isEmpty()
                        && (act instanceof Act.Grant || act instanceof Act.DecideAutomatically)
                ? evidence.spoilt(file.caseId())
                : List.of();
    }

    private String numberFor(Channel channel, Known known, PlaceSettings settings) {
        var region = RegionCode.of(settings.regionCode());
        var series = "case:" + region.six() + ":" + known.today() + ":" + channel.letter();
        var serial = Math.toIntExact(numbers.next(series));
        return CaseNumber.compose(region, known.today(), channel.letter(), serial).value();
    }

    private byte[] sealed(UUID caseId, PrivatePart content) {
        return cipher.encrypt(CaseJson.write(content), context(caseId));
    }

    /** What an encrypted part is bound to: copied to another case it cannot be read. */
    public static String context(UUID caseId) {
        return "case:" + caseId;
    }
}
