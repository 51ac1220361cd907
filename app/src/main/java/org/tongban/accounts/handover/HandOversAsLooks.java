package org.tongban.accounts.handover;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.IdentityHandOvers;
import org.tongban.accounts.LookSource;
import org.tongban.law.LegalBasis;
import org.tongban.web.Texts;

/** What was handed to departments' systems, as lines of the one record that a person reads. */
@Component
class HandOversAsLooks implements LookSource {

    private final IdentityHandOvers handOvers;

    HandOversAsLooks(IdentityHandOvers handOvers) {
        this.handOvers = handOvers;
    }

    @Override
    @LegalBasis("practice/hand-over/recorded")
    public List<Line> about(UUID personId, Span span, Texts texts) {
        return handOvers.told(personId, span).stream()
                .map(
                        one ->
                                new Line(
                                        one.id(),
                                        one.at(),
                                        one.name(),
                                        one.office(),
                                        OwnSystems.parts(new HashSet<>(one.parts()), texts),
                                        one.purpose(),
                                        Optional.empty()))
                .toList();
    }
}
