package org.tongban.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The screen's words in one language. A text that the language lacks is given in Chinese; a key
 * that does not exist at all comes back as itself, which a test over all templates rules out.
 *
 * <p>Places in a text are written {@code {0}} or {@code {name}}. What is put in is plain text; the
 * template escapes the whole.
 */
public final class Texts {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final Locale locale;
    private final Map<String, String> own;
    private final Map<String, String> chinese;
    private final List<Language> languages;

    /**
     * A language the reader can change to.
     *
     * @param tag as in the {@code lang} attribute
     * @param name in that language itself
     */
    public record Language(String tag, String name) {}

    Texts(
            Locale locale,
            Map<String, String> own,
            Map<String, String> chinese,
            List<Language> languages) {
        this.locale = locale;
        this.own = own;
        this.chinese = chinese;
        this.languages =
                languages.stream()
                        .filter(language -> !language.tag().equals(locale.toLanguageTag()))
                        .toList();
    }

    /** The languages there are besides this one, Chinese first. */
    public List<Language> otherLanguages() {
        return languages;
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return own.containsKey(key) || chinese.containsKey(key);
    }

    /** The text with its numbered places filled. */
    public String localize(String key, Object... arguments) {
        return fill(
                text(key),
                place -> {
                    var index = place.matches("\\d{1,2}") ? Integer.parseInt(place) : -1;
                    return index >= 0 && index < arguments.length
                            ? String.valueOf(arguments[index])
                            : "{" + place + "}";
                });
    }

    /** The text with its named places filled. */
    public String localize(String key, Map<String, ?> arguments) {
        return fill(
                text(key),
                place ->
                        arguments.containsKey(place)
                                ? String.valueOf(arguments.get(place))
                                : "{" + place + "}");
    }

    /**
     * A text about a number, which fills {@code {0}}. Languages with a singular keep it under the
     * key with {@code .one}.
     */
    public String count(String key, long number) {
        var singular = key + ".one";
        return localize(number == 1 && own.containsKey(singular) ? singular : key, number);
    }

    private String text(String key) {
        var text = own.get(key);
        return text == null ? chinese.getOrDefault(key, key) : text;
    }

    private static String fill(String text, java.util.function.UnaryOperator<String> value) {
        return text.indexOf('{') < 0
                ? text
                : PLACE.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }
}
