package org.tongban.casework.apply;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.ActingFor;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.catalogue.ItemDefinition;

/** On whose behalf the signed-in person may apply for an item. */
@Component
class Applicants {

    private final Accounts accounts;

    Applicants(Accounts accounts) {
        this.accounts = accounts;
    }

    List<ActingFor> allowed(ApplicantPrincipal caller, ItemDefinition item) {
        return accounts.choices(caller.personId()).stream()
                .filter(choice -> ApplicationCheck.admits(item, kind(choice)))
                .toList();
    }

    Optional<ActingFor> allowed(ApplicantPrincipal caller, ItemDefinition item, String value) {
        return allowed(caller, item).stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst();
    }

    Applicant applicant(ApplicantPrincipal caller, ActingFor choice) {
        var own = accounts.privatePartOf(caller.personId()).orElseThrow(DraftDoor::notFound);
        return switch (choice) {
            case ActingFor.Self(var person) ->
                    new Applicant(
                            Applicant.Kind.PERSON,
                            person.name(),
                            own.idNumber(),
                            person.name(),
                            own.mobile(),
                            own.address());
            case ActingFor.ForFirm(var firm, var agent) ->
                    new Applicant(
                            Applicant.Kind.FIRM,
                            firm.name(),
                            firm.creditCode(),
                            agent.name(),
                            own.mobile(),
                            firm.address());
        };
    }

    static Optional<UUID> firm(ActingFor choice) {
        return switch (choice) {
            case ActingFor.Self _ -> Optional.empty();
            case ActingFor.ForFirm(var firm, _) -> Optional.of(firm.id());
        };
    }

    private static Applicant.Kind kind(ActingFor choice) {
        return switch (choice) {
            case ActingFor.Self _ -> Applicant.Kind.PERSON;
            case ActingFor.ForFirm _ -> Applicant.Kind.FIRM;
        };
    }
}
