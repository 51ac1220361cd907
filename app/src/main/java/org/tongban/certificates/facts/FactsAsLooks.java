package org.tongban.certificates.facts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.LookSource;
import org.tongban.casework.ApplicantHashes;
import org.tongban.certificates.FactChecks;
import org.tongban.certificates.KnownTypes;
import org.tongban.web.Texts;

/** Facts that other systems checked, as lines of the one record that a person reads. */
@Component
class FactsAsLooks implements LookSource {

    private final FactChecks checks;
    private final ApplicantHashes hashes;
    private final KnownTypes types;

    FactsAsLooks(FactChecks checks, ApplicantHashes hashes, KnownTypes types) {
        this.checks = checks;
        this.hashes = hashes;
        this.types = types;
    }

    @Override
    public List<Line> about(UUID personId, Span span, Texts texts) {
        var names = types.names();
        return checks.about(hashes.of(personId), span.from(), span.before(), span.most()).stream()
                .map(
                        one ->
                                new Line(
                                        one.id(),
                                        one.at(),
                                        one.clientName(),
                                        "",
                                        names.getOrDefault(one.type(), one.type())
                                                + " · "
                                                + texts.localize(
                                                        "library.fact."
                                                                + one.answer()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)),
                                        one.purpose(),
                                        Optional.empty()))
                .toList();
    }
}
