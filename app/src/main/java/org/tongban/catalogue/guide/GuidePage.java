package org.tongban.catalogue.guide;

import java.util.List;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.web.Fact;
import org.tongban.web.Option;
import org.tongban.web.Tag;

/**
 * What the guide shows.
 *
 * @param audience text key of who may apply
 * @param realName text key of how certain it has to be who acts; empty: nothing is asked
 * @param how the way of a case, in order
 * @param agencyName empty fields of the agency are not shown
 * @param reviewBody empty: remedies are not shown
 * @param places where it is handled, the nearest first
 * @param regions from which one may look; fewer than two: nothing to choose
 * @param region code of the one from which the places are seen
 */
public record GuidePage(
        ItemDefinition item,
        String audience,
        String realName,
        List<Fact> facts,
        List<Need> needs,
        List<String> how,
        Flow flow,
        String agencyName,
        String address,
        String phone,
        String complaintPhone,
        String reviewBody,
        String court,
        List<Where> places,
        List<Option> regions,
        String region) {

    public GuidePage {
        facts = List.copyOf(facts);
        needs = List.copyOf(needs);
        how = List.copyOf(how);
        places = List.copyOf(places);
        regions = List.copyOf(regions);
    }

    /**
     * One hall.
     *
     * @param windows at which it is handled there
     * @param here whether it lies in the very region that was chosen
     */
    public record Where(
            String name,
            String region,
            String address,
            String hours,
            String windows,
            boolean here) {}

    /**
     * One material.
     *
     * @param conditional whether it is needed only in some situations
     */
    public record Need(String name, String hint, Tag tag, boolean conditional) {}
}
