package org.tongban.certificates.wallet;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongban.accounts.LookSource;
import org.tongban.casework.ApplicantHashes;
import org.tongban.certificates.CertificateUses;
import org.tongban.certificates.KnownTypes;
import org.tongban.web.Texts;

/** Uses of certificates, as lines of the one record that a person reads. */
@Component
class UsesAsLooks implements LookSource {

    private final CertificateUses uses;
    private final ApplicantHashes hashes;
    private final KnownTypes types;

    UsesAsLooks(CertificateUses uses, ApplicantHashes hashes, KnownTypes types) {
        this.uses = uses;
        this.hashes = hashes;
        this.types = types;
    }

    @Override
    public List<Line> about(UUID personId, Span span, Texts texts) {
        var names = types.names();
        return uses.ofHolders(hashes.of(personId), span.from(), span.before(), span.most()).stream()
                .map(
                        held ->
                                new Line(
                                        held.use().id(),
                                        held.use().at(),
                                        held.use().usedBy(),
                                        "",
                                        names.getOrDefault(held.typeKey(), held.typeKey())
                                                + " · "
                                                + texts.localize(
                                                        "library.way."
                                                                + held.use()
                                                                        .way()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)),
                                        held.use().purpose(),
                                        held.use().copy().map(CertificateUses.Copy::caseId)))
                .toList();
    }
}
