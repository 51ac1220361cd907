package org.tongban.casework.notice.wording;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tongban.web.TextBundles;

/**
 * The words of all papers of a place, read once: its own, and the standard ones for papers that it
 * leaves alone. Papers are Chinese whatever language the screen speaks.
 *
 * @param papers by the name of the paper and the key of the part
 */
public record PaperWords(Map<String, Map<String, Wording>> papers) {

    private static final String STANDARD = "notice.";

    public PaperWords {
        papers = Map.copyOf(papers);
    }

    /** The words that the application brings. */
    public static PaperWords standard(TextBundles bundles) {
        var texts = bundles.in(Locale.SIMPLIFIED_CHINESE);
        var papers = new HashMap<String, Map<String, Wording>>();
        for (var key : bundles.keys(Locale.SIMPLIFIED_CHINESE)) {
            var name = key.startsWith(STANDARD) ? key.substring(STANDARD.length()) : "";
            var dot = name.indexOf('.');
            if (dot > 0) {
                papers.computeIfAbsent(name.substring(0, dot), _ -> new HashMap<>())
                        .put(
                                name.substring(dot + 1),
                                Wording.of(texts.localize(key, Map.<String, String>of())));
            }
        }
        return new PaperWords(papers);
    }

    /**
     * These, where a place does not use words of its own. A place whose pack is older than a part
     * of a paper says that part in the standard words.
     *
     * @param own texts by paper and part
     */
    public PaperWords with(Map<String, Map<String, String>> own) {
        var together = new HashMap<>(papers);
        own.forEach(
                (paper, parts) -> {
                    var read = new HashMap<>(papers.getOrDefault(paper, Map.of()));
                    parts.forEach((part, text) -> read.put(part, Wording.of(text)));
                    together.put(paper, Map.copyOf(read));
                });
        return new PaperWords(together);
    }

    /** The words of a part, if the paper has it. */
    public Optional<Wording> find(String paper, String part) {
        return Optional.ofNullable(papers.getOrDefault(paper, Map.of()).get(part));
    }

    /**
     * A part as it stands on the paper.
     *
     * @throws IllegalArgumentException when there are no such words
     */
    public String say(String paper, String part, Map<String, ?> values) {
        return find(paper, part)
                .orElseThrow(
                        () -> new IllegalArgumentException("no words for " + paper + "." + part))
                .with(values);
    }
}
