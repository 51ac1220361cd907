package org.tongban.files;

import java.text.Normalizer;

/** Makes the name that a sender gave a file fit to be stored, shown and offered for download. */
public final class FileName {

    /** Longest cleaned name, in characters (code points). */
    public static final int LONGEST = 120;

    private static final String NAMELESS = "文件";
    private static final int LONGEST_ENDING = 10;

    private FileName() {}

    /**
     * Leaves out folders, control characters, characters that turn the direction of writing (they
     * make {@code gpj.exe} look like {@code exe.jpg}) and those that a file system or a header
     * reserves; keeps Chinese. Too long a name loses its middle, not its ending. Never empty.
     */
    public static String clean(String sent) {
        var name = Normalizer.normalize(sent, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        name.codePoints().filter(FileName::isHarmless).forEach(kept::appendCodePoint);
        // Dots at the start hide a file, dots and blanks at the end vanish on Windows.
        var clean = kept.toString().replaceAll("\\s+", " ").replaceAll("^[. ]+|[. ]+$", "");
        return clean.isEmpty() ? NAMELESS : shortened(clean);
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            // Format characters: direction marks, zero-width joiners, tags.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> "<>:\"|?*".indexOf(character) < 0;
        };
    }

    private static String shortened(String name) {
        var length = name.codePointCount(0, name.length());
        if (length <= LONGEST) return name;
        var dot = name.lastIndexOf('.');
        var ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        var room = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, room)).stripTrailing() + ending;
    }
}
