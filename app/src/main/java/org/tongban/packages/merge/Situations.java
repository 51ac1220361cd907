package org.tongban.packages.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.ItemDefinition.Question;

/** Every way in which a package's questions can be answered. */
public final class Situations {

    /** More than these combinations of answers nobody tries by hand either. */
    public static final int MOST = 4096;

    private Situations() {}

    /** All combinations, up to {@link #MOST}. */
    public static List<Map<String, String>> of(List<Question> questions) {
        List<Map<String, String>> all = List.of(Map.of());
        for (var question : questions) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : all) {
                for (var choice : question.choices()) {
                    if (more.size() >= MOST) return List.copyOf(more);
                    var one = new HashMap<>(before);
                    one.put(question.key(), choice.value());
                    more.add(one);
                }
            }
            all = more;
        }
        return List.copyOf(all);
    }
}
