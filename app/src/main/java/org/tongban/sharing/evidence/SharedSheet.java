package org.tongban.sharing.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;
import org.tongban.documents.Typesetter;

/**
 * The sheet that lies in a case for what a register said: what was asked, for what and when, and
 * the answer line by line. One page: an answer that is longer is cut, and says so by its last line.
 */
record SharedSheet(String title, String office, String lead, List<Line> lines, String foot) {

    private static final double POINT = 25.4 / 72;
    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;
    private static final double LEFT = 28;
    private static final double COLUMN = WIDTH - 2 * LEFT;
    private static final double LABEL = 44;
    private static final double HEAD = 22 * POINT;
    private static final double BODY = 12 * POINT;
    private static final double LEADING = 20 * POINT;
    private static final double TOP = 40;
    private static final double BOTTOM = 232;
    private static final double SEAL_X = 140;
    private static final double SEAL_Y = 236;

    /** One thing that the register said. */
    record Line(String label, String value) {}

    Sheet set(Typesetter type) {
        var marks = new ArrayList<Mark>();
        marks.add(
                new Mark.Text(
                        (WIDTH - type.width(title, HEAD)) / 2, TOP, HEAD, 0, Mark.BLACK, title));
        var baseline = paragraph(lead, TOP + 2 * LEADING, type, marks) + LEADING / 2;
        for (var line : lines) {
            var parts =
                    type.lines(
                            line.value().isEmpty() ? "—" : line.value(), BODY, COLUMN - LABEL, 0);
            if (baseline + parts.size() * LEADING > BOTTOM) {
                marks.add(new Mark.Text(LEFT, baseline, BODY, 0, Mark.BLACK, "……"));
                break;
            }
            marks.add(new Mark.Text(LEFT, baseline, BODY, 0, Mark.BLACK, line.label()));
            for (var part : parts) {
                marks.add(new Mark.Text(LEFT + LABEL, baseline, BODY, 0, Mark.BLACK, part));
                baseline += LEADING;
            }
            var rule = baseline - LEADING + 2;
            marks.add(new Mark.Line(LEFT, rule, LEFT + COLUMN, rule, 0.1, Mark.BLACK));
        }
        paragraph(foot, SEAL_Y + 4, type, marks);
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("HYDMC", title);
        return new Sheet(
                title,
                office,
                WIDTH,
                HEIGHT,
                List.of(marks),
                new Sheet.Place(0, SEAL_X, SEAL_Y),
                metadata);
    }

    private static double paragraph(String text, double from, Typesetter type, List<Mark> marks) {
        var baseline = from;
        for (var part : type.lines(text, BODY, COLUMN, 0)) {
            marks.add(new Mark.Text(LEFT, baseline, BODY, 0, Mark.BLACK, part));
            baseline += LEADING;
        }
        return baseline;
    }
}
