package org.tongban.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text is cut into for the index: each pair of neighbouring Chinese characters, each single
 * one, and words and numbers of other scripts whole. Pairs find a word that no dictionary knows,
 * and find it in any order.
 */
final class Grams {

    private Grams() {}

    /** A part of a text and where it stands, in characters. */
    record Gram(String token, int from, int to) {}

    /** Pairs, single characters and foreign words; for the index. */
    static Set<String> of(String plain) {
        var tokens = new LinkedHashSet<String>();
        for (var run : runs(plain)) {
            if (!isHan(run.token())) {
                tokens.add(run.token());
                continue;
            }
            var points = run.token().codePoints().toArray();
            for (var i = 0; i < points.length; i++) {
                tokens.add(Character.toString(points[i]));
                if (i + 1 < points.length) tokens.add(new String(points, i, 2));
            }
        }
        return tokens;
    }

    /** Pairs that leave out the character between them: what is there when one was forgotten. */
    static Set<String> skipping(String plain) {
        var tokens = new LinkedHashSet<String>();
        for (var run : runs(plain)) {
            if (!isHan(run.token())) continue;
            var points = run.token().codePoints().toArray();
            for (var i = 0; i + 2 < points.length; i++) {
                tokens.add(Character.toString(points[i]) + Character.toString(points[i + 2]));
            }
        }
        return tokens;
    }

    /** Only the pairs, or the text itself when it is too short for one. */
    static Set<String> pairs(String plain) {
        var tokens = new LinkedHashSet<String>();
        for (var run : runs(plain)) {
            var points = run.token().codePoints().toArray();
            if (points.length == 1 || !isHan(run.token())) tokens.add(run.token());
            for (var i = 0; isHan(run.token()) && i + 1 < points.length; i++) {
                tokens.add(new String(points, i, 2));
            }
        }
        return tokens;
    }

    /** Runs of Chinese characters, and runs of anything else that is not a space. */
    static List<Gram> runs(String plain) {
        var runs = new ArrayList<Gram>();
        var from = 0;
        while (from < plain.length()) {
            var first = plain.codePointAt(from);
            if (first == ' ') {
                from++;
                continue;
            }
            var to = from + Character.charCount(first);
            while (to < plain.length()
                    && plain.charAt(to) != ' '
                    && isHan(plain.codePointAt(to)) == isHan(first)) {
                to += Character.charCount(plain.codePointAt(to));
            }
            runs.add(new Gram(plain.substring(from, to), from, to));
            from = to;
        }
        return runs;
    }

    static boolean isHan(String token) {
        return !token.isEmpty() && isHan(token.codePointAt(0));
    }

    static boolean isHan(int point) {
        return Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
    }
}
