package org.tongban.casework.automatic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.casework.ReliedOn;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;

/**
 * What rules may see of evidence: only of what was fetched for this very case, and only while it
 * holds. What does not hold proves nothing, and a person sees it.
 */
@Component
class HeldEvidence {

    private static final String THERE = "held";

    private final EvidenceDesk desk;

    HeldEvidence(EvidenceDesk desk) {
        this.desk = desk;
    }

    /** Keys of the materials that an expression of the item may ask for. */
    static Set<String> keys(ItemDefinition item) {
        return item.materials().stream()
                .filter(material -> material.fetch() != null)
                .map(Material::key)
                .collect(Collectors.toSet());
    }

    /** By material, and by material and line. */
    Map<String, String> of(UUID caseId, Applicant applicant, ItemDefinition item) {
        var held = new LinkedHashMap<String, String>();
        if (keys(item).isEmpty()) return held;
        var fetched =
                desk.reliedOn(caseId).stream()
                        .filter(ReliedOn::holds)
                        .filter(ReliedOn::isFetched)
                        .map(ReliedOn::material)
                        .collect(Collectors.toSet());
        for (var evidence : desk.look(applicant, item).values()) {
            if (evidence instanceof Evidence.Found found && fetched.contains(found.material())) {
                held.put(found.material(), THERE);
                found.lines()
                        .forEach((line, says) -> held.put(found.material() + "." + line, says));
            }
        }
        return held;
    }
}
