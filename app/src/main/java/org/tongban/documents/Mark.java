package org.tongban.documents;

import java.util.List;

/** Something that stands on a page. Lengths in millimetres from the upper left corner, y down. */
public sealed interface Mark {

    /** Black of text. */
    int BLACK = 0x000000;

    /** Red of the heads of official papers. */
    int RED = 0xC8102E;

    /**
     * One line of text.
     *
     * @param baseline on which the characters stand
     * @param size of the type
     * @param gap between characters beyond their own width
     */
    record Text(double x, double baseline, double size, double gap, int colour, String text)
            implements Mark {}

    /** A straight line. */
    record Line(double x1, double y1, double x2, double y2, double thickness, int colour)
            implements Mark {}

    /** A rectangle that is not filled. */
    record Frame(double x, double y, double width, double height, double thickness, int colour)
            implements Mark {}

    /**
     * Dark squares, such as those of a QR code.
     *
     * @param unit side of one
     */
    record Squares(double x, double y, double unit, List<Run> runs) implements Mark {

        /** Squares side by side, counted in units. */
        public record Run(int x, int y, int length) {}

        public Squares {
            runs = List.copyOf(runs);
        }
    }
}
