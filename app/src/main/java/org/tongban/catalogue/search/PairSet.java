package org.tongban.catalogue.search;

import java.util.Arrays;

/**
 * The neighbouring characters of a text as numbers in their order: thousands of texts are kept
 * ready for comparing, and a set of strings takes ten times the room.
 */
final class PairSet {

    private static final int BITS = 16;

    private final int[] pairs;

    private PairSet(int[] pairs) {
        this.pairs = pairs;
    }

    static PairSet of(String plain) {
        return new PairSet(
                Grams.pairs(plain).stream()
                        .mapToInt(PairSet::number)
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** Two signs fit into one number whole; of what is longer two may rarely look alike. */
    private static int number(String pair) {
        return pair.length() == 2 ? pair.charAt(0) << BITS | pair.charAt(1) : pair.hashCode();
    }

    /** Twice what is shared by all there is: 0 to 1. */
    float likeness(PairSet other) {
        if (pairs.length == 0 || other.pairs.length == 0) return 0;
        var both = 0;
        for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
            var order = Integer.compare(pairs[i], other.pairs[j]);
            if (order == 0) both++;
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        return 2f * both / (pairs.length + other.pairs.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairSet set && Arrays.equals(pairs, set.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }
}
