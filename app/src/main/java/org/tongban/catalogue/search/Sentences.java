package org.tongban.catalogue.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The meaning of sentences as vectors of length one, by a model that comes with the program;
 * nothing is fetched. It takes a second to load and some milliseconds a sentence. One for the whole
 * process: the model says the same to everybody.
 */
final class Sentences {

    /** Sentences that were asked or indexed lately; 2 kB each. */
    private static final int MOST_KEPT = 4096;

    private static final Map<String, float[]> KEPT = Collections.synchronizedMap(new Latest());

    private Sentences() {}

    /** Loads at the first question, once. */
    private static final class Model {
        static final SentenceModel ONLY = SentenceModel.load();
    }

    /** The vector of a sentence; a text without any sign the model knows has one too. */
    static float[] meaning(String sentence) {
        var kept = KEPT.get(sentence);
        if (kept != null) return kept.clone();
        var vector = unit(Model.ONLY.embed(sentence).content().vector());
        KEPT.put(sentence, vector);
        return vector.clone();
    }

    private static float[] unit(float[] vector) {
        var square = 0.0;
        for (var each : vector) {
            square += each * each;
        }
        var length = Math.sqrt(square);
        var unit = new float[vector.length];
        for (var i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    /** Forgets the sentence that was not asked for longest. */
    private static final class Latest extends LinkedHashMap<String, float[]> {
        Latest() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
