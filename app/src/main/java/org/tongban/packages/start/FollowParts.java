package org.tongban.packages.start;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Outcome;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.PartsReady;
import org.tongban.packages.later.TellTogether;

/**
 * Tells the other parts when one has ended. What counts is how the case stands now and not the line
 * alone, so that a line met twice, or late, changes nothing.
 */
@Component
class FollowParts implements Follower {

    private final PackageCases store;
    private final CaseRegister cases;
    private final TellTogether together;
    private final ApplicationEventPublisher publisher;

    FollowParts(
            PackageCases store,
            CaseRegister cases,
            TellTogether together,
            ApplicationEventPublisher publisher) {
        this.store = store;
        this.together = together;
        this.cases = cases;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "packages";
    }

    @Override
    public void follow(CaseLine line) {
        followAll(List.of(line));
    }

    /** Each application is locked and read once, however many of its parts have ended. */
    @Override
    public void followAll(List<CaseLine> lines) {
        var spoken = casesOf(lines, event -> mayEnd(event) || isAccepted(event));
        if (spoken.isEmpty()) return;
        together.spoken(spoken);
        var ended = casesOf(lines, FollowParts::mayEnd);
        if (ended.isEmpty()) return;
        var wholes = store.lockOfCases(ended);
        if (wholes.isEmpty()) return;
        var outcomes = cases.outcomes(ended);
        var drawn = wholes.stream().filter(whole -> draw(whole, outcomes)).count();
        if (drawn > 0) publisher.publishEvent(new PartsReady());
    }

    private static Set<UUID> casesOf(List<CaseLine> lines, Predicate<CaseEvent> which) {
        return lines.stream()
                .filter(line -> which.test(line.event()))
                .map(CaseLine::caseId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether anything has come of the outcomes for the application. */
    private boolean draw(PackageCase whole, Map<UUID, Outcome> outcomes) {
        var ended = new HashMap<String, PartState>();
        for (var part : whole.parts()) {
            part.caseId()
                    .map(outcomes::get)
                    .map(FollowParts::state)
                    .filter(state -> state != part.state())
                    .ifPresent(state -> ended.put(part.key(), state));
        }
        if (ended.isEmpty()) return false;
        store.ended(whole, ended);
        return true;
    }

    private static PartState state(Outcome outcome) {
        return switch (outcome) {
            case GRANTED -> PartState.GRANTED;
            case WITHDRAWN -> PartState.WITHDRAWN;
            case REFUSED,
                    NOT_ACCEPTED,
                    NOT_CORRECTED,
                    NOT_SUPPLEMENTED,
                    REVOKED,
                    VOIDED,
                    NOT_PREPARED ->
                    PartState.REFUSED;
        };
    }

    private static boolean isAccepted(CaseEvent event) {
        return event instanceof CaseEvent.Accepted || event instanceof CaseEvent.AcceptedTolerantly;
    }

    /** The acts after which a case may have an outcome, or another one. */
    private static boolean mayEnd(CaseEvent event) {
        return event.grants()
                || event instanceof CaseEvent.Refused
                || event instanceof CaseEvent.HigherDecided
                || event instanceof CaseEvent.AcceptanceRefused
                || event instanceof CaseEvent.NotCorrected
                || event instanceof CaseEvent.PapersNeverCame
                || event instanceof CaseEvent.GrantRevoked
                || event instanceof CaseEvent.SimulationEnded
                || event instanceof CaseEvent.Withdrawn
                || event instanceof CaseEvent.Voided;
    }
}
