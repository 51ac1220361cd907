package org.tongban.accounts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.law.LegalBasis;

/** The looks at a person's data and at those of the children in their care. */
@Component
public class LooksOfPeople {

    private final Looks looks;
    private final Accounts accounts;
    private final AccountSignIns signIns;
    private final ObjectProvider<CaseLinks> links;
    private final Clock clock;

    LooksOfPeople(
            Looks looks,
            Accounts accounts,
            AccountSignIns signIns,
            ObjectProvider<CaseLinks> links,
            Clock clock) {
        this.looks = looks;
        this.accounts = accounts;
        this.signIns = signIns;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The looks of a span, the last first. Somebody whom nobody has checked reads of those that
     * were done for what they sent themselves: the number they typed in may be another's.
     */
    public List<Looks.Look> of(UUID personId, LookSource.Span span) {
        var subjects = new ArrayList<byte[]>();
        accounts.numbersOf(personId).forEach(one -> subjects.add(accounts.subject(one)));
        var known = accounts.person(personId).map(Person::realName).orElse(RealName.DECLARED);
        for (var behalf : accounts.behalves(personId)) {
            if (behalf.who() instanceof ActingFor.ForChild(var child, _)
                    && behalf.bar(known, Optional.empty(), LocalDate.now(clock)).isEmpty()) {
                accounts.subjectOf(child.id()).ifPresent(subjects::add);
            }
        }
        return known.reaches(MayAct.LEAST)
                ? looks.at(subjects, span)
                : ofOwnCases(personId, subjects, span);
    }

    @LegalBasis("practice/identity/own-things")
    private List<Looks.Look> ofOwnCases(
            UUID personId, List<byte[]> subjects, LookSource.Span span) {
        var found = new ArrayList<Looks.Look>();
        var caller = signIns.ofPerson(personId);
        var before = span.before();
        while (caller.isPresent() && found.size() < span.most()) {
            var read = looks.at(subjects, new LookSource.Span(span.from(), before, span.most()));
            var cases = read.stream().flatMap(look -> look.caseId().stream()).distinct().toList();
            var own =
                    links.stream()
                            .findFirst()
                            .map(some -> some.of(cases, caller.get()).keySet())
                            .orElse(Set.of());
            read.stream()
                    .filter(look -> look.caseId().filter(own::contains).isPresent())
                    .forEach(found::add);
            if (read.size() < span.most()) break;
            before = read.getLast().id();
        }
        return found.stream().limit(span.most()).toList();
    }
}
