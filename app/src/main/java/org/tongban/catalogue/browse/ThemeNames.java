package org.tongban.catalogue.browse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import tools.jackson.databind.json.JsonMapper;

/**
 * What themes are called in the reader's language. The place gives its themes names in other
 * languages; one without keeps the name it has.
 */
@Component
class ThemeNames {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Directory directory;
    private volatile Known known = new Known("", Map.of());

    ThemeNames(Directory directory) {
        this.directory = directory;
    }

    /**
     * English names as read from one state of the place.
     *
     * @param source the text they were read from; another one is read anew
     */
    private record Known(String source, Map<String, String> english) {}

    String in(Locale locale, String theme) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? english().getOrDefault(theme, theme)
                : theme;
    }

    private Map<String, String> english() {
        var source = directory.current().identity().map(Place.Identity::policies).orElse("{}");
        var now = known;
        if (!now.source().equals(source)) {
            now = new Known(source, read(source));
            known = now;
        }
        return now.english();
    }

    private static Map<String, String> read(String source) {
        var names = new HashMap<String, String>();
        for (var theme : JSON.readTree(source).path("themes")) {
            names.put(theme.path("name").asString(""), theme.path("en").asString(""));
        }
        return Map.copyOf(names);
    }
}
