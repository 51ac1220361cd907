package org.tongban.packages.start;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Outcome;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.line.Follower;
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
        var mayEnd = mayEnd(line.event());
        if (!mayEnd && !isAccepted(line.event())) return;
        together.spoken(line.caseId());
        if (!mayEnd) return;
        var locked = store.lockOfCase(line.caseId());
        if (locked.isEmpty()) return;
        var outcome = cases.outcome(line.caseId());
        if (outcome.isEmpty()) return;
        var state = state(outcome.get());
        var part = locked.get().ofCase(line.caseId());
        if (part.state() == state) return;
        store.ended(locked.get(), Map.of(part.key(), state));
        publisher.publishEvent(new PartsReady());
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
