package org.tongban.accounts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody in whose name a person acts, and by what right. A person has it for themselves too.
 *
 * @param bond empty: for oneself
 */
public record Behalf(ActingFor who, Optional<Bond> bond) {

    /** What stands in the way; see {@link MayAct#bar}. */
    public Optional<MayAct.Bar> bar(
            RealName known, Optional<Scope.Service> service, LocalDate today) {
        return bond.flatMap(one -> MayAct.bar(one, known, service, today));
    }

    /** In which services. */
    public Scope scope() {
        return bond.filter(Bond.Mandated.class::isInstance)
                .map(Bond.Mandated.class::cast)
                .map(Bond.Mandated::scope)
                .orElseGet(Scope.Everything::new);
    }
}
