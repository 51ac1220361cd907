package org.tongban.catalogue.guide;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.web.Fact;
import org.tongban.web.Tag;

/**
 * What the guide shows.
 *
 * @param audience text key of who may apply
 * @param how the way of a case, in order
 * @param agencyName empty fields of the agency are not shown
 * @param reviewBody empty: remedies are not shown
 */
public record GuidePage(
        ItemDefinition item,
        String audience,
        List<Fact> facts,
        List<Need> needs,
        List<String> how,
        Flow flow,
        String agencyName,
        String address,
        String phone,
        String complaintPhone,
        String reviewBody,
        String court) {

    public GuidePage {
        facts = List.copyOf(facts);
        needs = List.copyOf(needs);
        how = List.copyOf(how);
    }

    /**
     * One material.
     *
     * @param conditional whether it is needed only in some situations
     */
    public record Need(String name, String hint, Tag tag, boolean conditional) {}
}
