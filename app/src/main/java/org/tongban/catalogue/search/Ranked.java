package org.tongban.catalogue.search;

import java.util.List;
import java.util.function.Supplier;
import org.tongban.catalogue.search.Meanings.Spoken;

/**
 * A text that answers a question.
 *
 * @param mark of the text
 * @param score 0 to about 1.5; of no use beside the scores of another question
 * @param unmet the meanings in the question that the text says nothing of
 * @param met how many of them it does have
 * @param words how well the words agree
 * @param meaning how near the meaning of the nearest sentence is, as a cosine; 0 when it was not
 *     among the near ones
 * @param sentence reads the nearest sentence; empty when there is none. Only while the search goes
 *     on of which this is a hit
 */
record Ranked(
        String mark,
        ItemText text,
        float score,
        List<Spoken> unmet,
        int met,
        float words,
        float meaning,
        Supplier<String> sentence) {

    Ranked {
        unmet = List.copyOf(unmet);
    }

    /** Whether everything that was understood of the question is something else than this. */
    boolean isSomethingElse() {
        return !unmet.isEmpty() && met == 0;
    }
}
