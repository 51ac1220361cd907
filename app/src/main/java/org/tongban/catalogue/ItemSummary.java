package org.tongban.catalogue;

import java.util.List;
import org.tongban.catalogue.ItemDefinition.Audience;
import org.tongban.catalogue.ItemDefinition.CaseKind;
import org.tongban.catalogue.ItemDefinition.Limit;

/**
 * One line about an item that is in use: what lists and search results show.
 *
 * @param agency key of the agency that decides
 * @param promised the promised term; 0 days when handled at once
 * @param visits how often a person has to come
 */
public record ItemSummary(
        String key,
        String name,
        String agency,
        String agencyName,
        String summary,
        CaseKind caseKind,
        Limit promised,
        int visits,
        boolean free,
        List<Audience> audience,
        List<String> themes) {

    public ItemSummary {
        audience = List.copyOf(audience);
        themes = List.copyOf(themes);
    }

    /** Text key of the promised term, with one place for the number of days. */
    public String termKey() {
        return promised.unit() == ItemDefinition.Unit.WORKING
                ? "item.days.working"
                : "item.days.calendar";
    }

    /** The line of an item. */
    public static ItemSummary of(ItemDefinition item, String agencyName) {
        return new ItemSummary(
                item.key(),
                item.name(),
                item.agency(),
                agencyName,
                item.summary(),
                item.caseKind(),
                item.limits().promised(),
                item.visits(),
                item.isFree(),
                item.audience(),
                item.themes());
    }
}
