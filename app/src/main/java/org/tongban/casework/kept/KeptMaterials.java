package org.tongban.casework.kept;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicantHashes;
import org.tongban.casework.IssuedFiles;
import org.tongban.casework.SubmittedFile;
import org.tongban.casework.Trust;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.law.LegalBasis;

/** Offers an applicant what they once handed in, for the same material of another application. */
@Component
public class KeptMaterials {

    /** Of each material; more are not a choice but a search. */
    static final int MOST_OFFERED = 3;

    private final KeptRows rows;
    private final KeptUses uses;
    private final ApplicantHashes hashes;
    private final ObjectProvider<IssuedFiles> issued;
    private final Clock clock;

    KeptMaterials(
            KeptRows rows,
            KeptUses uses,
            ApplicantHashes hashes,
            ObjectProvider<IssuedFiles> issued,
            Clock clock) {
        this.rows = rows;
        this.uses = uses;
        this.hashes = hashes;
        this.issued = issued;
        this.clock = clock;
    }

    /**
     * What may be used again, by key of the material, the last that came first. That others than
     * the holder are shown it is on record when this returns.
     *
     * @param what the application for which it is
     */
    @LegalBasis("practice/materials/own")
    public Map<String, List<Kept>> offered(
            Applicant applicant,
            Asker asker,
            ItemDefinition item,
            List<Material> materials,
            KeptUses.For what) {
        if (materials.isEmpty()) return Map.of();
        var wanted = new LinkedHashMap<String, String>();
        materials.forEach(one -> wanted.put(one.key(), Keeping.what(item.key(), one)));
        var found = rows.offered(whose(applicant, asker), wanted.values(), LocalDate.now(clock));
        var offered = new LinkedHashMap<String, List<Kept>>();
        wanted.forEach(
                (material, good) -> {
                    var some =
                            found.stream()
                                    .filter(one -> one.what().equals(good) && holds(one))
                                    .limit(MOST_OFFERED)
                                    .toList();
                    if (!some.isEmpty()) offered.put(material, some);
                });
        var all = new ArrayList<Kept>();
        offered.values().forEach(all::addAll);
        uses.offered(all, asker, what);
        return Map.copyOf(offered);
    }

    /**
     * Takes one of what was offered into an application, and notes it.
     *
     * @param fileNo under which it will lie there
     * @return empty when it is not offered, or not any more
     */
    @LegalBasis("practice/materials/again")
    public Optional<SubmittedFile> take(
            UUID kept,
            Applicant applicant,
            Asker asker,
            ItemDefinition item,
            Material material,
            KeptUses.For what,
            UUID fileNo) {
        return rows.find(kept, whose(applicant, asker))
                .filter(one -> one.what().equals(Keeping.what(item.key(), material)))
                .filter(one -> !one.isExpired(LocalDate.now(clock)) && holds(one))
                .map(
                        one -> {
                            uses.used(one, asker, what, fileNo);
                            return new SubmittedFile(
                                    fileNo,
                                    material.key(),
                                    one.title(),
                                    one.sm3(),
                                    one.mediaType(),
                                    one.size());
                        });
    }

    /** What its issuer took back is no longer offered; of other files nothing like it is known. */
    @LegalBasis("practice/materials/ends")
    private boolean holds(Kept kept) {
        return kept.grade() != Trust.A
                || issued.stream()
                        .flatMap(some -> some.issuedTo(kept.ownerHash(), kept.sm3()).stream())
                        .anyMatch(IssuedFiles.Issued::holds);
    }

    private Condition whose(Applicant applicant, Asker asker) {
        var owners = hashes.ofApplicant(applicant);
        return asker.checked()
                ? KeptRows.of(owners)
                : asker.account().map(account -> KeptRows.typedBy(account, owners)).orElseThrow();
    }
}
