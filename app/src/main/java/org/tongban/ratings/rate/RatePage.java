package org.tongban.ratings.rate;

import java.util.List;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldView;

/**
 * The page on which a case is rated, and which says thank you afterwards.
 *
 * @param item name of what was applied for
 * @param given what was said; no elements before
 * @param words the question for words; asked while there are none
 */
public record RatePage(
        String stylesheet,
        String caseNo,
        String item,
        String agency,
        List<Level> levels,
        List<Said> given,
        FieldView words,
        ErrorSummary errors) {

    public RatePage {
        levels = List.copyOf(levels);
        given = List.copyOf(given);
    }

    /** One button: a face and its word. */
    public record Level(int code, String key, String word, String mouth) {}

    /**
     * What was said.
     *
     * @param words empty when none were
     */
    public record Said(Level level, int stars, String starsInWords, String words) {}

    public boolean isRated() {
        return !given.isEmpty();
    }

    public boolean asksForWords() {
        return isRated() && given.getFirst().words().isEmpty();
    }
}
