package org.tongban.openapi.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The Chinese words of answers: programs show them to people as they are. */
@Component
public class Words {

    private final Texts texts;

    Words(TextBundles bundles) {
        this.texts = bundles.in(Locale.SIMPLIFIED_CHINESE);
    }

    public String say(String key) {
        return texts.localize(key);
    }

    /** The text with its named places filled. */
    public String say(String key, Map<String, ?> places) {
        return texts.localize(key, places);
    }

    /** The text with its numbered places filled. */
    public String say(String key, List<Object> places) {
        return texts.localize(key, places.toArray());
    }

    /**
     * A fault of the closed list {@code openapi.fault.*}.
     *
     * @param what is put into {@code {what}}: the name of the thing at fault
     */
    public Fault fault(String pointer, String code, String what) {
        return new Fault(pointer, code, say("openapi.fault." + code, Map.of("what", what)));
    }
}
