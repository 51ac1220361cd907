package org.tongban.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.tongban.web.Texts.Language;

/**
 * Every text file on the class path, {@code messages/<bundle>_<language>.properties}, read once in
 * UTF-8. A module brings its own bundle; a place adds a language by adding files.
 */
@Component
public final class TextBundles {

    private static final Pattern FILE = Pattern.compile("[^_]+_(.+)\\.properties");

    private final Map<Locale, Map<String, String>> texts = new HashMap<>();

    /**
     * @throws IllegalStateException when two bundles of a language give the same key, for then one
     *     of them would be lost
     */
    public TextBundles() {
        try {
            var files =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:messages/*.properties");
            for (var file : files) {
                var name = FILE.matcher(String.valueOf(file.getFilename()));
                if (name.matches()) {
                    add(Locale.forLanguageTag(name.group(1).replace('_', '-')), file);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The words of a language; Chinese where that language is unknown. */
    public Texts in(Locale locale) {
        var chinese = texts.getOrDefault(Preferences.CHINESE, Map.of());
        return texts.containsKey(locale)
                ? new Texts(locale, texts.getOrDefault(locale, chinese), chinese, offered())
                : new Texts(Preferences.CHINESE, chinese, chinese, offered());
    }

    /** The languages there are texts in. */
    public Set<Locale> locales() {
        return Set.copyOf(texts.keySet());
    }

    /** All keys of one language, without those it takes from Chinese. */
    public Set<String> keys(Locale locale) {
        return Set.copyOf(texts.getOrDefault(locale, Map.of()).keySet());
    }

    private List<Language> offered() {
        return texts.entrySet().stream()
                .sorted(Comparator.comparing(entry -> place(entry.getKey())))
                .map(entry -> new Language(entry.getKey().toLanguageTag(), name(entry)))
                .toList();
    }

    /** Chinese sorts before every other language, these by their tag. */
    private static String place(Locale locale) {
        return locale.equals(Preferences.CHINESE) ? "" : locale.toLanguageTag();
    }

    private static String name(Map.Entry<Locale, Map<String, String>> language) {
        return language.getValue().getOrDefault("language.name", language.getKey().toLanguageTag());
    }

    private void add(Locale locale, Resource file) throws IOException {
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        var known = texts.computeIfAbsent(locale, _ -> new HashMap<>());
        for (var key : read.stringPropertyNames()) {
            if (known.put(key, read.getProperty(key)) != null) {
                throw new IllegalStateException(
                        "The key " + key + " stands twice in " + locale + "; again in " + file);
            }
        }
    }
}
