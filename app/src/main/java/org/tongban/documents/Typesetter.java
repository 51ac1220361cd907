package org.tongban.documents;

import java.util.ArrayList;
import java.util.List;
import org.tongban.documents.font.TextFont;

/**
 * Breaks text into lines and says how long they are, as the font of documents has it. Follows the
 * usual rules of Chinese setting: no line begins with a closing mark, numbers and foreign words
 * stay whole where they fit.
 */
public final class Typesetter {

    private static final String NEVER_FIRST = "，。、；：？！）】》」』”’％%,.;:?!)]}…—〕";
    private static final String NEVER_LAST = "（【《「『“‘([{〔";

    private final TextFont font;

    Typesetter(TextFont font) {
        this.font = font;
    }

    /** Length of a line in millimetres. */
    public double width(String text, double size) {
        return font.width(text) * size / TextFont.EM;
    }

    /**
     * The lines of a text.
     *
     * @param size of the type in millimetres
     * @param width of a line in millimetres
     * @param indent of the first line in millimetres
     * @return at least one, none wider than asked unless a single character is
     */
    public List<String> lines(String text, double size, double width, double indent) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        var room = width - indent;
        for (var word : words(text)) {
            if (!line.isEmpty() && width(line + word, size) > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                room = width;
            }
            for (var rest = word; !rest.isEmpty(); ) {
                var fits = fitting(rest, size, room);
                line.append(rest, 0, fits);
                rest = rest.substring(fits);
                if (!rest.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                    room = width;
                }
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** How many characters of a word that stands alone go on a line; all as a rule. */
    private int fitting(String word, double size, double room) {
        if (width(word, size) <= room) return word.length();
        var end = word.offsetByCodePoints(0, 1);
        while (end < word.length()
                && width(word.substring(0, word.offsetByCodePoints(end, 1)), size) <= room) {
            end = word.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /** What may not be parted: a character with the marks around it, or a run of ASCII. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var last = ' ';
        for (var code : text.codePoints().toArray()) {
            var character = Character.toString(code);
            var joins =
                    !word.isEmpty()
                            && (NEVER_FIRST.contains(character)
                                    || NEVER_LAST.indexOf(last) >= 0
                                    || (isAscii(last) && isAscii(character.charAt(0))));
            if (!joins && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
            word.append(character);
            last = character.charAt(character.length() - 1);
        }
        if (!word.isEmpty()) words.add(word.toString());
        return words;
    }

    private static boolean isAscii(char character) {
        return character > ' ' && character < 0x7F;
    }
}
