package org.tongban.catalogue.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;

/**
 * One part of a question and everything in an item that answers it, each with how well it does, 0
 * to 1. An item is given the best of them.
 *
 * @param from where it stands in the question, in chars
 */
record Unit(int from, int to, Map<Term, Float> answers) {

    Unit {
        answers = new LinkedHashMap<>(answers);
    }

    /** How well a part is answered where it stands. The name and people's words for it say most. */
    static final float NAME = 1f;

    static final float CALLED = 1f;
    static final float LEAD = 1f;
    static final float TERM = 0.9f;
    static final float THEME = 0.6f;
    static final float ORGAN = 0.6f;
    static final float SOUND = 0.7f;
    static final float SKIP = 0.5f;
    static final float SUMMARY = 0.45f;
    static final float ASK = 0.3f;

    /** Answers that tell how rare a part is; the others are guesses. */
    static final List<String> SURE =
            List.of(
                    Fields.NAME,
                    Fields.CALLED,
                    Fields.THEME,
                    Fields.ORGAN,
                    Fields.TERM,
                    Fields.LEAD,
                    Fields.SUMMARY,
                    Fields.ASK);
}
