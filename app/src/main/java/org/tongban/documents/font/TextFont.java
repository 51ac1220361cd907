package org.tongban.documents.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The font in which documents are set, read from a file of this machine: TrueType or OpenType with
 * either kind of outlines, alone or in a collection. Outlines are kept once they were asked for.
 * Safe for use by many threads.
 */
public final class TextFont {

    /** Lengths are in thousandths of the type size. */
    public static final int EM = 1000;

    /** More characters than any place needs; beyond them outlines are made each time. */
    private static final int MOST_KEPT = 30_000;

    private static final String SIMPLIFIED = "sc-";

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double scale;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private TextFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.name = font.getName();
        this.characters = font.getUnicodeCmapLookup();
        this.scale = (double) EM / font.getUnitsPerEm();
    }

    /**
     * Reads a font. The file stays open.
     *
     * @throws IOException when it is not there or no font that can be read
     */
    public static TextFont open(Path file) throws IOException {
        var ending = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        if (ending.endsWith(".ttc") || ending.endsWith(".otc")) {
            return new TextFont(inCollection(new TrueTypeCollection(file.toFile())));
        }
        var bytes = new RandomAccessReadBufferedFile(file.toFile());
        return new TextFont(
                ending.endsWith(".otf")
                        ? new OTFParser().parse(bytes)
                        : new TTFParser().parse(bytes));
    }

    /** The face for simplified Chinese, if the collection says which that is; else the first. */
    private static TrueTypeFont inCollection(TrueTypeCollection collection) throws IOException {
        var faces = new ArrayList<TrueTypeFont>();
        collection.processAllFonts(faces::add);
        for (var face : faces) {
            if (String.valueOf(face.getName()).contains(SIMPLIFIED)) return face;
        }
        if (faces.isEmpty()) throw new IOException("an empty font collection");
        return faces.getFirst();
    }

    /** Name of the face, for the log. */
    public String name() {
        return name;
    }

    /** Whether the font can show the character. */
    public boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != 0;
    }

    /** How far the character reaches, in thousandths of the type size. */
    public int advance(int codePoint) {
        return glyph(codePoint).advance();
    }

    /** Length of a line, in thousandths of the type size. */
    public int width(String text) {
        return text.codePoints().map(this::advance).sum();
    }

    /** The outline in thousandths of the type size, y upwards from the base line. */
    public Path2D path(int codePoint) {
        var path = new Path2D.Double();
        path.append(
                raw(characters.getGlyphId(codePoint))
                        .getPathIterator(AffineTransform.getScaleInstance(scale, scale)),
                false);
        return path;
    }

    /** The characters of a text that the font lacks; shown as boxes. */
    public List<Integer> missing(String text) {
        return text.codePoints().filter(c -> !has(c)).distinct().boxed().toList();
    }

    Glyph glyph(int codePoint) {
        var kept = glyphs.get(codePoint);
        if (kept != null) return kept;
        var made = made(codePoint);
        if (glyphs.size() < MOST_KEPT) glyphs.put(codePoint, made);
        return made;
    }

    private Glyph made(int codePoint) {
        try {
            var advance = font.getAdvanceWidth(characters.getGlyphId(codePoint));
            return Outline.of(path(codePoint), (int) Math.round(advance * scale));
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read any more", e);
        }
    }

    /** The reader of fonts is not made for two threads; outlines are read once each. */
    private synchronized Path2D raw(int glyph) {
        try {
            if (font instanceof OpenTypeFont open && open.isPostScript()) {
                var outlines = open.getCFF().getFont();
                var id =
                        outlines instanceof CFFCIDFont
                                ? outlines.getCharset().getCIDForGID(glyph)
                                : glyph;
                return outlines.getType2CharString(id).getPath();
            }
            var outline = font.getGlyph().getGlyph(glyph);
            return outline == null ? new Path2D.Double() : outline.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be read any more", e);
        }
    }
}
