package org.tongban.casework.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Actor;
import org.tongban.casework.ReliedOn;
import org.tongban.catalogue.ItemDefinition;

/**
 * What is known at the moment of an act, besides the case.
 *
 * @param today the legal day of {@code now} in the place
 * @param zone of the place; turns moments of the past into its days
 * @param applicable keys of the item's steps whose conditions hold for this application; asked for
 *     only where the form is at hand: when it is handed in and when it is corrected
 * @param trusted whether nothing stands against relying on the applicant's word; asked for only
 *     where an act rests on a promise
 * @param spoilt what was fetched for the case and does not hold any more; asked for only where it
 *     is granted
 */
public record Known(
        Actor actor,
        Instant now,
        LocalDate today,
        ZoneId zone,
        WorkingCalendar calendar,
        ItemDefinition item,
        Set<String> applicable,
        CasePolicy policy,
        Seats seats,
        boolean trusted,
        List<ReliedOn> spoilt) {

    public Known {
        spoilt = List.copyOf(spoilt);
    }

    /** For acts that rest on nobody's word and on nothing that was fetched. */
    public Known(
            Actor actor,
            Instant now,
            LocalDate today,
            ZoneId zone,
            WorkingCalendar calendar,
            ItemDefinition item,
            Set<String> applicable,
            CasePolicy policy,
            Seats seats) {
        this(actor, now, today, zone, calendar, item, applicable, policy, seats, true, List.of());
    }
}
