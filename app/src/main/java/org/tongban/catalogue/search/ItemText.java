package org.tongban.catalogue.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tongban.crypto.Sm3;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an item says that people may search for. Regions that copied an item share one text, so it
 * is read, cut up and understood once however many entries have it.
 *
 * @param agency short name of who decides
 * @param code 基本编码
 * @param asks questions and answers in the item's own words
 */
record ItemText(
        String name,
        String code,
        String agency,
        List<String> called,
        List<String> themes,
        String summary,
        List<String> asks) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MARK_LENGTH = 32;

    ItemText {
        called = List.copyOf(called);
        themes = List.copyOf(themes);
        asks = List.copyOf(asks);
    }

    static ItemText read(String json) {
        return JSON.readValue(json, ItemText.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** Equal for equal texts. */
    static String markOf(String text) {
        return Sm3.hex(text).substring(0, MARK_LENGTH);
    }

    /** Which item it is on every level and in every region: its code and its name. */
    String item() {
        return markOf(code + ' ' + name);
    }

    /** The name without what stands in brackets behind it. */
    String shortName() {
        var bracket = name.indexOf('（');
        return bracket > 0 ? name.substring(0, bracket) : name;
    }

    /**
     * Whether the short name alone means this item: who says 食品经营许可 wants a first one, not its
     * renewal.
     */
    boolean isPlain() {
        return !name.contains("（") || name.matches(".*（(新办|首次|县级).*");
    }

    /** Without what is only found by words: a text that is kept for comparing is small. */
    ItemText asCalled() {
        return new ItemText(name, code, agency, called, themes, "", List.of());
    }

    /** Everything the item is called, its name first. */
    List<String> phrases() {
        var phrases = new LinkedHashSet<String>();
        phrases.add(name);
        phrases.add(shortName());
        phrases.addAll(called);
        return List.copyOf(phrases);
    }

    /**
     * The sentences whose meaning is compared with that of a question. What an item asks is not
     * among them: whether one applies oneself or what it costs is asked about everything.
     */
    List<String> sentences() {
        var sentences = new ArrayList<>(phrases());
        if (!summary.isBlank()) sentences.add(summary);
        return sentences;
    }

    /** The phrases as they are compared with what was typed. */
    Set<String> plainPhrases() {
        var plain = new LinkedHashSet<String>();
        phrases().forEach(phrase -> plain.add(PlainWords.plain(phrase)));
        return plain;
    }
}
