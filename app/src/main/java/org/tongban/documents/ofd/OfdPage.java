package org.tongban.documents.ofd;

import static org.tongban.documents.ofd.OfdXml.colour;
import static org.tongban.documents.ofd.OfdXml.number;

import java.util.Locale;
import java.util.stream.Collectors;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;
import org.tongban.documents.font.TextFont;

/**
 * Writes one page of an OFD: text by the font that the document brings, lines and squares as paths.
 */
final class OfdPage {

    private final Sheet sheet;
    private final TextWidths widths;
    private final String font;
    private final OfdXml xml = new OfdXml();
    private int nextId;

    /** How far characters reach, in thousandths of the type size. */
    @FunctionalInterface
    interface TextWidths {
        int advance(int codePoint);
    }

    OfdPage(Sheet sheet, TextWidths widths, int fontId, int firstId) {
        this.sheet = sheet;
        this.widths = widths;
        this.font = String.valueOf(fontId);
        this.nextId = firstId;
    }

    byte[] write(int page) {
        xml.root("Page");
        xml.open("Area")
                .element("PhysicalBox", box(0, 0, sheet.width(), sheet.height()))
                .close("Area");
        xml.open("Content").open("Layer", "ID", id(), "Type", "Body");
        for (var mark : sheet.pages().get(page)) {
            switch (mark) {
                case Mark.Text text -> text(text);
                case Mark.Line line -> line(line);
                case Mark.Frame frame -> frame(frame);
                case Mark.Squares squares -> squares(squares);
            }
        }
        return xml.close("Layer").close("Content").close("Page").bytes();
    }

    /** The first id that is free after this page. */
    int nextId() {
        return nextId;
    }

    private void text(Mark.Text mark) {
        if (mark.text().isBlank()) return;
        var codes = mark.text().codePoints().toArray();
        var steps = new StringBuilder();
        var width = 0.0;
        for (var at = 0; at < codes.length; at++) {
            var step = widths.advance(codes[at]) * mark.size() / TextFont.EM + mark.gap();
            width += step;
            if (at < codes.length - 1) steps.append(at == 0 ? "" : " ").append(number(step));
        }
        // Room above and below the base line, so that no reader cuts a stroke off.
        var above = mark.size();
        var height = mark.size() * 1.3;
        xml.open(
                "TextObject",
                "ID",
                id(),
                "Boundary",
                box(mark.x(), mark.baseline() - above, width, height),
                "Font",
                font,
                "Size",
                number(mark.size()));
        xml.empty("FillColor", "Value", colour(mark.colour()));
        if (codes.length > 1) {
            xml.element(
                    "TextCode",
                    mark.text(),
                    "X",
                    "0",
                    "Y",
                    number(above),
                    "DeltaX",
                    steps.toString());
        } else {
            xml.element("TextCode", mark.text(), "X", "0", "Y", number(above));
        }
        xml.close("TextObject");
    }

    private void line(Mark.Line mark) {
        var x = Math.min(mark.x1(), mark.x2());
        var y = Math.min(mark.y1(), mark.y2());
        var width = Math.abs(mark.x1() - mark.x2());
        var height = Math.abs(mark.y1() - mark.y2());
        stroke(
                box(x, y, Math.max(width, mark.thickness()), Math.max(height, mark.thickness())),
                mark.thickness(),
                mark.colour(),
                "M %s %s L %s %s"
                        .formatted(
                                number(mark.x1() - x),
                                number(mark.y1() - y),
                                number(mark.x2() - x),
                                number(mark.y2() - y)));
    }

    private void frame(Mark.Frame mark) {
        stroke(
                box(mark.x(), mark.y(), mark.width(), mark.height()),
                mark.thickness(),
                mark.colour(),
                "M 0 0 L %1$s 0 L %1$s %2$s L 0 %2$s C"
                        .formatted(number(mark.width()), number(mark.height())));
    }

    private void stroke(String boundary, double thickness, int colour, String path) {
        xml.open("PathObject", "ID", id(), "Boundary", boundary, "LineWidth", number(thickness));
        xml.empty("StrokeColor", "Value", colour(colour));
        xml.element("AbbreviatedData", path).close("PathObject");
    }

    private void squares(Mark.Squares mark) {
        var unit = mark.unit();
        var right = mark.runs().stream().mapToInt(run -> run.x() + run.length()).max().orElse(0);
        var down = mark.runs().stream().mapToInt(run -> run.y() + 1).max().orElse(0);
        var path =
                mark.runs().stream()
                        .map(
                                run ->
                                        rectangle(
                                                run.x() * unit,
                                                run.y() * unit,
                                                run.length() * unit,
                                                unit))
                        .collect(Collectors.joining(" "));
        xml.open(
                "PathObject",
                "ID",
                id(),
                "Boundary",
                box(mark.x(), mark.y(), right * unit, down * unit),
                "Stroke",
                "false",
                "Fill",
                "true");
        xml.empty("FillColor", "Value", colour(Mark.BLACK));
        xml.element("AbbreviatedData", path).close("PathObject");
    }

    private static String rectangle(double x, double y, double width, double height) {
        return String.format(
                Locale.ROOT,
                "M %1$s %2$s L %3$s %2$s L %3$s %4$s L %1$s %4$s C",
                number(x),
                number(y),
                number(x + width),
                number(y + height));
    }

    private static String box(double x, double y, double width, double height) {
        return number(x) + " " + number(y) + " " + number(width) + " " + number(height);
    }

    private String id() {
        return String.valueOf(nextId++);
    }
}
