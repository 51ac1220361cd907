package org.tongban.catalogue.life;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides what an act on a draft comes to. Pure: everything it needs is told. */
public final class DraftEngine {

    private DraftEngine() {}

    /**
     * A draft as the engine sees it.
     *
     * @param author who drafted last
     * @param openRemarks that the agency has not answered
     * @param stops places that the check does not let through
     * @param lastScheduled the latest day on which a published version takes effect
     */
    public record Draft(
            DraftState state,
            String agency,
            UUID author,
            Set<Office> agreed,
            int openRemarks,
            int stops,
            Optional<LocalDate> lastScheduled) {}

    /**
     * Who acts.
     *
     * @param reachesAgency whether the draft's agency lies within their posts
     */
    public record Actor(UUID staffId, Set<String> rights, boolean reachesAgency) {}

    /** Decides. */
    public static DraftRuling decide(Draft draft, DraftAct act, Actor who, LocalDate today) {
        var row = DraftTransitions.of(draft.state(), act);
        if (row.isEmpty()) return new DraftRuling.NotInThisState(draft.state());
        if (row.get().rights().stream().noneMatch(who.rights()::contains)) {
            return new DraftRuling.NotYours();
        }
        return switch (act) {
            case DraftAct.Submit _ -> submit(draft, who);
            case DraftAct.Agree(var office, var _) -> agree(draft, office, who);
            case DraftAct.SendBack(var office, var words) -> sendBack(draft, office, words, who);
            case DraftAct.CallBack(var words) -> own(draft, who, words, DraftState.DRAFTING);
            case DraftAct.Discard(var words) -> own(draft, who, words, DraftState.DISCARDED);
            case DraftAct.Publish(var day) -> publish(draft, day, who, today);
        };
    }

    private static DraftRuling submit(Draft draft, Actor who) {
        if (!who.reachesAgency()) return new DraftRuling.NotYours();
        if (draft.stops() > 0) return new DraftRuling.CheckStops(draft.stops());
        if (draft.openRemarks() > 0) return new DraftRuling.RemarksOpen(draft.openRemarks());
        return new DraftRuling.Done(DraftState.REVIEWING, Set.of());
    }

    private static DraftRuling agree(Draft draft, Office office, Actor who) {
        if (!who.rights().contains(office.right())) return new DraftRuling.NotYours();
        if (who.staffId().equals(draft.author())) return new DraftRuling.OwnDraft();
        var agreed = EnumSet.of(office);
        agreed.addAll(draft.agreed());
        return new DraftRuling.Done(
                agreed.size() == Office.values().length ? DraftState.AGREED : DraftState.REVIEWING,
                agreed);
    }

    private static DraftRuling sendBack(Draft draft, Office office, String words, Actor who) {
        if (!who.rights().contains(office.right())) return new DraftRuling.NotYours();
        if (words.isBlank() && draft.openRemarks() == 0) return new DraftRuling.WordsMissing();
        return new DraftRuling.Done(DraftState.DRAFTING, Set.of());
    }

    private static DraftRuling own(Draft draft, Actor who, String words, DraftState next) {
        if (!who.reachesAgency()) return new DraftRuling.NotYours();
        if (words.isBlank()) return new DraftRuling.WordsMissing();
        return new DraftRuling.Done(next, Set.of());
    }

    private static DraftRuling publish(Draft draft, LocalDate day, Actor who, LocalDate today) {
        if (!who.reachesAgency() && !who.rights().contains(Office.STAFFING.right())) {
            return new DraftRuling.NotYours();
        }
        if (draft.stops() > 0) return new DraftRuling.CheckStops(draft.stops());
        if (day.isBefore(today)) return new DraftRuling.DayPast(today);
        return draft.lastScheduled()
                .filter(day::isBefore)
                .<DraftRuling>map(DraftRuling.LaterVersionWaits::new)
                .orElse(new DraftRuling.Done(DraftState.PUBLISHED, draft.agreed()));
    }
}
