package org.tongban.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The looks at a person's data and at those of the children in their care. */
@Component
public class LooksOfPeople {

    private final Looks looks;
    private final Accounts accounts;
    private final Clock clock;

    LooksOfPeople(Looks looks, Accounts accounts, Clock clock) {
        this.looks = looks;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The looks of a span, the last first. */
    public List<Looks.Look> of(UUID personId, LookSource.Span span) {
        var subjects = new ArrayList<byte[]>();
        accounts.subjectOf(personId).ifPresent(subjects::add);
        var known = accounts.person(personId).map(Person::realName).orElse(RealName.DECLARED);
        for (var behalf : accounts.behalves(personId)) {
            if (behalf.who() instanceof ActingFor.ForChild(var child, _)
                    && behalf.bar(known, Optional.empty(), LocalDate.now(clock)).isEmpty()) {
                accounts.subjectOf(child.id()).ifPresent(subjects::add);
            }
        }
        return looks.at(subjects, span);
    }
}
