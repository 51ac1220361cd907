package org.tongban.documents.font;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a shape into the outline of a TrueType glyph. Cubic curves become quadratic ones that stay
 * within {@link #TOLERANCE} of them.
 */
final class Outline {

    /** Half a thousandth of the type size: a sixtieth of a millimetre at 32 mm. */
    private static final double TOLERANCE = 0.5;

    /** How far a cubic and its middle quadratic are apart, for a third difference of one. */
    private static final double CUBIC_ERROR = Math.sqrt(3) / 36;

    private static final int MOST_PIECES = 8;
    private static final int ON_CURVE = 0x01;
    private static final int X_SHORT = 0x02;
    private static final int Y_SHORT = 0x04;
    private static final int X_SAME_OR_POSITIVE = 0x10;
    private static final int Y_SAME_OR_POSITIVE = 0x20;
    private static final int SHORTEST_LONG = 256;

    private record Point(int x, int y, boolean on) {}

    private final List<List<Point>> contours = new ArrayList<>();
    private List<Point> current = new ArrayList<>();
    private double x;
    private double y;

    private Outline() {}

    static Glyph of(Shape shape, int advance) {
        var outline = new Outline();
        outline.trace(shape.getPathIterator(null));
        return outline.glyph(advance);
    }

    private void trace(PathIterator path) {
        var c = new double[6];
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    finish();
                    to(c[0], c[1]);
                }
                case PathIterator.SEG_LINETO -> to(c[0], c[1]);
                case PathIterator.SEG_QUADTO -> quad(c[0], c[1], c[2], c[3]);
                case PathIterator.SEG_CUBICTO -> cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
                default -> finish();
            }
        }
        finish();
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
        add(toX, toY, true);
    }

    private void quad(double controlX, double controlY, double toX, double toY) {
        add(controlX, controlY, false);
        to(toX, toY);
    }

    private void cubic(double x1, double y1, double x2, double y2, double x3, double y3) {
        var x0 = x;
        var y0 = y;
        var third = Math.hypot(x3 - 3 * x2 + 3 * x1 - x0, y3 - 3 * y2 + 3 * y1 - y0);
        var pieces = (int) Math.ceil(Math.cbrt(CUBIC_ERROR * third / TOLERANCE));
        pieces = Math.clamp(pieces, 1, MOST_PIECES);
        for (var piece = 0; piece < pieces; piece++) {
            var from = (double) piece / pieces;
            var to = (double) (piece + 1) / pieces;
            // The quadratic whose ends and end tangents are those of this piece of the cubic.
            var step = to - from;
            var endX = at(x0, x1, x2, x3, to);
            var endY = at(y0, y1, y2, y3, to);
            var controlX =
                    (at(x0, x1, x2, x3, from) + endX) / 2
                            + step * (slope(x0, x1, x2, x3, from) - slope(x0, x1, x2, x3, to)) / 4;
            var controlY =
                    (at(y0, y1, y2, y3, from) + endY) / 2
                            + step * (slope(y0, y1, y2, y3, from) - slope(y0, y1, y2, y3, to)) / 4;
            quad(controlX, controlY, endX, endY);
        }
    }

    private static double at(double p0, double p1, double p2, double p3, double t) {
        var s = 1 - t;
        return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
    }

    private static double slope(double p0, double p1, double p2, double p3, double t) {
        var s = 1 - t;
        return 3 * (s * s * (p1 - p0) + 2 * s * t * (p2 - p1) + t * t * (p3 - p2));
    }

    private void add(double px, double py, boolean on) {
        var point = new Point((int) Math.round(px), (int) Math.round(py), on);
        if (current.isEmpty() || !current.getLast().equals(point)) {
            current.add(point);
        }
    }

    private void finish() {
        if (current.size() > 1 && current.getLast().equals(current.getFirst())) {
            current.removeLast();
        }
        if (current.size() > 2) {
            contours.add(current);
        }
        current = new ArrayList<>();
    }

    private Glyph glyph(int advance) {
        var all = contours.stream().flatMap(List::stream).toList();
        if (all.isEmpty()) return Glyph.blank(advance);
        var xMin = all.stream().mapToInt(Point::x).min().getAsInt();
        var yMin = all.stream().mapToInt(Point::y).min().getAsInt();
        var xMax = all.stream().mapToInt(Point::x).max().getAsInt();
        var yMax = all.stream().mapToInt(Point::y).max().getAsInt();
        var out = new ByteArrayOutputStream();
        for (var number : new int[] {contours.size(), xMin, yMin, xMax, yMax}) {
            word(out, number);
        }
        var end = -1;
        for (var contour : contours) {
            end += contour.size();
            word(out, end);
        }
        word(out, 0); // no instructions
        points(out, all);
        if (out.size() % 2 == 1) out.write(0);
        return new Glyph(
                advance, xMin, yMin, xMax, yMax, all.size(), contours.size(), out.toByteArray());
    }

    private static void points(ByteArrayOutputStream out, List<Point> all) {
        var xs = new ByteArrayOutputStream();
        var ys = new ByteArrayOutputStream();
        var lastX = 0;
        var lastY = 0;
        for (var point : all) {
            var flags = point.on() ? ON_CURVE : 0;
            flags |= step(xs, point.x() - lastX, X_SHORT, X_SAME_OR_POSITIVE);
            flags |= step(ys, point.y() - lastY, Y_SHORT, Y_SAME_OR_POSITIVE);
            out.write(flags);
            lastX = point.x();
            lastY = point.y();
        }
        out.writeBytes(xs.toByteArray());
        out.writeBytes(ys.toByteArray());
    }

    private static int step(ByteArrayOutputStream out, int step, int isShort, int same) {
        if (step == 0) return same;
        if (Math.abs(step) < SHORTEST_LONG) {
            out.write(Math.abs(step));
            return step > 0 ? isShort | same : isShort;
        }
        word(out, step);
        return 0;
    }

    private static void word(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
