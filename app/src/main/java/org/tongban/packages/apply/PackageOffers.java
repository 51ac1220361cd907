package org.tongban.packages.apply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.casework.ApplicationCheck;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PublishedPackage;
import org.tongban.packages.merge.Chosen;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Selection;

/**
 * Packages as they can be applied for now: with the versions of their items that are in force. An
 * item that is not in use today is left out; who needs its result asks for it as a paper.
 */
@Component
public class PackageOffers {

    private final Catalogue catalogue;
    private final PackageWords words;

    PackageOffers(Catalogue catalogue, PackageWords words) {
        this.catalogue = catalogue;
        this.words = words;
    }

    /** The questions about the situation, with one for each optional item. */
    public List<Question> questions(PackageDefinition pack) {
        var items = items(pack);
        return Selection.questions(
                pack, key -> items.apply(key).map(PublishedItem::name).orElse(key), words);
    }

    /** Its items as they are in force now, read at once. */
    private Function<String, Optional<PublishedItem>> items(PackageDefinition pack) {
        var there = catalogue.current(pack.items().stream().map(Member::item).toList());
        return key -> Optional.ofNullable(there.get(key));
    }

    /** Every item that may apply to somebody. */
    public List<Chosen> widest(PackageDefinition pack) {
        return Selection.widest(pack, items(pack));
    }

    /** The items for an applicant in a situation. */
    public List<Chosen> chosen(
            PackageDefinition pack, Applicant applicant, Map<String, String> situation) {
        return chosen(pack, ApplicationCheck.facts(applicant), situation).stream()
                .filter(one -> ApplicationCheck.admits(one.definition(), applicant.kind()))
                .toList();
    }

    /** The same for somebody of whom only so much is known. */
    public List<Chosen> chosen(
            PackageDefinition pack, Map<String, String> facts, Map<String, String> situation) {
        return Selection.of(pack, situation, facts, items(pack));
    }

    /** Those items as one. */
    public PublishedItem merged(PublishedPackage pack, List<Chosen> chosen) {
        return new PublishedItem(
                pack.version(),
                pack.publishedAt(),
                Merge.of(pack.definition(), chosen, questions(pack.definition()), words));
    }

    Optional<PublishedItem> widestOf(PublishedPackage pack) {
        var all = widest(pack.definition());
        return all.isEmpty() ? Optional.empty() : Optional.of(merged(pack, all));
    }
}
