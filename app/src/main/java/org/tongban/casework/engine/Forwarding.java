package org.tongban.casework.engine;

import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Refusal;
import org.tongban.casework.Right;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.law.LegalBasis;

/** 上报件: reviewed here first within a term of its own, decided above, brought back. */
@LegalBasis("licensing/43")
final class Forwarding {

    /** 下级机关自受理之日起审查完毕。 Working days, unless the item is stricter. */
    @LegalBasis("licensing/43")
    static final int FIRST_REVIEW_WORKING_DAYS = 20;

    private Forwarding() {}

    /** The item's own term where it is shorter than the law's. */
    static ItemDefinition.Limit firstReview(ItemDefinition.Limit limit) {
        return limit.unit() == ItemDefinition.Unit.WORKING
                        && limit.days() > FIRST_REVIEW_WORKING_DAYS
                ? new ItemDefinition.Limit(
                        FIRST_REVIEW_WORKING_DAYS, ItemDefinition.Unit.WORKING, limit.basis())
                : limit;
    }

    static Ruling forward(Change change, Act.Forward act) {
        var above = change.known().item().forward();
        if (above.isEmpty()) {
            return CaseEngine.refused(new Refusal.NotForwarded(false));
        }
        var refusal = Deciding.mayDecide(change, act.taskNo());
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        if (change.isSimulated()) {
            return CaseEngine.refused(new Refusal.OnlySimulated());
        }
        if (act.opinion().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("opinion"));
        }
        var owed = Tolerance.owed(change);
        if (owed.isPresent()) {
            return CaseEngine.refused(new Refusal.PapersOwed(owed.get()));
        }
        Deciding.finishAll(change, act.taskNo());
        change.meet(ClockKind.STATUTORY)
                .meet(ClockKind.PROMISED)
                .voidClock(ClockKind.HEARING_REQUEST)
                .to(CaseState.FORWARDED);
        var clock =
                change.start(
                        ClockKind.HIGHER,
                        change.known().today(),
                        above.get().days(),
                        Clock.TermUnit.WORKING);
        return change.done(
                new CaseEvent.Forwarded(
                        above.get().authority(), act.opinion(), clock.due().orElseThrow()));
    }

    static Ruling decided(Change change, Act.RecordHigherDecision act) {
        var file = change.before();
        var theirs =
                file.tasks().reversed().stream()
                        .filter(CaseTask::decision)
                        .findFirst()
                        .filter(task -> change.known().actor().holds(task.post()));
        if (theirs.isEmpty()) {
            return CaseEngine.refused(new Refusal.NotYours(Right.DECIDE));
        }
        if (act.document().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("document"));
        }
        if (!act.granted() && act.words().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("words"));
        }
        var accepted = file.acceptedOn();
        if (act.decidedOn().isAfter(change.known().today())
                || (accepted != null && act.decidedOn().isBefore(accepted))) {
            return CaseEngine.refused(new Refusal.WordsMissing("decidedOn"));
        }
        change.meet(ClockKind.HIGHER)
                .decided()
                .ended(act.granted() ? Outcome.GRANTED : Outcome.REFUSED)
                .to(CaseState.DECIDED);
        Deciding.startDelivery(change);
        if (act.granted()) {
            AfterCheck.start(change);
        } else {
            change.releasePledges();
        }
        return change.done(
                new CaseEvent.HigherDecided(
                        change.known().item().forward().orElseThrow().authority(),
                        act.granted(),
                        act.document(),
                        act.decidedOn(),
                        act.words()));
    }
}
