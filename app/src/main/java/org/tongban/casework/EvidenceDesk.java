package org.tongban.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;

/** Asks all sources of evidence; where two know of one material, the one that found it counts. */
@Component
public class EvidenceDesk {

    private final ObjectProvider<EvidenceSource> sources;

    EvidenceDesk(ObjectProvider<EvidenceSource> sources) {
        this.sources = sources;
    }

    /** What can be said of the item's materials now, by key; asks nobody where none is fetched. */
    public Map<String, Evidence> look(Applicant applicant, ItemDefinition item) {
        return look(applicant, item.materials());
    }

    /** The same of some materials. */
    public Map<String, Evidence> look(Applicant applicant, List<Material> materials) {
        var wanted = fetched(materials);
        var found = new LinkedHashMap<String, Evidence>();
        if (wanted.isEmpty()) return found;
        for (var source : known()) {
            source.look(applicant, wanted)
                    .forEach(one -> found.merge(one.material(), one, EvidenceDesk::better));
        }
        return found;
    }

    private static Evidence better(Evidence one, Evidence other) {
        return one instanceof Evidence.Found ? one : other;
    }

    /** Gets copies of what can be had; see {@link EvidenceSource#fetch}. */
    public List<SubmittedFile> fetch(
            EvidenceSource.Use use, Applicant applicant, List<Material> materials) {
        var files = new ArrayList<SubmittedFile>();
        var wanted = new ArrayList<>(fetched(materials));
        for (var source : known()) {
            if (wanted.isEmpty()) break;
            var got = source.fetch(use, applicant, List.copyOf(wanted));
            files.addAll(got);
            wanted.removeIf(
                    material -> got.stream().anyMatch(f -> f.material().equals(material.key())));
        }
        return files;
    }

    /** What a case rests on that was fetched, as it stands now. */
    public List<ReliedOn> reliedOn(UUID caseId) {
        return known().stream().flatMap(source -> source.reliedOn(caseId).stream()).toList();
    }

    /**
     * On what of it nothing can be granted any more. A later version is for the officer to look at:
     * it need not change what the case rests on.
     */
    public List<ReliedOn> spoilt(UUID caseId) {
        return reliedOn(caseId).stream()
                .filter(one -> one.fault().filter(EvidenceDesk::bars).isPresent())
                .toList();
    }

    private static boolean bars(Evidence.Fault fault) {
        return fault.kind() != Evidence.Kind.REPLACED;
    }

    private List<EvidenceSource> known() {
        return sources.orderedStream().toList();
    }

    private static List<Material> fetched(List<Material> materials) {
        return materials.stream().filter(material -> material.fetch() != null).toList();
    }
}
