package org.tongban.casework.proving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.access.StaffPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.GuardianRegister;
import org.tongban.accounts.GuardianRegister.Says;
import org.tongban.accounts.GuardianRuling;
import org.tongban.accounts.Guardianship;
import org.tongban.accounts.Guardianships;
import org.tongban.accounts.Guardianships.Confirmed;
import org.tongban.accounts.Person;
import org.tongban.codes.CitizenId;
import org.tongban.law.LegalBasis;
import org.tongban.web.Texts;

/** Puts down whose guardian somebody is: the register is asked first, a paper where it must be. */
@Component
class ConfirmGuardian {

    private final Guardianships guardianships;
    private final Accounts accounts;
    private final ObjectProvider<GuardianRegister> register;

    ConfirmGuardian(
            Guardianships guardianships,
            Accounts accounts,
            ObjectProvider<GuardianRegister> register) {
        this.guardianships = guardianships;
        this.accounts = accounts;
        this.register = register;
    }

    /**
     * Who puts it down.
     *
     * @param staff empty: the guardian, who is sent to a window where the register does not say yes
     */
    record By(Optional<StaffPrincipal> staff, Optional<String> agency) {}

    /** What is in the way, by box; empty: it was put down. */
    @LegalBasis("practice/guardians/register")
    Map<String, String> confirm(Person guardian, ChildForm form, By by, Texts texts) {
        var faults = new LinkedHashMap<>(form.faults(texts));
        if (!faults.isEmpty()) return faults;
        var number = CitizenId.read(form.childNumber()).orElseThrow();
        var relation = Guardianship.Relation.valueOf(form.relation());
        var says = asked(guardian, number, relation, by, texts);
        var shown = form.shown();
        switch (GuardianRuling.of(says, shown)) {
            case CONTRADICTED ->
                    faults.put("relation", texts.localize("proving.register.contradicted"));
            case PAPER_NEEDED ->
                    faults.put(
                            by.staff().isPresent() ? "paper" : "childNumber",
                            texts.localize(
                                    (by.staff().isPresent()
                                                    ? "proving.register."
                                                    : "children.register.")
                                            + PersonForm.word(says)));
            case PUT_DOWN ->
                    refusal(
                                    guardianships.confirm(
                                            guardian,
                                            form.child().strip(),
                                            number,
                                            relation,
                                            new Guardianships.Basis(
                                                    shown.orElse(Guardianship.Paper.REGISTER),
                                                    says,
                                                    by.staff(),
                                                    by.agency())))
                            .ifPresent(why -> faults.put(box(why), words(why, texts)));
        }
        return faults;
    }

    private Says asked(
            Person guardian, CitizenId child, Guardianship.Relation relation, By by, Texts texts) {
        var number = accounts.numbersOf(guardian.id()).getFirst();
        return register.stream()
                .findFirst()
                .map(
                        one ->
                                one.ask(
                                        new GuardianRegister.Question(
                                                child,
                                                number,
                                                relation,
                                                by.agency(),
                                                texts.localize("proving.register.purpose"),
                                                by.staff().map(StaffPrincipal::name))))
                .orElse(Says.NOT_CONNECTED);
    }

    private static Optional<Guardianships.Why> refusal(Confirmed confirmed) {
        return switch (confirmed) {
            case Confirmed.Done _ -> Optional.empty();
            case Confirmed.Refused(var why) -> Optional.of(why);
        };
    }

    private static String box(Guardianships.Why why) {
        return switch (why) {
            case GUARDIAN_NOT_PROVED, GUARDIAN_NOT_GROWN_UP -> "relation";
            case CHILD_GROWN_UP -> "childNumber";
            case OTHER_NAME -> "child";
        };
    }

    private static String words(Guardianships.Why why, Texts texts) {
        return texts.localize("proving.why." + PersonForm.word(why));
    }
}
