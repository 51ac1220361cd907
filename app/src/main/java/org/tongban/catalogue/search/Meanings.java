package org.tongban.catalogue.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.catalogue.search.PeoplesWords.Meaning;

/** Finds people's words in a text and says what they mean. Never changes. */
final class Meanings {

    private final Map<String, Meaning> byWord = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final int longest;

    /**
     * @param names the name of each item that the words name by its key: every region has an item
     *     of that name, with a key of its own
     */
    Meanings(PeoplesWords words, Map<String, String> names) {
        for (var meaning : words.meanings()) {
            byWord.put(PlainWords.plain(meaning.term()), meaning);
            meaning.items().stream()
                    .filter(names::containsKey)
                    .forEach(
                            item ->
                                    byName.computeIfAbsent(names.get(item), _ -> new HashSet<>())
                                            .add(meaning.term()));
        }
        for (var meaning : words.meanings()) {
            meaning.words().forEach(word -> byWord.putIfAbsent(PlainWords.plain(word), meaning));
        }
        longest = byWord.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * A word found.
     *
     * @param from where it starts in the text, in chars
     */
    record Spoken(String word, int from, int to, Meaning meaning) {}

    /** The words in the text from left to right, of several that overlap the longest. */
    List<Spoken> in(String plain) {
        var found = new ArrayList<Spoken>();
        var taken = new boolean[plain.length()];
        for (var length = Math.min(longest, plain.length()); length > 0; length--) {
            for (var from = 0; from + length <= plain.length(); from++) {
                var meaning = byWord.get(plain.substring(from, from + length));
                if (meaning == null || isTaken(taken, from, from + length)) continue;
                for (var i = from; i < from + length; i++) {
                    taken[i] = true;
                }
                found.add(
                        new Spoken(
                                plain.substring(from, from + length),
                                from,
                                from + length,
                                meaning));
            }
        }
        found.sort(java.util.Comparator.comparingInt(Spoken::from));
        return found;
    }

    /** The text with every word replaced by the term it means. */
    String translated(String plain) {
        var text = new StringBuilder();
        var at = 0;
        for (var spoken : in(plain)) {
            text.append(plain, at, spoken.from()).append(PlainWords.plain(spoken.meaning().term()));
            at = spoken.to();
        }
        return text.append(plain.substring(at)).toString();
    }

    /** Terms that lead to the item by themselves. */
    Set<String> leadingTo(String itemName) {
        return byName.getOrDefault(itemName, Set.of());
    }

    private static boolean isTaken(boolean[] taken, int from, int to) {
        for (var i = from; i < to; i++) {
            if (taken[i]) return true;
        }
        return false;
    }
}
