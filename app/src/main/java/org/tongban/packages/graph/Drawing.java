package org.tongban.packages.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who needs whose result, as a picture: what can begin first stands on the left, an arrow leads
 * from a result to who needs it. Pure; lengths are pixels.
 */
public record Drawing(int width, int height, List<Box> boxes, List<Arrow> arrows) {

    private static final int BOX_WIDTH = 188;
    private static final int BOX_HEIGHT = 64;
    private static final int BETWEEN_COLUMNS = 64;
    private static final int BETWEEN_ROWS = 20;
    private static final int MARGIN = 12;

    /** Characters of a name in one line of a box; the rest stands in a second one. */
    private static final int LINE = 12;

    /**
     * Something in the picture.
     *
     * @param kind as the style sheet calls it
     */
    public record Part(String key, String name, String kind, List<String> needs) {
        public Part {
            needs = List.copyOf(needs);
        }
    }

    /** A part with its place; its name in one or two lines. */
    public record Box(int x, int y, int width, int height, String kind, List<String> lines) {
        public Box {
            lines = List.copyOf(lines);
        }

        /** Where a line of the name stands. */
        public int lineY(int line) {
            return y + height / 2 + 5 + (lines.size() == 1 ? 0 : line * 20 - 10);
        }
    }

    /** From a result to who needs it, as the path of an SVG. */
    public record Arrow(String path) {}

    public Drawing {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /**
     * Draws them.
     *
     * @param parts without a circle among their needs; one that does not exist is left out
     */
    public static Drawing of(List<Part> parts) {
        var needs = new LinkedHashMap<String, List<String>>();
        parts.forEach(part -> needs.put(part.key(), part.needs()));
        var boxes = new LinkedHashMap<String, Box>();
        var inColumn = new LinkedHashMap<Integer, Integer>();
        var columns = 0;
        for (var part : parts) {
            var column = Needs.step(part.key(), needs) - 1;
            var row = inColumn.merge(column, 1, Integer::sum) - 1;
            columns = Math.max(columns, column + 1);
            boxes.put(
                    part.key(),
                    new Box(
                            MARGIN + column * (BOX_WIDTH + BETWEEN_COLUMNS),
                            MARGIN + row * (BOX_HEIGHT + BETWEEN_ROWS),
                            BOX_WIDTH,
                            BOX_HEIGHT,
                            part.kind(),
                            lines(part.name())));
        }
        var rows = inColumn.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return new Drawing(
                2 * MARGIN + columns * BOX_WIDTH + Math.max(0, columns - 1) * BETWEEN_COLUMNS,
                2 * MARGIN + rows * BOX_HEIGHT + Math.max(0, rows - 1) * BETWEEN_ROWS,
                List.copyOf(boxes.values()),
                arrows(parts, boxes));
    }

    private static List<String> lines(String name) {
        if (name.length() <= LINE) return List.of(name);
        var second = name.substring(LINE);
        return List.of(
                name.substring(0, LINE),
                second.length() <= LINE ? second : second.substring(0, LINE - 1) + "…");
    }

    private static List<Arrow> arrows(List<Part> parts, Map<String, Box> boxes) {
        var arrows = new ArrayList<Arrow>();
        for (var part : parts) {
            var to = Objects.requireNonNull(boxes.get(part.key()));
            for (var on : part.needs()) {
                var from = boxes.get(on);
                if (from != null) arrows.add(arrow(from, to));
            }
        }
        return arrows;
    }

    private static Arrow arrow(Box from, Box to) {
        var x1 = from.x() + from.width();
        var y1 = from.y() + from.height() / 2;
        var x2 = to.x() - 8;
        var y2 = to.y() + to.height() / 2;
        var middle = to.x() - BETWEEN_COLUMNS / 2;
        return new Arrow(
                "M%d %d C%d %d %d %d %d %d".formatted(x1, y1, middle, y1, middle, y2, x2, y2));
    }
}
