package org.tongban.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Material;

/**
 * Asks the sources of evidence in their order: our own library first, then the registers of others.
 */
@Component
public class EvidenceDesk {

    private final ObjectProvider<EvidenceSource> sources;

    EvidenceDesk(ObjectProvider<EvidenceSource> sources) {
        this.sources = sources;
    }

    /** What can be said of the item's materials now, by key; asks nobody where none is fetched. */
    public Map<String, Evidence> look(Applicant applicant, ItemDefinition item) {
        return look(EvidenceSource.Purpose.of(item), applicant, item.materials());
    }

    /** The same of some materials, for a purpose that is named. */
    public Map<String, Evidence> look(
            EvidenceSource.Purpose purpose, Applicant applicant, List<Material> materials) {
        var wanted = new ArrayList<>(fetched(materials));
        var found = new LinkedHashMap<String, Evidence>();
        for (var source : known()) {
            if (wanted.isEmpty()) break;
            source.look(purpose, applicant, List.copyOf(wanted))
                    .forEach(one -> found.merge(one.material(), one, EvidenceDesk::better));
            wanted.removeIf(material -> isSettled(found.get(material.key())));
        }
        return found;
    }

    private static Evidence better(Evidence one, Evidence other) {
        return other instanceof Evidence.Found ? other : one;
    }

    /** Only where nothing is known, or what is known has expired, the next source may know more. */
    private static boolean isSettled(@Nullable Evidence evidence) {
        return switch (evidence) {
            case null -> false;
            case Evidence.Found _ -> true;
            case Evidence.Spoilt spoilt -> spoilt.fault().stops();
            case Evidence.OutOfReach _ -> false;
        };
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
     * On what of it nothing can be granted any more, asked anew. A later version is for the officer
     * to look at: it need not change what the case rests on.
     */
    public List<ReliedOn> spoilt(UUID caseId) {
        return known().stream()
                .flatMap(source -> source.askedAgain(caseId).stream())
                .filter(one -> one.fault().filter(fault -> fault.kind().bars()).isPresent())
                .toList();
    }

    /** Asks later about what was brought because nobody could be asked; see the source. */
    public void askLater(EvidenceSource.Use use, Applicant applicant, List<Material> materials) {
        var wanted = fetched(materials);
        if (!wanted.isEmpty()) {
            known().forEach(source -> source.askLater(use, applicant, wanted));
        }
    }

    private List<EvidenceSource> known() {
        return sources.orderedStream().toList();
    }

    private static List<Material> fetched(List<Material> materials) {
        return materials.stream().filter(material -> material.fetch() != null).toList();
    }
}
