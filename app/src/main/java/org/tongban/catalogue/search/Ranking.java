package org.tongban.catalogue.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.tongban.catalogue.search.Meanings.Spoken;

/**
 * Puts the texts that answer a question in order. Words and meaning are judged each for themselves
 * and then together: the words are sure where they agree, the meaning knows what was meant where
 * they do not.
 */
final class Ranking {

    /** Texts looked at closely. */
    private static final int MOST_BY_WORDS = 60;

    private static final int MOST_SENTENCES = 120;

    /** Texts whose phrases are compared with the question. */
    private static final int MOST_COMPARED = 40;

    /** Nothing in the index says this part: it may be noise, or the very thing that is missing. */
    private static final double UNKNOWN = 0.55;

    /**
     * How much the share of the question counts that is answered, beside the likeness of phrases.
     */
    private static final float COVERED = 0.6f;

    private static final float VERY_NAME = 0.5f;
    private static final float VERY_WORDS = 0.3f;

    /** Cosines of this model lie in a narrow band; below the first two sentences share nothing. */
    private static final float FAR = 0.45f;

    private static final float NEAR = 0.85f;

    /** Share of the words when both are asked. */
    private static final float WORDS = 0.6f;

    /** Taken off for each known meaning in the question that a text does not have. */
    private static final float UNMET = 0.15f;

    /** Share of a phrase that a meaning fills when the phrase says nothing else of weight. */
    private static final double MOST_OF_IT = 0.6;

    private static final Pattern VARIANT = Pattern.compile("（(变更|延续|注销|补办|换证|补领)");
    private static final float NOT_SAID = 0.08f;

    /** Below this the best of a search is only the nearest. */
    static final float SURE = 0.42f;

    /** Share of the best score below which a hit is noise. */
    private static final float FAINT = 0.45f;

    private final IndexSearcher searcher;
    private final Meanings meanings;
    private final Map<String, Prepared> prepared;

    /**
     * @param prepared texts that are ready for comparing; grows with what is asked
     */
    Ranking(IndexSearcher searcher, Meanings meanings, Map<String, Prepared> prepared) {
        this.searcher = searcher;
        this.meanings = meanings;
        this.prepared = prepared;
    }

    /** Best first. Empty for a question without anything readable. */
    List<Ranked> of(Question question, Means means) throws IOException {
        if (question.isEmpty()) return List.of();
        var covered = means == Means.MEANING ? Map.<String, Float>of() : covered(question);
        var near =
                means == Means.WORDS || question.letters().isPresent()
                        ? Map.<String, Near>of()
                        : near(question);
        var candidates = new ArrayList<Ranked>();
        var marks = promising(covered, near);
        var texts = texts(marks);
        for (var mark : marks) {
            var text = texts.get(mark);
            if (text == null) continue;
            candidates.add(
                    ranked(
                            question,
                            mark,
                            text,
                            covered.getOrDefault(mark, 0f),
                            near.getOrDefault(mark, Near.NONE),
                            means));
        }
        candidates.sort(
                Comparator.comparingDouble(Ranked::score)
                        .reversed()
                        .thenComparing(ranked -> ranked.text().name())
                        .thenComparing(Ranked::mark));
        return withoutNoise(candidates);
    }

    /** What is not among the best by words and meaning will not become it by its phrases. */
    private static Set<String> promising(Map<String, Float> covered, Map<String, Near> near) {
        var marks = new HashSet<>(covered.keySet());
        marks.addAll(near.keySet());
        return marks.stream()
                .sorted(
                        Comparator.<String>comparingDouble(
                                        mark ->
                                                WORDS * covered.getOrDefault(mark, 0f)
                                                        + (1 - WORDS)
                                                                * near.getOrDefault(mark, Near.NONE)
                                                                        .likeness())
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_COMPARED)
                .collect(Collectors.toSet());
    }

    private static List<Ranked> withoutNoise(List<Ranked> sorted) {
        if (sorted.isEmpty()) return sorted;
        var least = sorted.getFirst().score() * FAINT;
        return sorted.stream().takeWhile(ranked -> ranked.score() > least).toList();
    }

    private Ranked ranked(
            Question question, String mark, Prepared ready, float covered, Near near, Means means) {
        var text = ready.text();
        var words =
                COVERED * covered
                        + (1 - COVERED) * likeness(question, ready)
                        + exact(question, ready);
        var meaning = near.likeness();
        var score =
                switch (means) {
                    case WORDS -> words;
                    case MEANING -> meaning;
                    case BOTH ->
                            question.letters().isPresent()
                                    ? words
                                    : WORDS * words + (1 - WORDS) * meaning;
                };
        var unmet = question.spoken().stream().filter(spoken -> !meets(ready, spoken)).toList();
        return new Ranked(
                mark,
                text,
                score - UNMET * unmet.size() - variant(question, text),
                unmet,
                question.spoken().size() - unmet.size(),
                words,
                near.cosine(),
                near.sentence());
    }

    /**
     * Whether the text has this meaning. Somebody who lost a certificate and is shown how to get a
     * first one has not been helped, nor somebody hurt at work by a lawyer who also takes such
     * cases: what people call an item counts only where it says little else.
     */
    private boolean meets(Prepared ready, Spoken spoken) {
        var meaning = spoken.meaning();
        if (meanings.leadingTo(ready.text().name()).contains(meaning.term())) return true;
        if (has(ready.name(), meaning, 0)) return true;
        var share = meaning.items().isEmpty() ? MOST_OF_IT : 0;
        return ready.called().stream().anyMatch(called -> has(called, meaning, share));
    }

    private static boolean has(Prepared.Said phrase, PeoplesWords.Meaning meaning, double share) {
        return phrase.meanings().stream()
                .anyMatch(
                        own ->
                                own.meaning().equals(meaning)
                                        && own.to() - own.from()
                                                >= share * phrase.plain().length());
    }

    /** A first application is what people mean unless they say that they have one already. */
    private static float variant(Question question, ItemText text) {
        var found = VARIANT.matcher(text.name());
        return found.find()
                        && question.spoken().stream()
                                .noneMatch(
                                        spoken -> spoken.meaning().term().contains(found.group(1)))
                        && !question.plain().contains(found.group(1))
                ? NOT_SAID
                : 0;
    }

    /** The share of the question that each text answers, by the weight of its parts. */
    private Map<String, Float> covered(Question question) throws IOException {
        var texts = Math.max(1, docFreq(new Term(Fields.KIND, Fields.TEXT)));
        var whole = new BooleanQuery.Builder();
        var most = 0f;
        for (var unit : question.units()) {
            var weight = weight(unit, texts);
            most += weight;
            whole.add(query(unit, weight), Occur.SHOULD);
        }
        var found = new HashMap<String, Float>();
        if (most > 0) {
            var hits = searcher.search(whole.build(), MOST_BY_WORDS);
            var marks = Columns.keywords(searcher, hits.scoreDocs, Fields.OF);
            for (var i = 0; i < hits.scoreDocs.length; i++) {
                found.put(marks.get(i), hits.scoreDocs[i].score / most);
            }
        }
        var exact =
                searcher.search(
                        new ConstantScoreQuery(
                                new TermQuery(new Term(Fields.EXACT, question.plain()))),
                        MOST_BY_WORDS);
        Columns.keywords(searcher, exact.scoreDocs, Fields.OF)
                .forEach(mark -> found.putIfAbsent(mark, 1f));
        return found;
    }

    private static Query query(Unit unit, float weight) {
        var answers = new ArrayList<Query>();
        unit.answers()
                .forEach(
                        (term, value) ->
                                answers.add(
                                        new BoostQuery(
                                                new ConstantScoreQuery(new TermQuery(term)),
                                                weight * value)));
        return new DisjunctionMaxQuery(answers, 0f);
    }

    /** What many items say tells little. */
    private float weight(Unit unit, int texts) throws IOException {
        var most = 0;
        for (var term : unit.answers().keySet()) {
            if (Unit.SURE.contains(term.field())) most = Math.max(most, docFreq(term));
        }
        if (most == 0) {
            for (var term : unit.answers().keySet()) {
                most = Math.max(most, docFreq(term));
            }
        }
        if (most == 0) return (float) (UNKNOWN * Math.log(1.0 + texts));
        return (float) Math.log(1 + (texts - most + 0.5) / (most + 0.5));
    }

    private int docFreq(Term term) throws IOException {
        return searcher.getIndexReader().docFreq(term);
    }

    /** The nearest sentence of a text. */
    private record Near(float cosine, Supplier<String> sentence) {
        static final Near NONE = new Near(0, () -> "");

        /** 0 to 1. */
        float likeness() {
            return Math.clamp((cosine - FAR) / (NEAR - FAR), 0f, 1f);
        }
    }

    private Map<String, Near> near(Question question) throws IOException {
        var hits =
                searcher.search(
                        new KnnFloatVectorQuery(
                                Fields.MEANING,
                                Sentences.meaning(question.plain()),
                                MOST_SENTENCES),
                        MOST_SENTENCES);
        var marks = Columns.keywords(searcher, hits.scoreDocs, Fields.OF);
        var nearest = new HashMap<String, Near>();
        for (var i = 0; i < hits.scoreDocs.length; i++) {
            var document = hits.scoreDocs[i].doc;
            // Lucene's score of two vectors of length one is half of one more than their product.
            nearest.putIfAbsent(
                    marks.get(i),
                    new Near(2 * hits.scoreDocs[i].score - 1, () -> sentence(document)));
        }
        return nearest;
    }

    private String sentence(int document) {
        try {
            return searcher.storedFields()
                    .document(document, Set.of(Fields.STORED))
                    .get(Fields.STORED);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, Prepared> texts(Set<String> marks) throws IOException {
        var texts = new HashMap<String, Prepared>();
        for (var mark : marks) {
            var ready = prepared.get(mark);
            if (ready != null) texts.put(mark, ready);
        }
        var wanted =
                marks.stream()
                        .filter(mark -> !texts.containsKey(mark))
                        .map(Fields::textId)
                        .collect(Collectors.toSet());
        if (wanted.isEmpty()) return texts;
        var hits = searcher.search(Columns.anyOf(Fields.ID, wanted), wanted.size());
        var found = Columns.keywords(searcher, hits.scoreDocs, Fields.OF);
        var stored = searcher.storedFields();
        for (var i = 0; i < hits.scoreDocs.length; i++) {
            var text =
                    ItemText.read(
                            stored.document(hits.scoreDocs[i].doc, Set.of(Fields.STORED))
                                    .get(Fields.STORED));
            var ready = Prepared.of(text, meanings);
            prepared.put(found.get(i), ready);
            texts.put(found.get(i), ready);
        }
        return texts;
    }

    private static float exact(Question question, Prepared ready) {
        var text = ready.text();
        if (question.plain().equals(text.code())
                || question.plain().equals(ready.name().plain())
                || question.plain().equals(ready.shortName())) {
            return VERY_NAME;
        }
        if (question.letters().isPresent()) return letters(question.plain(), text);
        return ready.isCalled(question.plain()) || ready.isCalled(question.subject())
                ? VERY_WORDS
                : 0;
    }

    private static float letters(String typed, ItemText text) {
        var name = Sounds.initials(PlainWords.plain(text.name()));
        if (name.equals(typed)) return VERY_NAME;
        if (name.startsWith(typed)) return text.isPlain() ? VERY_WORDS + 0.1f : VERY_WORDS;
        return 0;
    }

    /** How like the question is to the phrase of the text that is most like it, 0 to 1. */
    private static float likeness(Question question, Prepared ready) {
        if (question.letters().isPresent()) return likeness(question.plain(), ready);
        var best = 0f;
        for (var phrase : ready.phrases()) {
            best = Math.max(best, question.pairs().likeness(phrase.pairs()));
            best = Math.max(best, TRANSLATED * question.meant().likeness(phrase.meant()));
        }
        return best;
    }

    private static final float TRANSLATED = 0.95f;

    private static float likeness(String letters, Prepared ready) {
        var asked = Set.copyOf(Sounds.spelt(letters).map(Sounds::pairs).orElse(List.of()));
        var best = 0f;
        for (var phrase : ready.phrases()) {
            best = Math.max(best, shared(asked, Sounds.pairs(phrase.plain())));
            var initials = Sounds.initials(phrase.plain());
            if (initials.contains(letters)) {
                best = Math.max(best, letters.length() / (float) initials.length());
            }
        }
        return best;
    }

    /** Twice what is shared by all there is. */
    private static float shared(Set<String> some, Set<String> others) {
        if (some.isEmpty() || others.isEmpty()) return 0;
        var both = some.stream().filter(others::contains).count();
        return 2f * both / (some.size() + others.size());
    }
}
