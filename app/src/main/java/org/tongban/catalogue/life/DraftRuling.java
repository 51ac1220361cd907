package org.tongban.catalogue.life;

import java.time.LocalDate;
import java.util.Set;

/** The engine's answer to an act on a draft. */
public sealed interface DraftRuling {

    /** The draft stands so afterwards. */
    record Done(DraftState next, Set<Office> agreed) implements DraftRuling {
        public Done {
            agreed = Set.copyOf(agreed);
        }
    }

    /** The draft stands where this cannot be done. */
    record NotInThisState(DraftState state) implements DraftRuling {}

    /** No right to it, or the entry of another agency. */
    record NotYours() implements DraftRuling {}

    /** Nobody reviews what is their own draft. */
    record OwnDraft() implements DraftRuling {}

    /** A reason has to be given. */
    record WordsMissing() implements DraftRuling {}

    /** The check found what must be put right first. */
    record CheckStops(int places) implements DraftRuling {}

    /** Remarks that nobody has answered yet. */
    record RemarksOpen(int remarks) implements DraftRuling {}

    /** The day is before today. */
    record DayPast(LocalDate today) implements DraftRuling {}

    /** Another version is already scheduled for that day or a later one. */
    record LaterVersionWaits(LocalDate effectiveOn) implements DraftRuling {}

    /** Somebody changed the draft since the page was drawn. */
    record Stale() implements DraftRuling {}
}
