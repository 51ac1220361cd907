package org.tongban.documents.font;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A TrueType font that holds the characters of one document and nothing else. Written anew from
 * outlines, with the tables that readers of OFD and PDF ask for; no name, program or licence text
 * of the font it was cut from is carried along.
 */
public final class SubsetFont {

    /** What the font calls itself. */
    public static final String NAME = "TongbanText";

    private static final int ASCENT = 880;
    private static final int DESCENT = -120;
    private static final int LONG_LOCA = 1;
    private static final int MAGIC = 0x5F0F3CF5;
    private static final int CHECKSUM_TOTAL = 0xB1B0AFBA;
    private static final int HEAD_ADJUSTMENT_AT = 8;
    private static final int LAST_BMP = 0xFFFF;

    private final List<Glyph> glyphs = new ArrayList<>();
    private final SortedMap<Integer, Integer> glyphOf = new TreeMap<>();

    private SubsetFont(TextFont font, SortedSet<Integer> characters) {
        glyphs.add(font.glyph(0)); // the box that stands for what the font lacks
        for (int character : characters) {
            if (font.has(character)) {
                glyphOf.put(character, glyphs.size());
                glyphs.add(font.glyph(character));
            }
        }
    }

    /** The font file with these characters. */
    public static byte[] of(TextFont font, SortedSet<Integer> characters) {
        return new SubsetFont(font, characters).file();
    }

    private byte[] file() {
        var outlines = new ByteArrayOutputStream();
        var places = new Bytes();
        for (var glyph : glyphs) {
            places.int32(outlines.size());
            outlines.writeBytes(glyph.outline());
        }
        places.int32(outlines.size());
        var tables = new TreeMap<String, byte[]>();
        tables.put("OS/2", os2());
        tables.put("cmap", cmap());
        tables.put("glyf", outlines.toByteArray());
        tables.put("head", head());
        tables.put("hhea", hhea());
        tables.put("hmtx", hmtx());
        tables.put("loca", places.get());
        tables.put("maxp", maxp());
        tables.put("name", name());
        tables.put("post", post());
        return assembled(tables);
    }

    private static byte[] assembled(Map<String, byte[]> tables) {
        var count = tables.size();
        var power = Integer.highestOneBit(count);
        var file = new Bytes();
        file.int32(0x00010000).int16(count).int16(power * 16);
        file.int16(Integer.numberOfTrailingZeros(power)).int16((count - power) * 16);
        var at = 12 + 16 * count;
        var headAt = 0;
        for (var table : tables.entrySet()) {
            var bytes = table.getValue();
            file.ascii(table.getKey()).int32(checksum(bytes)).int32(at).int32(bytes.length);
            if (table.getKey().equals("head")) headAt = at;
            at += (bytes.length + 3) & ~3;
        }
        tables.values().forEach(bytes -> file.bytes(bytes).pad4());
        var whole = file.get();
        ByteBuffer.wrap(whole)
                .putInt(headAt + HEAD_ADJUSTMENT_AT, CHECKSUM_TOTAL - checksum(whole));
        return whole;
    }

    private static int checksum(byte[] bytes) {
        var padded = ByteBuffer.wrap(java.util.Arrays.copyOf(bytes, (bytes.length + 3) & ~3));
        var sum = 0;
        while (padded.hasRemaining()) sum += padded.getInt();
        return sum;
    }

    private byte[] head() {
        return new Bytes()
                .int32(0x00010000)
                .int32(0x00010000)
                .int32(0) // the adjustment, when all is known
                .int32(MAGIC)
                .int16(0b1011)
                .int16(TextFont.EM)
                .int64(0)
                .int64(0)
                .int16(least(Glyph::xMin))
                .int16(least(Glyph::yMin))
                .int16(most(Glyph::xMax))
                .int16(most(Glyph::yMax))
                .int16(0)
                .int16(8)
                .int16(2)
                .int16(LONG_LOCA)
                .int16(0)
                .get();
    }

    private byte[] hhea() {
        return new Bytes()
                .int32(0x00010000)
                .int16(ASCENT)
                .int16(DESCENT)
                .int16(0)
                .int16(most(Glyph::advance))
                .int16(least(Glyph::xMin))
                .int16(0)
                .int16(most(Glyph::xMax))
                .int16(1)
                .int16(0)
                .int16(0)
                .int64(0)
                .int16(0)
                .int16(glyphs.size())
                .get();
    }

    private byte[] hmtx() {
        var bytes = new Bytes();
        glyphs.forEach(glyph -> bytes.int16(glyph.advance()).int16(glyph.xMin()));
        return bytes.get();
    }

    private byte[] maxp() {
        var bytes = new Bytes().int32(0x00010000).int16(glyphs.size());
        bytes.int16(most(Glyph::points)).int16(most(Glyph::contours));
        bytes.int16(0).int16(0).int16(2);
        for (var unused = 0; unused < 8; unused++) bytes.int16(0);
        return bytes.get();
    }

    private byte[] os2() {
        var bytes = new Bytes().int16(3).int16(TextFont.EM).int16(400).int16(5).int16(0);
        bytes.int16(650).int16(700).int16(0).int16(140).int16(650).int16(700).int16(0).int16(480);
        bytes.int16(49).int16(258).int16(0);
        bytes.int64(0).int16(0); // panose: any
        bytes.int32(0).int32(0x08000000).int32(0).int32(0); // CJK ideographs
        bytes.ascii("TBAN").int16(0x0040);
        bytes.int16(Math.min(LAST_BMP, glyphOf.isEmpty() ? 0 : glyphOf.firstKey()));
        bytes.int16(Math.min(LAST_BMP, glyphOf.isEmpty() ? 0 : glyphOf.lastKey()));
        bytes.int16(ASCENT).int16(DESCENT).int16(0).int16(ASCENT).int16(-DESCENT);
        bytes.int32(0x00040001).int32(0).int16(540).int16(730).int16(0).int16(32).int16(1);
        return bytes.get();
    }

    private static byte[] post() {
        return new Bytes()
                .int32(0x00030000)
                .int32(0)
                .int16(-100)
                .int16(50)
                .int32(0)
                .int64(0)
                .int64(0)
                .get();
    }

    private static byte[] name() {
        var words = Map.of(1, NAME, 2, "Regular", 3, NAME, 4, NAME, 5, "Version 1.0", 6, NAME);
        var texts = new Bytes();
        var records = new Bytes();
        for (var id = 1; id <= words.size(); id++) {
            var text = String.valueOf(words.get(id)).getBytes(StandardCharsets.UTF_16BE);
            records.int16(3).int16(1).int16(0x0409).int16(id);
            records.int16(text.length).int16(texts.size());
            texts.bytes(text);
        }
        return new Bytes()
                .int16(0)
                .int16(words.size())
                .int16(6 + records.size())
                .bytes(records.get())
                .bytes(texts.get())
                .get();
    }

    /** Two maps: the old one for the first plane, which every reader knows, and the full one. */
    private byte[] cmap() {
        var plane = firstPlane();
        return new Bytes()
                .int16(0)
                .int16(2)
                .int16(3)
                .int16(1)
                .int32(20)
                .int16(3)
                .int16(10)
                .int32(20 + plane.length)
                .bytes(plane)
                .bytes(allPlanes())
                .get();
    }

    private byte[] firstPlane() {
        var segments =
                glyphOf.headMap(LAST_BMP).entrySet().stream()
                        .map(e -> new int[] {e.getKey(), e.getKey(), e.getValue()})
                        .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        for (var at = segments.size() - 1; at > 0; at--) {
            var before = segments.get(at - 1);
            var after = segments.get(at);
            if (before[1] + 1 == after[0]) { // glyphs run with the characters
                before[1] = after[1];
                segments.remove(at);
            }
        }
        segments.add(new int[] {LAST_BMP, LAST_BMP, 0});
        var count = segments.size();
        var power = Integer.highestOneBit(count);
        var bytes = new Bytes().int16(4).int16(16 + 8 * count).int16(0).int16(2 * count);
        bytes.int16(2 * power)
                .int16(Integer.numberOfTrailingZeros(power))
                .int16(2 * (count - power));
        segments.forEach(segment -> bytes.int16(segment[1]));
        bytes.int16(0);
        segments.forEach(segment -> bytes.int16(segment[0]));
        segments.forEach(
                segment -> bytes.int16(segment[0] == LAST_BMP ? 1 : segment[2] - segment[0]));
        segments.forEach(_ -> bytes.int16(0));
        return bytes.get();
    }

    private byte[] allPlanes() {
        var bytes = new Bytes().int16(12).int16(0).int32(16 + 12 * glyphOf.size()).int32(0);
        bytes.int32(glyphOf.size());
        glyphOf.forEach((code, glyph) -> bytes.int32(code).int32(code).int32(glyph));
        return bytes.get();
    }

    private int least(java.util.function.ToIntFunction<Glyph> of) {
        return glyphs.stream().mapToInt(of).min().orElse(0);
    }

    private int most(java.util.function.ToIntFunction<Glyph> of) {
        return glyphs.stream().mapToInt(of).max().orElse(0);
    }

    /** Big-endian numbers, as fonts are written. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes int16(int value) {
            out.write(value >> 8);
            out.write(value);
            return this;
        }

        Bytes int32(int value) {
            return int16(value >> 16).int16(value);
        }

        Bytes int64(long value) {
            return int32((int) (value >> 32)).int32((int) value);
        }

        Bytes ascii(String text) {
            return bytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        Bytes bytes(byte[] value) {
            out.writeBytes(value);
            return this;
        }

        void pad4() {
            while (out.size() % 4 != 0) out.write(0);
        }

        int size() {
            return out.size();
        }

        byte[] get() {
            return out.toByteArray();
        }
    }
}
