package org.tongban.catalogue.search;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How Chinese text is read. Characters with several readings are read by the words they stand in.
 * Syllables are kept without tone, and sounds that many speakers do not part are one: zh and z, ch
 * and c, sh and s, ang and an, eng and en, ing and in.
 */
final class Sounds {

    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST_INITIALS = 12;

    /** All syllables of the language, as people type them. */
    private static final Set<String> SYLLABLES =
            Arrays.stream(Pinyin.values())
                    .map(Pinyin::getPinyinWithoutTone)
                    .filter(syllable -> syllable.matches("[a-zü]+"))
                    .map(syllable -> syllable.replace('ü', 'v'))
                    .collect(Collectors.toUnmodifiableSet());

    private Sounds() {}

    /** One syllable a character of the run, as it is pronounced and typed. */
    static List<String> syllables(String han) {
        return PinyinDictionary.convertToPinyin(han).stream().map(Sounds::typed).toList();
    }

    private static String typed(Pinyin pinyin) {
        return pinyin == Pinyin.none5 ? "" : pinyin.getPinyinWithoutTone().replace('ü', 'v');
    }

    /** The syllable as a speaker without the fine differences says it. */
    static String blurred(String syllable) {
        var start =
                syllable.replaceFirst("^zh", "z").replaceFirst("^ch", "c").replaceFirst("^sh", "s");
        return start.endsWith("ang") || start.endsWith("eng") || start.endsWith("ing")
                ? start.substring(0, start.length() - 1)
                : start;
    }

    /** Pairs of neighbouring blurred syllables of every Chinese run. */
    static Set<String> pairs(String plain) {
        var pairs = new LinkedHashSet<String>();
        for (var run : Grams.runs(plain)) {
            if (Grams.isHan(run.token())) pairs.addAll(pairs(syllables(run.token())));
        }
        return pairs;
    }

    /** Pairs of these syllables, blurred. */
    static List<String> pairs(List<String> syllables) {
        var pairs = new ArrayList<String>();
        for (var i = 0; i + 1 < syllables.size(); i++) {
            pairs.add(pair(syllables.get(i), syllables.get(i + 1)));
        }
        return pairs;
    }

    static String pair(String first, String second) {
        return blurred(first) + ' ' + blurred(second);
    }

    /** First letters of the syllables: spjyxk. */
    static String initials(String plain) {
        var letters = new StringBuilder();
        for (var run : Grams.runs(plain)) {
            if (!Grams.isHan(run.token())) {
                letters.append(run.token());
                continue;
            }
            syllables(run.token()).stream()
                    .filter(syllable -> !syllable.isEmpty())
                    .forEach(syllable -> letters.append(syllable.charAt(0)));
        }
        return letters.toString();
    }

    /** Every part of the initials that somebody may type, from two letters on. */
    static Set<String> partsOfInitials(String initials) {
        var parts = new LinkedHashSet<String>();
        for (var from = 0; from < initials.length(); from++) {
            for (var to = from + 2;
                    to <= Math.min(initials.length(), from + LONGEST_INITIALS);
                    to++) {
                parts.add(initials.substring(from, to));
            }
        }
        return parts;
    }

    /**
     * The letters as syllables, the fewest that fill them; empty when they are no pinyin.
     *
     * @param letters small Latin letters only
     */
    static Optional<List<String>> spelt(String letters) {
        var count = new int[letters.length() + 1];
        var before = new int[letters.length() + 1];
        Arrays.fill(count, Integer.MAX_VALUE);
        count[0] = 0;
        for (var to = 1; to <= letters.length(); to++) {
            for (var from = Math.max(0, to - LONGEST_SYLLABLE); from < to; from++) {
                if (count[from] != Integer.MAX_VALUE
                        && count[from] + 1 < count[to]
                        && SYLLABLES.contains(letters.substring(from, to))) {
                    count[to] = count[from] + 1;
                    before[to] = from;
                }
            }
        }
        if (letters.isEmpty() || count[letters.length()] == Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var syllables = new ArrayList<String>();
        for (var to = letters.length(); to > 0; to = before[to]) {
            syllables.addFirst(letters.substring(before[to], to));
        }
        return Optional.of(syllables);
    }
}
