package org.tongban.packages.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.PackageDefinition.Fill;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PackageDefinition.Need;

/**
 * An item of a package that belongs to one application.
 *
 * @param needs only those of the member's that belong to the application too
 */
public record Chosen(Member member, PublishedItem item, List<Need> needs) {

    public Chosen {
        needs = List.copyOf(needs);
    }

    /**
     * Items with what they need of each other.
     *
     * @param queries keys of what is looked up in the situation
     */
    static List<Chosen> of(Set<String> queries, List<Member> members, List<PublishedItem> items) {
        var there = new HashSet<>(queries);
        members.forEach(member -> there.add(member.item()));
        return java.util.stream.IntStream.range(0, members.size())
                .mapToObj(
                        at ->
                                new Chosen(
                                        members.get(at),
                                        items.get(at),
                                        members.get(at).needs().stream()
                                                .filter(need -> there.contains(need.on()))
                                                .toList()))
                .toList();
    }

    public String key() {
        return member.item();
    }

    public ItemDefinition definition() {
        return item.definition();
    }

    /** Keys of fields that are answered when a result has come: nobody is asked before. */
    public Set<String> laterFields() {
        var fields = new HashSet<String>();
        needs.forEach(need -> need.fills().stream().map(Fill::field).forEach(fields::add));
        needs.forEach(need -> fields.addAll(need.asks()));
        return fields;
    }

    /** Keys of fields that the applicant is asked when a result has come. */
    public Set<String> askedFields() {
        var fields = new HashSet<String>();
        needs.forEach(need -> fields.addAll(need.asks()));
        return fields;
    }

    /** Keys of materials that are a result: nobody brings them. */
    public Set<String> standingMaterials() {
        var materials = new HashSet<String>();
        needs.forEach(need -> materials.addAll(need.stands()));
        return materials;
    }
}
