package org.tongban.catalogue.entry;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.tongban.web.Texts;

/** Says in words where something stands in an entry: 材料 第 3 项 · 名称. */
public final class Places {

    private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d{1,4})])?");

    private Places() {}

    /** The words for a path such as {@code form[0].fields[2].type}. */
    public static String words(String path, Texts texts) {
        var words = new ArrayList<String>();
        var known = new StringBuilder();
        var steps = STEP.matcher(path);
        while (steps.find()) {
            known.append(known.isEmpty() ? "" : ".").append(steps.group(1));
            var key = key(known.toString());
            var name = texts.has(key) ? texts.localize(key) : steps.group(1);
            words.add(
                    steps.group(2) == null
                            ? name
                            : texts.localize(
                                    "entry.row", name, Integer.parseInt(steps.group(2)) + 1));
        }
        return words.isEmpty() ? texts.localize("entry.whole") : String.join(" · ", words);
    }

    /** The key of the words of a part, from its path. */
    public static String key(String path) {
        return "entry."
                + path.replaceAll("\\[\\d{1,4}]", "")
                        // A question of a row is a question like those beside it.
                        .replaceFirst("^form\\.fields\\.fields\\.", "form.fields.");
    }

    /** A value as people read it: a word of a closed list, yes or no, or what was written. */
    public static String value(String path, Object value, Texts texts) {
        var key = key(path) + "." + value;
        if (texts.has(key)) return texts.localize(key);
        if (value instanceof Boolean truth) return texts.localize(truth ? "entry.yes" : "entry.no");
        return String.valueOf(value);
    }
}
