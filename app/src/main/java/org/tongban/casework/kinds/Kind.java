package org.tongban.casework.kinds;

import java.util.Collection;
import java.util.Optional;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.engine.Seats;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.CaseKind;

/** What a case is managed as, in the order of the source documents. */
enum Kind {
    AT_ONCE,
    PROMISED,
    JOINT,
    FORWARDED,
    INCOMPLETE,
    RETURNED;

    /**
     * What a case is by its item and the steps that apply to it.
     *
     * @param plan keys of those steps
     */
    static Kind of(ItemDefinition item, Collection<String> plan, Seats seats) {
        if (item.forward().isPresent()) return FORWARDED;
        var offices =
                item.steps().stream()
                        .filter(step -> plan.contains(step.key()))
                        .map(step -> seats.agencyOf(step.post()).orElse(item.agency()))
                        .distinct()
                        .count();
        if (offices > 1) return JOINT;
        return item.caseKind() == CaseKind.AT_ONCE ? AT_ONCE : PROMISED;
    }

    /** The steps that apply, where an event says so. */
    static Optional<Collection<String>> plan(CaseEvent event) {
        if (event instanceof CaseEvent.Accepted it) return Optional.of(it.plan());
        if (event instanceof CaseEvent.AcceptedTolerantly it) return Optional.of(it.plan());
        if (event instanceof CaseEvent.SimulationBegun it) return Optional.of(it.plan());
        return Optional.empty();
    }

    /** Why the case is returned with an event; empty when it is not. */
    static Optional<String> returned(CaseEvent event) {
        if (event instanceof CaseEvent.AcceptanceRefused it) return Optional.of(it.reason());
        if (event instanceof CaseEvent.Refused it) return Optional.of(it.reasons());
        return event instanceof CaseEvent.HigherDecided it && !it.granted()
                ? Optional.of(it.words())
                : Optional.empty();
    }

    /** Whether the case is over with an event, and stands in no list any more. */
    static boolean ends(CaseEvent event) {
        return event.grants()
                || event instanceof CaseEvent.HigherDecided
                || event instanceof CaseEvent.Withdrawn
                || event instanceof CaseEvent.NotCorrected
                || event instanceof CaseEvent.PapersNeverCame
                || event instanceof CaseEvent.SimulationEnded
                || event instanceof CaseEvent.Voided;
    }
}
