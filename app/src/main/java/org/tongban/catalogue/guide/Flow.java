package org.tongban.catalogue.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.catalogue.ItemDefinition.Step;

/**
 * The way through the offices as a picture: boxes from above to below, side by side where steps run
 * at the same time. Lengths are those of the picture.
 *
 * @param words the same as a sentence, for who does not see the picture
 */
public record Flow(int width, int height, List<Box> boxes, List<Line> lines, String words) {

    private static final int BOX_WIDTH = 168;
    private static final int BOX_HEIGHT = 46;
    private static final int GAP_X = 24;
    private static final int GAP_Y = 34;
    private static final int EDGE = 8;

    /** Characters that fit into a box; a longer name is cut, and whole in the words. */
    private static final int LONGEST = 11;

    public Flow {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * A box with its two lines of text, whose middle lies at textX.
     *
     * @param dashed for a step that is taken only on a condition
     */
    public record Box(
            int x,
            int y,
            int width,
            int height,
            int textX,
            String text,
            String note,
            boolean dashed) {}

    /** From the foot of one box to the head of another. */
    public record Line(int x1, int y1, int x2, int y2) {}

    /** One step to draw: its words are ready. */
    record Drawn(String key, String text, String note, boolean dashed, List<String> after) {}

    /**
     * Draws steps between a beginning and an end.
     *
     * @param begin what stands before the first step, such as 受理
     * @param end what stands after the last, such as 送达
     * @param days words for the length of a step; empty for none
     */
    public static Flow of(
            List<Step> steps,
            String begin,
            String end,
            java.util.function.Function<Step, String> days) {
        var drawn = new ArrayList<Drawn>();
        drawn.add(new Drawn("<", begin, "", false, List.of()));
        var previous = "<";
        for (var step : steps) {
            drawn.add(
                    new Drawn(
                            step.key(),
                            step.name(),
                            days.apply(step),
                            step.when() != null,
                            step.after().isEmpty() ? List.of(previous) : step.after()));
            previous = step.key();
        }
        drawn.add(new Drawn(">", end, "", false, List.of(previous)));
        return of(drawn);
    }

    private static Flow of(List<Drawn> steps) {
        var floors = new HashMap<String, Integer>();
        var onFloor = new ArrayList<List<Drawn>>();
        for (var step : steps) {
            var floor =
                    step.after().stream()
                                    .mapToInt(key -> floors.getOrDefault(key, -1))
                                    .max()
                                    .orElse(-1)
                            + 1;
            floors.put(step.key(), floor);
            while (onFloor.size() <= floor) onFloor.add(new ArrayList<>());
            onFloor.get(floor).add(step);
        }
        var most = onFloor.stream().mapToInt(List::size).max().orElse(1);
        var width = most * (BOX_WIDTH + GAP_X) - GAP_X + 2 * EDGE;
        Map<String, Box> boxes = new java.util.LinkedHashMap<>();
        for (var floor = 0; floor < onFloor.size(); floor++) {
            var row = onFloor.get(floor);
            var rowWidth = row.size() * (BOX_WIDTH + GAP_X) - GAP_X;
            for (var i = 0; i < row.size(); i++) {
                var x = (width - rowWidth) / 2 + i * (BOX_WIDTH + GAP_X);
                var y = EDGE + floor * (BOX_HEIGHT + GAP_Y);
                boxes.put(row.get(i).key(), box(row.get(i), x, y));
            }
        }
        var lines = new ArrayList<Line>();
        for (var step : steps) {
            var to = boxes.get(step.key());
            for (var key : step.after()) {
                var from = boxes.get(key);
                if (from != null && to != null) {
                    lines.add(new Line(from.textX(), from.y() + BOX_HEIGHT, to.textX(), to.y()));
                }
            }
        }
        return new Flow(
                width,
                2 * EDGE + onFloor.size() * (BOX_HEIGHT + GAP_Y) - GAP_Y,
                List.copyOf(boxes.values()),
                lines,
                String.join(" → ", steps.stream().map(Drawn::text).toList()));
    }

    private static Box box(Drawn step, int x, int y) {
        var text = step.text();
        return new Box(
                x,
                y,
                BOX_WIDTH,
                BOX_HEIGHT,
                x + BOX_WIDTH / 2,
                text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text,
                step.note(),
                step.dashed());
    }
}
