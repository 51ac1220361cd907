package org.tongban.casework.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.Actor;
import org.tongban.catalogue.ItemDefinition;

/**
 * What is known at the moment of an act, besides the case.
 *
 * @param today the legal day of {@code now} in the place
 * @param applicable keys of the item's steps whose conditions hold for this application; asked for
 *     only where the form is at hand: when it is handed in and when it is corrected
 * @param trusted whether nothing stands against relying on the applicant's word; asked for only
 *     where an act rests on a promise
 */
public record Known(
        Actor actor,
        Instant now,
        LocalDate today,
        WorkingCalendar calendar,
        ItemDefinition item,
        Set<String> applicable,
        CasePolicy policy,
        boolean trusted) {

    /** For acts that rest on nobody's word. */
    public Known(
            Actor actor,
            Instant now,
            LocalDate today,
            WorkingCalendar calendar,
            ItemDefinition item,
            Set<String> applicable,
            CasePolicy policy) {
        this(actor, now, today, calendar, item, applicable, policy, true);
    }
}
