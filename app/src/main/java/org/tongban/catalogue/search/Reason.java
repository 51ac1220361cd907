package org.tongban.catalogue.search;

import java.util.Optional;
import java.util.Set;
import org.tongban.catalogue.Why;

/** Says why a text answers a question, in the order in which a reader would believe it. */
final class Reason {

    /** Parts of a sound that agree by chance are shorter. */
    private static final int SHORTEST_SOUND = 2;

    /** As long as this it is more than the characters it shares. */
    private static final int LONG_SOUND = 3;

    private static final float NEAR = 0.55f;

    private final Question question;
    private final Meanings meanings;
    private final ItemText text;

    private Reason(Question question, Meanings meanings, ItemText text) {
        this.question = question;
        this.meanings = meanings;
        this.text = text;
    }

    static Why of(Question question, Ranked ranked, Meanings meanings) {
        return new Reason(question, meanings, ranked.text()).why(ranked);
    }

    private Why why(Ranked ranked) {
        if (question.plain().equals(text.code())) return new Why.Code(text.code());
        if (question.letters().isPresent()) return letters(question.plain());
        var name = PlainWords.plain(text.name());
        if (!question.subject().isEmpty() && name.contains(question.subject())) {
            return new Why.Name();
        }
        return called().or(this::word)
                .or(() -> sound(LONG_SOUND))
                .or(() -> sharesMost(Set.of(name)) ? Optional.of(new Why.Name()) : Optional.empty())
                .or(() -> sound(SHORTEST_SOUND))
                .or(
                        () ->
                                ranked.meaning() >= NEAR
                                        ? Optional.of(new Why.Sentence(ranked.sentence().get()))
                                        : Optional.empty())
                .orElseGet(Why.Mention::new);
    }

    private Optional<Why> called() {
        return text.called().stream()
                .filter(
                        called -> {
                            var plain = PlainWords.plain(called);
                            return plain.equals(question.plain())
                                    || plain.equals(question.subject())
                                    || question.plain().contains(plain)
                                    || (question.subject().length() > 1
                                            && plain.contains(question.subject()));
                        })
                .findFirst()
                .map(Why.Called::new);
    }

    /** A word whose meaning the item's own words share, or that leads to the item. */
    private Optional<Why> word() {
        var leads = meanings.leadingTo(text.name());
        return question.spoken().stream()
                .filter(spoken -> !spoken.word().equals(PlainWords.plain(spoken.meaning().term())))
                .filter(
                        spoken ->
                                leads.contains(spoken.meaning().term())
                                        || text.plainPhrases().stream()
                                                .flatMap(phrase -> meanings.in(phrase).stream())
                                                .anyMatch(
                                                        own ->
                                                                own.meaning()
                                                                        .equals(spoken.meaning())))
                .findFirst()
                .map(spoken -> new Why.Word(spoken.word(), spoken.meaning().term()));
    }

    private boolean sharesMost(Set<String> phrases) {
        var asked = Grams.pairs(question.subject());
        if (asked.isEmpty()) return false;
        return phrases.stream()
                .map(Grams::pairs)
                .anyMatch(
                        pairs ->
                                asked.stream().filter(pairs::contains).count() * 2 >= asked.size());
    }

    /** The longest part that is written otherwise and sounds the same. */
    private Optional<Why> sound(int shortest) {
        var best = Optional.<Why.Sound>empty();
        for (var run : Grams.runs(question.subject())) {
            if (!Grams.isHan(run.token())) continue;
            for (var phrase : text.plainPhrases()) {
                for (var other : Grams.runs(phrase)) {
                    if (!Grams.isHan(other.token())) continue;
                    var found = sameSound(run.token(), other.token());
                    if (found.isPresent()
                            && found.get().said().length()
                                    > best.map(sound -> sound.said().length()).orElse(0)) {
                        best = found;
                    }
                }
            }
        }
        return best.filter(sound -> sound.said().length() >= shortest).map(sound -> sound);
    }

    private static Optional<Why.Sound> sameSound(String said, String meant) {
        var some = Sounds.syllables(said).stream().map(Sounds::blurred).toList();
        var others = Sounds.syllables(meant).stream().map(Sounds::blurred).toList();
        if (some.size() != said.length() || others.size() != meant.length()) {
            return Optional.empty();
        }
        var best = Optional.<Why.Sound>empty();
        for (var i = 0; i < some.size(); i++) {
            for (var j = 0; j < others.size(); j++) {
                var length = 0;
                while (i + length < some.size()
                        && j + length < others.size()
                        && some.get(i + length).equals(others.get(j + length))) {
                    length++;
                }
                var typed = said.substring(i, i + length);
                var written = meant.substring(j, j + length);
                if (length >= SHORTEST_SOUND
                        && !typed.equals(written)
                        && length > best.map(sound -> sound.said().length()).orElse(0)) {
                    best = Optional.of(new Why.Sound(typed, written));
                }
            }
        }
        return best;
    }

    private Why letters(String typed) {
        var spelt = Sounds.spelt(typed).map(Sounds::pairs).orElse(java.util.List.of());
        return text.phrases().stream()
                .filter(
                        phrase -> {
                            var plain = PlainWords.plain(phrase);
                            return Sounds.initials(plain).contains(typed)
                                    || (!spelt.isEmpty() && Sounds.pairs(plain).containsAll(spelt));
                        })
                .findFirst()
                .<Why>map(phrase -> new Why.Letters(typed, phrase))
                .orElseGet(Why.Mention::new);
    }
}
