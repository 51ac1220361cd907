package org.tongban.packages.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Commitment;
import org.tongban.catalogue.ItemDefinition.Fetch;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.catalogue.ItemDefinition.MaterialForm;
import org.tongban.catalogue.ItemDefinition.Necessity;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.SharedMaterial;

/** The papers of several items as one set: each once, whoever of them wants it. */
final class MergedMaterials {

    private final PackageDefinition pack;
    private final List<Chosen> chosen;
    private final Keys keys;
    private final Taken taken;
    private final Wording words;

    MergedMaterials(PackageDefinition pack, List<Chosen> chosen, Taken taken, Wording words) {
        this.pack = pack;
        this.chosen = List.copyOf(chosen);
        this.keys = new Keys(pack);
        this.taken = taken;
        this.words = words;
    }

    /** A paper as one of the items wants it. */
    private record Use(Chosen of, Material material) {}

    List<Material> all() {
        var uses = new LinkedHashMap<String, List<Use>>();
        for (var one : chosen) {
            for (var material : one.definition().materials()) {
                if (!taken.material(one, material.key())) continue;
                uses.computeIfAbsent(
                                keys.material(one.key(), material.key()), _ -> new ArrayList<>())
                        .add(new Use(one, material));
            }
        }
        return uses.entrySet().stream()
                .map(each -> united(each.getKey(), each.getValue()))
                .toList();
    }

    private Material united(String key, List<Use> uses) {
        var first = uses.getFirst().material();
        var shared = pack.materials().stream().filter(one -> one.key().equals(key)).findFirst();
        var anyway = taken.isEveryPaperWanted();
        return new Material(
                taken.paper(key),
                shared.map(SharedMaterial::name).orElse(first.name()),
                hint(shared, uses),
                anyway || uses.stream().anyMatch(use -> use.material().isRequired())
                        ? Necessity.REQUIRED
                        : Necessity.OPTIONAL,
                !anyway && uses.stream().allMatch(use -> mayFollow(use)),
                first.source(),
                form(uses),
                uses.stream().mapToInt(use -> use.material().originals()).max().orElse(0),
                uses.stream().mapToInt(use -> use.material().copies()).max().orElse(0),
                checks(uses),
                anyway ? null : Conditions.any(conditions(uses)),
                first.basis(),
                anyway ? null : commitment(uses),
                anyway ? null : fetch(uses));
    }

    /** A paper follows later only where everybody who wants it can wait. */
    private static boolean mayFollow(Use use) {
        var item = use.of().definition();
        return item.tolerant() && item.limits().promised().days() > 0 && use.material().tolerated();
    }

    /** What is vouched for to one office is nothing that another one has agreed to. */
    private static @Nullable Commitment commitment(List<Use> uses) {
        return uses.size() == 1 ? uses.getFirst().material().commitment() : null;
    }

    private List<@Nullable String> conditions(List<Use> uses) {
        var conditions = new ArrayList<@Nullable String>();
        uses.forEach(use -> conditions.add(Conditions.of(use.material().when(), use.of(), keys)));
        return conditions;
    }

    /** Uploaded if anybody takes it so: on paper alone only where all of them want paper. */
    private static MaterialForm form(List<Use> uses) {
        var forms = uses.stream().map(use -> use.material().form()).distinct().toList();
        return forms.size() == 1 ? forms.getFirst() : MaterialForm.BOTH;
    }

    private static List<String> checks(List<Use> uses) {
        var checks = new LinkedHashSet<String>();
        uses.forEach(use -> checks.addAll(use.material().checks()));
        return List.copyOf(checks);
    }

    /**
     * Fetched only where every item may use the certificate: who wants it and may not look it up is
     * not shown it through another one's right.
     */
    private @Nullable Fetch fetch(List<Use> uses) {
        if (uses.stream().anyMatch(use -> use.material().fetch() == null)) return null;
        var first = Objects.requireNonNull(uses.getFirst().material().fetch());
        var fills = new LinkedHashSet<String>();
        for (var use : uses) {
            // A line of a certificate fills the field of its own name.
            Objects.requireNonNull(use.material().fetch()).fills().stream()
                    .filter(field -> keys.field(use.of().key(), field).equals(field))
                    .forEach(fills::add);
        }
        return new Fetch(first.certificate(), List.copyOf(fills));
    }

    private String hint(Optional<SharedMaterial> shared, List<Use> uses) {
        var own =
                shared.map(SharedMaterial::hint)
                        .or(() -> Optional.ofNullable(uses.getFirst().material().hint()));
        var items = new LinkedHashSet<String>();
        uses.forEach(use -> items.add(use.of().definition().name()));
        var needed = words.neededBy(List.copyOf(items));
        return own.map(said -> said.replaceAll("。$", "") + "。" + needed).orElse(needed);
    }
}
