package org.tongban.casework;

import java.time.ZoneId;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.engine.CasePolicy;
import org.tongban.casework.engine.Seats;
import org.tongban.casework.notice.wording.PaperWords;

/**
 * What casework needs to know of the place it serves.
 *
 * @param regionCode twelve digits; opens the case numbers
 * @param soonDays with so many days left a term is shown as soon; in the unit of the term
 * @param reviewBody where administrative review of a decision is asked for
 * @param court where a decision is sued against
 * @param paperWords in which the place's papers are written
 */
public record PlaceSettings(
        String regionCode,
        ZoneId zone,
        WorkingCalendar calendar,
        CasePolicy policy,
        int soonDays,
        Seats seats,
        String hotline,
        String reviewBody,
        String court,
        PaperWords paperWords) {

    /**
     * Where the settings come from; asked at every act, so that an imported calendar counts at
     * once.
     */
    @FunctionalInterface
    public interface Source {
        PlaceSettings current();
    }
}
