package org.tongban.catalogue.search;

import java.util.List;

/**
 * What people say and what the lists call it, and the events of a life by which they look: {@code
 * words.yaml} of a pack.
 */
public record PeoplesWords(List<Meaning> meanings, List<LifeEvent> lifeEvents) {

    /** A place that has not written down how its people speak. */
    public static final PeoplesWords NONE = new PeoplesWords(List.of(), List.of());

    public PeoplesWords {
        meanings = List.copyOf(meanings);
        lifeEvents = List.copyOf(lifeEvents);
    }

    /**
     * One meaning and the words for it.
     *
     * @param term the word of the lists, as a result page repeats it
     * @param items keys of items that these words mean by themselves, whatever else their texts
     *     say; may be empty
     */
    public record Meaning(String term, List<String> words, List<String> items) {
        public Meaning {
            words = List.copyOf(words);
            items = List.copyOf(items);
        }
    }

    /** An event such as 生孩子 with the keys of the items it brings along. */
    public record LifeEvent(String key, String name, List<String> items) {
        public LifeEvent {
            items = List.copyOf(items);
        }
    }
}
