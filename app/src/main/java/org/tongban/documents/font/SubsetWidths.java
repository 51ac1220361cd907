package org.tongban.documents.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Widths of the characters of a font that {@link SubsetFont} wrote, read back from its bytes. */
public final class SubsetWidths {

    private static final int HEADER = 12;
    private static final int ENTRY = 16;

    private final Map<Integer, Integer> advances = new HashMap<>();
    private final int missing;

    private SubsetWidths(byte[] font) {
        var hmtx = table(font, "hmtx");
        missing = hmtx.getShort(0);
        var cmap = table(font, "cmap");
        var full = cmap.getInt(16);
        var groups = cmap.getInt(full + 12);
        for (var group = 0; group < groups; group++) {
            var at = full + 16 + 12 * group;
            advances.put(cmap.getInt(at), (int) hmtx.getShort(4 * cmap.getInt(at + 8)));
        }
    }

    public static SubsetWidths of(byte[] font) {
        return new SubsetWidths(font);
    }

    /** In thousandths of the type size; the box stands for what is not in the font. */
    public int advance(int codePoint) {
        return advances.getOrDefault(codePoint, missing);
    }

    private static ByteBuffer table(byte[] font, String tag) {
        var whole = ByteBuffer.wrap(font);
        for (var at = HEADER; at < HEADER + ENTRY * whole.getShort(4); at += ENTRY) {
            var name = new String(Arrays.copyOfRange(font, at, at + 4), StandardCharsets.US_ASCII);
            if (name.equals(tag)) {
                return whole.slice(whole.getInt(at + 8), whole.getInt(at + 12));
            }
        }
        throw new IllegalArgumentException("a font without " + tag);
    }
}
