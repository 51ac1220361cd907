package org.tongban.casework.engine;

import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.Handling;
import org.tongban.law.LegalBasis;

/** 秒批: what every rule of the item proves is granted at once; everything else goes to a person. */
final class Automatic {

    private Automatic() {}

    @LegalBasis("practice/automatic/grant")
    static Ruling grant(Change change, Act.DecideAutomatically act) {
        var item = change.known().item();
        var rules = item.automatic();
        if (rules.isEmpty() || !isProven(rules.get(), act) || !change.pledges().isEmpty()) {
            return CaseEngine.refused(new Refusal.NotProven());
        }
        var spoilt = Deciding.spoilt(change);
        if (spoilt.isPresent()) {
            return CaseEngine.refused(spoilt.get());
        }
        var today = change.known().today();
        var due = change.openClock(ClockKind.ANSWER).orElseThrow().due().orElseThrow();
        if (today.isAfter(due)) {
            return CaseEngine.refused(new Refusal.TermAlreadyOver(due));
        }
        change.meet(ClockKind.ANSWER).accepted(today);
        Intake.startStatutory(change, today);
        Intake.startPromised(change, today);
        change.meet(ClockKind.STATUTORY)
                .meet(ClockKind.PROMISED)
                .decided()
                .ended(Outcome.GRANTED)
                .to(CaseState.DECIDED);
        Deciding.startDelivery(change);
        return change.done(
                new CaseEvent.AutomaticallyGranted(
                        today, change.before().itemVersion(), act.checked()));
    }

    /** Every rule of the item was checked, and each is proven. */
    private static boolean isProven(Handling.Automatic rules, Act.DecideAutomatically act) {
        var proven =
                act.checked().stream()
                        .filter(Act.CheckedRule::proven)
                        .map(Act.CheckedRule::rule)
                        .collect(Collectors.toSet());
        return !rules.rules().isEmpty()
                && rules.rules().stream().map(Handling.Rule::key).allMatch(proven::contains);
    }

    @LegalBasis("practice/automatic/hand-over")
    static Ruling handOver(Change change, Act.HandToPerson act) {
        if (change.known().item().automatic().isEmpty()) {
            return CaseEngine.refused(new Refusal.NotProven());
        }
        return change.done(
                new CaseEvent.HandedToPerson(change.before().itemVersion(), act.checked()));
    }
}
