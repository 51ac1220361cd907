package org.tongban.supervision.card;

import java.util.List;
import org.tongban.web.Answer;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;
import org.tongban.web.Tag;
import org.tongban.web.TimelineEntry;

/**
 * One card.
 *
 * @param done what has just been carried out; empty when nothing was
 * @param hold what has to come before the card can be judged; empty when nothing has
 * @param acts buttons of the acts that the reader may do now; none: the card is only read
 */
public record FindingPage(
        String number,
        Tag tag,
        String done,
        ErrorSummary errors,
        List<Answer> facts,
        String caseHref,
        String action,
        int version,
        FieldView words,
        String hold,
        List<Button> acts,
        List<TimelineEntry> lines) {

    /** One act to choose. */
    public record Button(String text, String value, String look) {}

    public FindingPage {
        facts = List.copyOf(facts);
        acts = List.copyOf(acts);
        lines = List.copyOf(lines);
    }
}
