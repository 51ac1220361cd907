package org.tongban.casework.kept;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.LookSource;
import org.tongban.casework.ApplicantHashes;
import org.tongban.law.LegalBasis;
import org.tongban.web.Texts;

/** What others did with somebody's materials, as lines of the one record that a person reads. */
@Component
class KeptAsLooks implements LookSource {

    private final KeptUses uses;
    private final ApplicantHashes hashes;

    KeptAsLooks(KeptUses uses, ApplicantHashes hashes) {
        this.uses = uses;
        this.hashes = hashes;
    }

    @Override
    @LegalBasis("practice/materials/seen")
    public List<Line> about(UUID personId, Span span, Texts texts) {
        return uses.byOthers(hashes.of(personId), span.from(), span.before(), span.most()).stream()
                .map(
                        one ->
                                new Line(
                                        one.id(),
                                        one.at(),
                                        one.by(),
                                        "",
                                        one.called()
                                                + " · "
                                                + texts.localize("kept.way." + one.way().word()),
                                        one.purpose(),
                                        one.draft()))
                .toList();
    }
}
