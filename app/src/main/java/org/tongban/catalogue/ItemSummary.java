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
 * @param level 行使层级 of GB/T 39046 A.2
 * @param online from beginning to end without paper or presence
 * @param region code of the region whose agency decides
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
        List<String> themes,
        int level,
        boolean online,
        String region,
        String regionName) {

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

    /** The same line with the names that agency and region have today. */
    public ItemSummary named(String agencyCalled, String regionCalled) {
        return new ItemSummary(
                key,
                name,
                agency,
                agencyCalled,
                summary,
                caseKind,
                promised,
                visits,
                free,
                audience,
                themes,
                level,
                online,
                region,
                regionCalled);
    }
}
