package org.tongban.documents.seal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.tongban.documents.font.TextFont;

/**
 * Paints a round seal: a ring, the owner's name along it, a star, the purpose below. Size and form
 * follow what the State Council's rules of 1999 (国发〔1999〕25号) say of county offices: round, 42 mm,
 * a five-pointed star; the colours are eight steps of one red, so that a seal takes a few
 * kilobytes.
 */
final class SealPicture {

    /** Diameter in millimetres. */
    static final int MILLIMETRES = 42;

    private static final int SIDE = 420;
    private static final int MIDDLE = SIDE / 2;
    private static final double RING = 11;
    private static final double NAME_RADIUS = 156;
    private static final double STAR_RADIUS = 62;
    private static final double INNER_STAR = 0.381966;
    private static final double LARGEST_NAME = 44;
    private static final double LARGEST_PURPOSE = 40;
    private static final double WIDEST_PURPOSE = 262;
    private static final double PURPOSE_LINE = 332;

    /** The name takes at most this much of the circle, and each character at most this much. */
    private static final double LONGEST_ARC = Math.toRadians(250);

    private static final double WIDEST_STEP = Math.toRadians(24);
    private static final double BOLDER = 0.05;

    /** Steps of the edge between ink and paper; the fewer, the smaller the picture. */
    private static final int STEPS = 8;

    private static final int RED = 0xC8102E;

    private final TextFont font;
    private final Graphics2D paint;

    private SealPicture(TextFont font, Graphics2D paint) {
        this.font = font;
        this.paint = paint;
    }

    /** The picture as PNG, 420 pixels square, see-through where there is no ink. */
    static ElectronicSeal.Picture of(TextFont font, String owner, String purpose) {
        var ink = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        var paint = ink.createGraphics();
        try {
            paint.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            paint.setColor(Color.WHITE);
            new SealPicture(font, paint).draw(owner, purpose);
        } finally {
            paint.dispose();
        }
        return new ElectronicSeal.Picture("PNG", png(ink), MILLIMETRES, MILLIMETRES);
    }

    private void draw(String owner, String purpose) {
        paint.setStroke(new BasicStroke((float) RING));
        paint.draw(new Ellipse2D.Double(RING / 2, RING / 2, SIDE - RING, SIDE - RING));
        paint.fill(star());
        arc(owner);
        foot(purpose);
    }

    private static Path2D star() {
        var star = new Path2D.Double();
        for (var corner = 0; corner < 10; corner++) {
            var radius = corner % 2 == 0 ? STAR_RADIUS : STAR_RADIUS * INNER_STAR;
            var angle = Math.PI * corner / 5 - Math.PI / 2;
            var x = MIDDLE + radius * Math.cos(angle);
            var y = MIDDLE + radius * Math.sin(angle);
            if (corner == 0) star.moveTo(x, y);
            else star.lineTo(x, y);
        }
        star.closePath();
        return star;
    }

    private void arc(String owner) {
        var characters = owner.codePoints().toArray();
        var step = Math.min(WIDEST_STEP, LONGEST_ARC / characters.length);
        var size = Math.min(LARGEST_NAME, step * NAME_RADIUS * 0.96);
        for (var at = 0; at < characters.length; at++) {
            var angle = step * (at - (characters.length - 1) / 2.0);
            var place = AffineTransform.getTranslateInstance(MIDDLE, MIDDLE);
            place.rotate(angle);
            place.translate(-size / 2, -NAME_RADIUS + size * 0.12);
            character(characters[at], place, size, LARGEST_NAME / size);
        }
    }

    private void foot(String purpose) {
        var characters = purpose.codePoints().toArray();
        var size = Math.min(LARGEST_PURPOSE, WIDEST_PURPOSE / characters.length);
        for (var at = 0; at < characters.length; at++) {
            var x = MIDDLE + size * (at - characters.length / 2.0);
            character(
                    characters[at], AffineTransform.getTranslateInstance(x, PURPOSE_LINE), size, 1);
        }
    }

    /** Narrow places make characters narrow, not small: they are stretched as far as twice. */
    private void character(int code, AffineTransform place, double size, double taller) {
        var scale = size / TextFont.EM;
        place.scale(scale, -scale * Math.min(2, taller));
        var shape = font.path(code).createTransformedShape(place);
        paint.fill(shape);
        // Letters of a seal are cut bold; those of a text face are thickened.
        paint.setStroke(new BasicStroke((float) (size * BOLDER)));
        paint.draw(shape);
    }

    private static byte[] png(BufferedImage ink) {
        var palette = new int[STEPS];
        for (var step = 0; step < STEPS; step++) {
            palette[step] = ((step * 255 / (STEPS - 1)) << 24) | RED;
        }
        var model =
                new IndexColorModel(
                        4, STEPS, palette, 0, true, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        var picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, model);
        for (var y = 0; y < SIDE; y++) {
            for (var x = 0; x < SIDE; x++) {
                var step = ink.getRaster().getSample(x, y, 0) * (STEPS - 1) / 255;
                picture.getRaster().setSample(x, y, 0, step);
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
