package org.tongban.pack.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.tongban.pack.text.Node;

/** Values that may stand only once in a list. */
final class Duplicates {

    private Duplicates() {}

    /** A value that stands there again. */
    record Again(String value, int line, int firstLine) {
        String message() {
            return "“" + value + "”重复，第一次在第 " + firstLine + " 行";
        }
    }

    static List<Again> find(List<Node> list, String key) {
        var seen = new HashMap<String, Integer>();
        var found = new ArrayList<Again>();
        for (var node : list) {
            var value = node.text(key);
            if (value.isEmpty()) continue;
            var first = seen.putIfAbsent(value, node.lineOf(key));
            if (first != null) found.add(new Again(value, node.lineOf(key), first));
        }
        return found;
    }
}
