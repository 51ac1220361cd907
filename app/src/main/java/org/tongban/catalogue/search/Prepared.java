package org.tongban.catalogue.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A text made ready for comparing: what would be worked out anew for every question. */
record Prepared(ItemText text, List<Phrase> phrases) {

    Prepared {
        phrases = List.copyOf(phrases);
    }

    /**
     * One thing the item is called.
     *
     * @param pairs its neighbouring characters
     * @param meant those of the phrase with people's words replaced by their terms
     */
    record Phrase(String plain, Set<String> pairs, Set<String> meant) {}

    static Prepared of(ItemText text, Meanings meanings) {
        var phrases = new ArrayList<Phrase>();
        for (var plain : text.plainPhrases()) {
            phrases.add(
                    new Phrase(plain, Grams.pairs(plain), Grams.pairs(meanings.translated(plain))));
        }
        return new Prepared(text, phrases);
    }
}
