package org.tongban.casework.progress;

import java.util.List;
import java.util.Optional;
import org.tongban.web.DayStripView;
import org.tongban.web.Link;
import org.tongban.web.TimelineEntry;

/**
 * Where a case stands.
 *
 * @param turn what waits for the applicant; absent when nothing does
 * @param answered the paper that turned the application down; absent where none did, and on the
 *     page that needs no sign-in
 * @param strip the days of the clock that runs now; absent when none has run
 * @param acts what can be done besides; each leads to a page that asks before it changes anything
 * @param reads what can be looked at besides
 * @param files what was handed in; none on the page that needs no sign-in
 */
public record ProgressPage(
        String number,
        String title,
        String sentence,
        Optional<Turn> turn,
        Optional<Answered> answered,
        String stripTitle,
        Optional<DayStripView> strip,
        List<TimelineEntry> timeline,
        List<Link> acts,
        List<Link> reads,
        List<Link> files) {

    /**
     * A decision against the applicant in its own words: facts, reasons, articles, remedies.
     *
     * @param paper leads to the whole paper, to print and to keep
     */
    public record Answered(List<String> paragraphs, Link paper) {}

    /** What waits for the applicant, once and complete. */
    public record Turn(String title, String text, List<String> items, Link act) {}
}
