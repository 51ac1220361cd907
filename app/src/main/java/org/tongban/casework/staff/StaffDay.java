package org.tongban.casework.staff;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.words.CaseWords;
import org.tongban.casework.words.DayStrips;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** What a page for staff needs of the moment: the reader's language, today, the legal calendar. */
@Component
public class StaffDay {

    private final TextBundles bundles;
    private final PlaceSettings.Source place;
    private final Directory directory;
    private final Clock clock;

    StaffDay(TextBundles bundles, PlaceSettings.Source place, Directory directory, Clock clock) {
        this.bundles = bundles;
        this.directory = directory;
        this.place = place;
        this.clock = clock;
    }

    /** The moment of a request; taken once, so that a page does not change its day halfway. */
    public Now now(HttpServletRequest request) {
        var settings = place.current();
        return new Now(
                bundles.in(Preferences.of(request).locale()),
                clock.instant().atZone(settings.zone()).toLocalDate(),
                settings.calendar(),
                settings.zone(),
                settings.soonDays(),
                directory.current());
    }

    /**
     * One moment at one desk.
     *
     * @param soonDays with so many days left the place calls a term soon
     */
    public record Now(
            Texts texts,
            LocalDate today,
            WorkingCalendar calendar,
            ZoneId zone,
            int soonDays,
            Place place) {

        public String say(String key, Object... arguments) {
            return texts.localize(key, arguments);
        }

        public Dates dates() {
            return new Dates(texts.locale());
        }

        public CaseWords words() {
            return new CaseWords(texts);
        }

        public DayStrips strips() {
            return new DayStrips(texts, calendar, today, soonDays);
        }

        /** The last day that is called soon. */
        public LocalDate soonUntil() {
            return calendar.plusWorkingDays(today, soonDays);
        }

        /** 11月17日 星期二 15:40. */
        public String moment(Instant at) {
            return dates().moment(at.atZone(zone).toLocalDateTime());
        }
    }
}
