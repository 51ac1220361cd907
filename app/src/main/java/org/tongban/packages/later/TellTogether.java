package org.tongban.packages.later;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.casework.Act;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Casework;
import org.tongban.casework.ClockKind;
import org.tongban.casework.HeldCorrections;
import org.tongban.casework.Performed;
import org.tongban.casework.PlaceSettings;
import org.tongban.law.LegalBasis;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PartState;

/**
 * One notice of corrections for all offices of an application. What an office wants is kept while
 * others still look at their parts, and told for all of them in one transaction when the last one
 * has spoken, or on the last day of the earliest term: the others are then late with their own.
 */
@Component
@LegalBasis("licensing/32/1(4)")
public class TellTogether implements HeldCorrections {

    private static final Logger LOG = LoggerFactory.getLogger(TellTogether.class);

    private final Holds holds;
    private final PackageCases store;
    private final Casework casework;
    private final PlaceSettings.Source place;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellTogether(
            Holds holds,
            PackageCases store,
            Casework casework,
            PlaceSettings.Source place,
            TransactionTemplate transaction,
            Clock clock) {
        this.holds = holds;
        this.store = store;
        this.casework = casework;
        this.place = place;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public Becomes hold(UUID caseId, int seenVersion, Act.TellCorrections told, Actor actor) {
        var belonging = store.ofCase(caseId);
        if (belonging.isEmpty()) return Becomes.ALONE;
        return Optional.ofNullable(
                        transaction.execute(
                                _ -> kept(belonging.get(), caseId, seenVersion, told, actor)))
                .orElse(Becomes.ALONE);
    }

    private Becomes kept(
            PackageCases.Belonging belonging,
            UUID caseId,
            int seenVersion,
            Act.TellCorrections told,
            Actor actor) {
        var whole = store.lock(belonging.parent()).orElseThrow();
        var looking = looking(whole);
        var own = looking.get(belonging.part());
        if (own == null || own.version() != seenVersion || looking.size() == 1) {
            return Becomes.ALONE;
        }
        var due = own.openClock(ClockKind.ANSWER).flatMap(org.tongban.casework.Clock::due);
        if (due.isEmpty()) return Becomes.ALONE;
        holds.put(
                whole.id(), new Holds.Hold(belonging.part(), told.corrections(), actor, due.get()));
        weigh(whole.id());
        return casework.find(caseId).filter(file -> file.state() == CaseState.RECEIVED).isPresent()
                ? Becomes.KEPT
                : Becomes.TOLD;
    }

    @Override
    public Optional<LocalDate> held(UUID caseId) {
        return store.ofCase(caseId)
                .map(PackageCases.Belonging::parent)
                .map(holds::of)
                .filter(
                        all ->
                                store.ofCase(caseId)
                                        .filter(
                                                own ->
                                                        all.stream()
                                                                .anyMatch(
                                                                        hold ->
                                                                                hold.part()
                                                                                        .equals(
                                                                                                own
                                                                                                        .part())))
                                        .isPresent())
                .map(all -> all.getFirst().tellBy());
    }

    /** The first day on which something kept for an application is told at the latest. */
    public Optional<LocalDate> toldBy(UUID whole) {
        return holds.of(whole).stream().map(Holds.Hold::tellBy).findFirst();
    }

    /** The offices of cases have spoken, one way or the other. One look where nothing is kept. */
    public void spoken(Collection<UUID> cases) {
        holds.beside(cases).forEach(this::weigh);
    }

    /**
     * Tells what is due today for one application, if there is one.
     *
     * @return whether there may be more
     */
    public boolean tellDue() {
        // Before there is a pack nobody knows the day, and nothing is kept either.
        if (!holds.any()) return false;
        var due = holds.dueOn(today());
        due.ifPresent(this::weigh);
        return due.isPresent();
    }

    /** Tells everything together, if nobody has to be waited for any more. */
    private void weigh(UUID id) {
        transaction.executeWithoutResult(
                _ -> {
                    var whole = store.lock(id).orElseThrow();
                    var looking = looking(whole);
                    var kept = holds.of(id);
                    for (var hold : kept) {
                        // Accepted, refused or taken back meanwhile: there is nothing to tell.
                        if (!looking.containsKey(hold.part())) holds.drop(id, hold.part());
                    }
                    var waiting = holds.of(id);
                    if (waiting.isEmpty()) return;
                    var spoken = waiting.stream().map(Holds.Hold::part).collect(Collectors.toSet());
                    var isLastDay = !today().isBefore(waiting.getFirst().tellBy());
                    if (!spoken.containsAll(looking.keySet()) && !isLastDay) return;
                    tell(whole, waiting);
                });
    }

    private void tell(PackageCase whole, List<Holds.Hold> waiting) {
        for (var hold : waiting) {
            var caseId = whole.part(hold.part()).flatMap(PackageCase.Part::caseId).orElseThrow();
            var done =
                    casework.perform(
                            caseId,
                            OptionalInt.empty(),
                            UUID.randomUUID(),
                            new Act.TellCorrections(hold.corrections()),
                            hold.by());
            if (done instanceof Performed.Refused(var why)) {
                LOG.warn("corrections of part {} could not be told: {}", hold.part(), why);
            }
            holds.drop(whole.id(), hold.part());
        }
    }

    /** Cases that nobody has answered yet, by part. */
    private Map<String, CaseFile> looking(PackageCase whole) {
        var looking = new HashMap<String, CaseFile>();
        for (var part : whole.parts()) {
            if (part.state() != PartState.RUNNING) continue;
            part.caseId()
                    .flatMap(casework::find)
                    .filter(file -> file.state() == CaseState.RECEIVED)
                    .ifPresent(file -> looking.put(part.key(), file));
        }
        return looking;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(place.current().zone()));
    }
}
