package org.tongban.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.tongban.catalogue.search.Meanings.Spoken;

/**
 * What was asked, made plain and cut into its parts.
 *
 * @param plain as typed, half-width and small, at most {@value PlainWords#MOST_CHARACTERS}
 *     characters
 * @param subject the characters that say something, parted by spaces where something was left out
 * @param pairs of the subject, for comparing
 * @param meant those of the subject with people's words replaced by their terms
 * @param letters the whole question when it is nothing but Latin letters: pinyin or initials
 */
record Question(
        String plain,
        String subject,
        List<Spoken> spoken,
        List<Unit> units,
        PairSet pairs,
        PairSet meant,
        Optional<String> letters) {

    private static final int MOST_UNITS = 60;
    private static final int MOST_LETTERS = 40;

    Question {
        spoken = List.copyOf(spoken);
        units = List.copyOf(units);
    }

    /**
     * @param isWord whether two characters stand together in the name of an item or in what people
     *     call it
     */
    static Question of(String typed, Meanings meanings, Predicate<String> isWord) {
        var plain = PlainWords.of(typed);
        var together = plain.replace(" ", "");
        if (together.matches("[a-z]{2," + MOST_LETTERS + "}")) return spelt(together);
        var telling = PlainWords.telling(plain, isWord);
        var spoken = meanings.in(plain);
        var subject = subject(plain, telling);
        return new Question(
                plain,
                subject,
                spoken,
                units(plain, telling, spoken),
                PairSet.of(subject),
                PairSet.of(meanings.translated(subject)),
                Optional.empty());
    }

    boolean isEmpty() {
        return plain.isEmpty();
    }

    /** Letters as they are typed for Chinese: whole syllables, or the first letters only. */
    private static Question spelt(String letters) {
        var units = new ArrayList<Unit>();
        Sounds.spelt(letters)
                .map(Sounds::pairs)
                .orElse(List.of())
                .forEach(
                        pair ->
                                units.add(
                                        new Unit(
                                                0,
                                                letters.length(),
                                                Map.of(new Term(Fields.SOUND, pair), Unit.NAME))));
        if (units.isEmpty()) {
            units.add(
                    new Unit(
                            0,
                            letters.length(),
                            Map.of(
                                    new Term(Fields.NAME, letters), Unit.NAME,
                                    new Term(Fields.CALLED, letters), Unit.CALLED,
                                    new Term(Fields.INITIALS, letters), Unit.NAME)));
        }
        var pairs = PairSet.of(letters);
        return new Question(letters, letters, List.of(), units, pairs, pairs, Optional.of(letters));
    }

    private static String subject(String plain, boolean[] telling) {
        var subject = new StringBuilder();
        for (var i = 0; i < plain.length(); i++) {
            subject.append(telling[i] ? plain.charAt(i) : ' ');
        }
        return subject.toString().replaceAll(" +", " ").strip();
    }

    private static List<Unit> units(String plain, boolean[] telling, List<Spoken> spoken) {
        var units = new ArrayList<Unit>();
        for (var run : Grams.runs(masked(plain, telling))) {
            if (Grams.isHan(run.token())) {
                han(run, spoken, units);
            } else {
                units.add(unit(run.from(), run.to(), run.token(), spoken));
            }
        }
        for (var word : spoken) {
            // Beside the pairs in it, the word as a whole: it is what the question is about.
            units.add(new Unit(word.from(), word.to(), meant(word)));
        }
        return units.size() <= MOST_UNITS ? units : units.subList(0, MOST_UNITS);
    }

    /** The same length as the text, with spaces for what says nothing. */
    private static String masked(String plain, boolean[] telling) {
        var masked = new StringBuilder(plain);
        for (var i = 0; i < masked.length(); i++) {
            if (!telling[i]) masked.setCharAt(i, ' ');
        }
        return masked.toString();
    }

    private static void han(Grams.Gram run, List<Spoken> spoken, List<Unit> units) {
        var points = run.token().codePoints().toArray();
        var sounds = Sounds.syllables(run.token());
        if (points.length == 1) {
            units.add(unit(run.from(), run.to(), run.token(), spoken));
            return;
        }
        var at = run.from();
        for (var i = 0; i + 1 < points.length; i++) {
            var pair = new String(points, i, 2);
            var answers = answers(pair);
            if (sounds.size() == points.length) {
                answers.put(
                        new Term(Fields.SOUND, Sounds.pair(sounds.get(i), sounds.get(i + 1))),
                        Unit.SOUND);
            }
            answers.put(new Term(Fields.SKIP, pair), Unit.SKIP);
            if (i + 2 < points.length) {
                // A character too many: the pair without its middle.
                var around = Character.toString(points[i]) + Character.toString(points[i + 2]);
                answers.putIfAbsent(new Term(Fields.NAME, around), Unit.SKIP);
                answers.putIfAbsent(new Term(Fields.CALLED, around), Unit.SKIP);
            }
            var to = at + pair.length();
            units.add(new Unit(at, to, withMeaning(answers, at, to, spoken)));
            at += Character.charCount(points[i]);
        }
    }

    private static Unit unit(int from, int to, String token, List<Spoken> spoken) {
        return new Unit(from, to, withMeaning(answers(token), from, to, spoken));
    }

    private static Map<Term, Float> answers(String token) {
        var answers = new LinkedHashMap<Term, Float>();
        answers.put(new Term(Fields.NAME, token), Unit.NAME);
        answers.put(new Term(Fields.CALLED, token), Unit.CALLED);
        answers.put(new Term(Fields.THEME, token), Unit.THEME);
        answers.put(new Term(Fields.ORGAN, token), Unit.ORGAN);
        answers.put(new Term(Fields.SUMMARY, token), Unit.SUMMARY);
        answers.put(new Term(Fields.ASK, token), Unit.ASK);
        return answers;
    }

    /** A part of a word that people use is answered by what the word means. */
    private static Map<Term, Float> withMeaning(
            Map<Term, Float> answers, int from, int to, List<Spoken> spoken) {
        for (var word : spoken) {
            if (word.from() < to && from < word.to()) answers.putAll(meant(word));
        }
        return answers;
    }

    private static Map<Term, Float> meant(Spoken word) {
        var term = word.meaning().term();
        return Map.of(
                new Term(Fields.TERM, term), Unit.TERM, new Term(Fields.LEAD, term), Unit.LEAD);
    }
}
