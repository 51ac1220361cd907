package org.tongban.sharing.guardians;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.accounts.GuardianRegister;
import org.tongban.accounts.Guardianship;
import org.tongban.law.LegalBasis;
import org.tongban.sharing.Resource;
import org.tongban.sharing.Resources;
import org.tongban.sharing.asking.AskRegister;
import org.tongban.sharing.asking.Inquiry;

/** Puts the one question that settles a guardianship: is this number entered for that child. */
@Component
class AskGuardians implements GuardianRegister {

    private final Resources resources;
    private final AskRegister ask;

    AskGuardians(Resources resources, AskRegister ask) {
        this.resources = resources;
        this.ask = ask;
    }

    @Override
    @LegalBasis("practice/guardians/register")
    public Says ask(Question question) {
        return resources
                .ofGuardians()
                .map(resource -> said(resource, question))
                .orElse(Says.NOT_CONNECTED);
    }

    private Says said(Resource resource, Question question) {
        var answer =
                ask.fact(
                        new Inquiry(
                                resource,
                                question.agency().orElse(resource.provider()),
                                Inquiry.GUARDIANS,
                                question.child().value(),
                                question.purpose(),
                                question.staff(),
                                Optional.empty()),
                        part(question.relation()),
                        question.guardian().value());
        return switch (answer) {
            case YES -> Says.YES;
            case NO -> Says.NO;
            case UNKNOWN -> Says.UNKNOWN;
            case NO_RIGHT -> Says.NOT_CONNECTED;
            case OUT_OF_REACH -> Says.OUT_OF_REACH;
        };
    }

    private static String part(Guardianship.Relation relation) {
        return switch (relation) {
            case MOTHER -> Resource.MOTHER;
            case FATHER -> Resource.FATHER;
            case GUARDIAN -> Resource.GUARDIAN;
        };
    }
}
