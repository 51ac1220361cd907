package org.tongban.packages.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.casework.Evidence;
import org.tongban.casework.EvidenceDesk;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition.Material;
import org.tongban.directory.Directory;
import org.tongban.packages.course.Share;
import org.tongban.packages.merge.Chosen;

/** Whether an item could begin with its share of what was answered once. */
@Component
class Shares {

    private final EvidenceDesk evidence;
    private final Directory directory;

    Shares(EvidenceDesk evidence, Directory directory) {
        this.evidence = evidence;
        this.directory = directory;
    }

    /**
     * How a share was judged.
     *
     * @param share with what was found for it
     * @param missing names of fields and materials; what results bring later is not missing
     */
    record Judged(Share share, List<String> missing, Applicability applies) {}

    /** What of the item applies, and what is missing of that. */
    Judged judge(Chosen one, Share share) {
        var fetched = fetched(one, share.applicant());
        var filled = one.laterFields();
        var standing = one.standingMaterials();
        var verdict =
                ApplicationCheck.check(
                        one.item(),
                        share.applicant(),
                        share.situation(),
                        share.typed(),
                        share.files(),
                        share.pledges(),
                        fetched,
                        directory.current().offeredRegions());
        var missing = new ArrayList<String>();
        if (verdict instanceof ApplicationCheck.Incomplete incomplete) {
            incomplete.fields().stream()
                    .filter(fault -> !filled.contains(fault.asked()))
                    .map(fault -> String.valueOf(fault.arguments().getFirst()))
                    .forEach(missing::add);
            incomplete.questions().forEach(question -> missing.add(question.text()));
            incomplete.materials().stream()
                    .filter(material -> !standing.contains(material.key()))
                    .map(Material::name)
                    .forEach(missing::add);
        }
        return new Judged(share.with(fetched), missing, verdict.applies());
    }

    private java.util.Set<String> fetched(Chosen one, Applicant applicant) {
        return evidence.look(applicant, one.definition()).entrySet().stream()
                .filter(found -> found.getValue() instanceof Evidence.Found)
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
