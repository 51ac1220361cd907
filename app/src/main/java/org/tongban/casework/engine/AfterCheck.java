package org.tongban.casework.engine;

import java.util.Optional;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;

/**
 * 告知承诺: a proof is replaced by the applicant's word, checked after the grant. A word that does not
 * hold leads to the grant being taken back, but only after the person was heard.
 */
@LegalBasis("practice/commitment/instead")
public final class AfterCheck {

    private AfterCheck() {}

    /** Whether an applicant may vouch for a fact instead of proving it with this material. */
    @LegalBasis("practice/commitment/instead")
    public static boolean admits(ItemDefinition item, String material) {
        return item.material(material).map(Material::commitment).isPresent();
    }

    /** The office's time to check begins with the grant; the shortest term of all facts counts. */
    @LegalBasis(value = "practice/commitment/check", reading = "Q-015")
    static void start(Change change) {
        change.pledges().stream()
                .filter(Pledge::isFactUnchecked)
                .mapToInt(pledge -> checkDays(change, pledge))
                .min()
                .ifPresent(
                        days ->
                                change.start(
                                        ClockKind.AFTER_CHECK,
                                        change.known().today(),
                                        days,
                                        Clock.TermUnit.WORKING));
    }

    private static int checkDays(Change change, Pledge pledge) {
        return change.known()
                .item()
                .material(pledge.material())
                .flatMap(material -> Optional.ofNullable(material.commitment()))
                .flatMap(commitment -> Optional.ofNullable(commitment.checkDays()))
                .orElse(change.known().policy().afterCheckDays());
    }

    static Ruling record(Change change, Act.RecordCheck act) {
        var found =
                change.pledges().stream()
                        .filter(p -> p.isFactUnchecked() && p.material().equals(act.material()))
                        .findFirst();
        if (change.openClock(ClockKind.AFTER_CHECK).isEmpty() || found.isEmpty()) {
            return CaseEngine.refused(new Refusal.NothingOwed(act.material()));
        }
        if (act.findings().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("findings"));
        }
        var pledge = found.get();
        var today = change.known().today();
        var how = act.holds() ? Pledge.State.KEPT : Pledge.State.DOUBTED;
        change.replacePledges(p -> p.equals(pledge), p -> p.settled(how, today));
        if (change.pledges().stream().noneMatch(Pledge::isFactUnchecked)) {
            change.meet(ClockKind.AFTER_CHECK);
        }
        if (act.holds()) {
            return change.done(
                    new CaseEvent.CommitmentHeld(pledge.material(), pledge.name(), act.findings()));
        }
        // A second doubt gives the person the whole term anew, for both.
        change.voidClock(ClockKind.PLEADING);
        var pleading =
                change.start(
                        ClockKind.PLEADING,
                        today,
                        change.known().policy().pleadingDays(),
                        Clock.TermUnit.WORKING);
        return change.done(
                new CaseEvent.CommitmentDoubted(
                        pledge.material(),
                        pledge.name(),
                        act.findings(),
                        pleading.due().orElseThrow()));
    }

    static Ruling plead(Change change, Act.Plead act) {
        if (nothingDoubted(change)) {
            return CaseEngine.refused(new Refusal.NothingDoubted());
        }
        if (act.words().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("pleading"));
        }
        return change.meet(ClockKind.PLEADING).done(new CaseEvent.Pleaded(act.words()));
    }

    @LegalBasis("practice/commitment/breach")
    static Ruling revoke(Change change, Act.RevokeGrant act) {
        var refusal = mayConclude(change);
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        if (act.facts().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("facts"));
        }
        if (act.reasons().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reasons"));
        }
        if (act.articles().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("articles"));
        }
        var today = change.known().today();
        var broken =
                change.pledges().stream()
                        .filter(AfterCheck::isDoubted)
                        .map(p -> p.settled(Pledge.State.BROKEN, today))
                        .toList();
        change.replacePledges(AfterCheck::isDoubted, p -> p.settled(Pledge.State.BROKEN, today))
                .releasePledges()
                .meet(ClockKind.PLEADING)
                .voidClocks()
                .ended(Outcome.REVOKED)
                .to(CaseState.CLOSED);
        return change.done(
                new CaseEvent.GrantRevoked(broken, act.facts(), act.reasons(), act.articles()));
    }

    static Ruling letStand(Change change, Act.LetStand act) {
        var refusal = mayConclude(change);
        if (refusal.isPresent()) {
            return CaseEngine.refused(refusal.get());
        }
        if (act.reasons().isBlank()) {
            return CaseEngine.refused(new Refusal.WordsMissing("reasons"));
        }
        var today = change.known().today();
        change.replacePledges(AfterCheck::isDoubted, p -> p.settled(Pledge.State.KEPT, today))
                .meet(ClockKind.PLEADING);
        return change.done(new CaseEvent.GrantLetStand(act.reasons()));
    }

    /** Something is doubted, and the person has spoken or has had the time to. */
    private static Optional<Refusal> mayConclude(Change change) {
        if (nothingDoubted(change)) {
            return Optional.of(new Refusal.NothingDoubted());
        }
        return change.openClock(ClockKind.PLEADING)
                .flatMap(Clock::due)
                .filter(due -> !change.known().today().isAfter(due))
                .map(Refusal.TermNotOver::new);
    }

    private static boolean nothingDoubted(Change change) {
        return change.pledges().stream().noneMatch(AfterCheck::isDoubted);
    }

    private static boolean isDoubted(Pledge pledge) {
        return pledge.state() == Pledge.State.DOUBTED;
    }
}
