package org.tongban.casework.notice.wording;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one part of a paper has to be, whatever the words.
 *
 * @param key names the part
 * @param needed the places that have to stand in it
 * @param allowed those that may stand in it beside the needed ones
 * @param statements what it has to say
 */
public record PartForm(
        String key, Set<String> needed, Set<String> allowed, List<Statement> statements) {

    /**
     * Something that has to be said.
     *
     * @param name for the reader of a fault, such as 申请复议的期限（六十日）
     * @param found in words that say it
     */
    public record Statement(String name, Pattern found) {}

    public PartForm {
        needed = Set.copyOf(needed);
        allowed = Set.copyOf(allowed);
        statements = List.copyOf(statements);
    }

    static PartForm part(String key) {
        return new PartForm(key, Set.of(), Set.of(), List.of());
    }

    PartForm needs(String... places) {
        return new PartForm(key, Set.of(places), allowed, statements);
    }

    PartForm mayUse(String... places) {
        return new PartForm(key, needed, Set.of(places), statements);
    }

    PartForm says(Statement... said) {
        return new PartForm(key, needed, allowed, List.of(said));
    }

    /** All places that may stand in it, in the order of the alphabet. */
    public Set<String> places() {
        var all = new TreeSet<>(needed);
        all.addAll(allowed);
        return all;
    }

    /** The needed places that a wording does not have. */
    public List<String> lacking(Wording wording) {
        return needed.stream().filter(place -> !wording.places().contains(place)).sorted().toList();
    }

    /** The places of a wording that cannot be filled. */
    public List<String> unknown(Wording wording) {
        return wording.places().stream().filter(place -> !places().contains(place)).toList();
    }

    /** What a text does not say, though it has to. */
    public Stream<Statement> unsaid(String text) {
        return statements.stream().filter(said -> !said.found().matcher(text).find());
    }
}
