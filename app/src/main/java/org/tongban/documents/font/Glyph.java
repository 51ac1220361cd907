package org.tongban.documents.font;

/**
 * A character's outline as a TrueType font holds it, in thousandths of the type size.
 *
 * @param advance to the next character
 * @param outline the entry in the table {@code glyf}, an even number of bytes; empty for a blank
 */
@SuppressWarnings("ArrayRecordComponent") // Copied into fonts, never compared.
record Glyph(
        int advance,
        int xMin,
        int yMin,
        int xMax,
        int yMax,
        int points,
        int contours,
        byte[] outline) {

    static Glyph blank(int advance) {
        return new Glyph(advance, 0, 0, 0, 0, 0, 0, new byte[0]);
    }
}
