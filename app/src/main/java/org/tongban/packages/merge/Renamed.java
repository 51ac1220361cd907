package org.tongban.packages.merge;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * An item's condition in the words of the merged form. Only what stands outside of texts in
 * quotation marks is looked at; whether the outcome can be evaluated is checked by the compiler.
 */
public final class Renamed {

    private static final Set<String> MAPS = Set.of("situation", "form");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern POINT = Pattern.compile("\\s*\\.\\s*([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern BRACKET =
            Pattern.compile("\\s*\\[\\s*(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")\\s*\\]");

    private Renamed() {}

    /** What a reference becomes. */
    public interface To {
        /** In place of {@code map.key}. */
        String reference(String map, String key);
    }

    /** The condition with every reference to the situation or the form renamed. */
    public static String of(String condition, To to) {
        var said = new StringBuilder();
        var at = 0;
        while (at < condition.length()) {
            var sign = condition.charAt(at);
            if (sign == '\'' || sign == '"') {
                var end = endOfText(condition, at);
                said.append(condition, at, end);
                at = end;
                continue;
            }
            var word = WORD.matcher(condition).region(at, condition.length());
            if (!word.lookingAt()) {
                said.append(sign);
                at++;
                continue;
            }
            at = word.end();
            if (!MAPS.contains(word.group()) || followsPoint(said)) {
                said.append(word.group());
                continue;
            }
            var point = POINT.matcher(condition).region(at, condition.length());
            var bracket = BRACKET.matcher(condition).region(at, condition.length());
            if (point.lookingAt()) {
                said.append(to.reference(word.group(), point.group(1)));
                at = point.end();
            } else if (bracket.lookingAt()) {
                var key = bracket.group(1) == null ? bracket.group(2) : bracket.group(1);
                said.append(to.reference(word.group(), key));
                at = bracket.end();
            } else {
                said.append(word.group());
            }
        }
        return said.toString();
    }

    private static boolean followsPoint(CharSequence said) {
        for (var at = said.length() - 1; at >= 0; at--) {
            if (!Character.isWhitespace(said.charAt(at))) return said.charAt(at) == '.';
        }
        return false;
    }

    private static int endOfText(String condition, int begin) {
        for (var at = begin + 1; at < condition.length(); at++) {
            if (condition.charAt(at) == '\\') {
                at++;
            } else if (condition.charAt(at) == condition.charAt(begin)) {
                return at + 1;
            }
        }
        return condition.length();
    }
}
