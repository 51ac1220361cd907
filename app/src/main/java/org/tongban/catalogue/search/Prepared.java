package org.tongban.catalogue.search;

import java.util.List;
import org.tongban.catalogue.search.Meanings.Spoken;

/**
 * A text made ready for comparing: what would be worked out anew for every question.
 *
 * @param shortName plain, where it alone means this item; else empty
 * @param phrases everything the item is called
 */
record Prepared(
        ItemText text, Said name, String shortName, List<Said> called, List<Phrase> phrases) {

    Prepared {
        called = List.copyOf(called);
        phrases = List.copyOf(phrases);
    }

    /** A phrase with people's words in it. */
    record Said(String plain, List<Spoken> meanings) {

        private static Said of(String phrase, Meanings meanings) {
            var plain = PlainWords.plain(phrase);
            return new Said(plain, List.copyOf(meanings.in(plain)));
        }
    }

    /**
     * One thing the item is called.
     *
     * @param pairs its neighbouring characters
     * @param meant those of the phrase with people's words replaced by their terms
     */
    record Phrase(String plain, PairSet pairs, PairSet meant) {}

    static Prepared of(ItemText text, Meanings meanings) {
        return new Prepared(
                text.asCalled(),
                Said.of(text.name(), meanings),
                text.isPlain() ? PlainWords.plain(text.shortName()) : "",
                text.called().stream().map(called -> Said.of(called, meanings)).toList(),
                text.plainPhrases().stream()
                        .map(
                                plain ->
                                        new Phrase(
                                                plain,
                                                PairSet.of(plain),
                                                PairSet.of(meanings.translated(plain))))
                        .toList());
    }

    /** Whether it is called exactly so. */
    boolean isCalled(String plain) {
        return phrases.stream().anyMatch(phrase -> phrase.plain().equals(plain));
    }
}
