package org.tongban.casework.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongban.casework.Notice;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;
import org.tongban.documents.Typesetter;
import org.tongban.web.Dates;

/**
 * Sets a paper on A4 in the manner of official papers: the office in red, a red line, title,
 * number, addressee, body in size 3 type with an indent of two characters, the office and the day
 * below it on the right under the seal. The seal always stands on the page of the last words.
 */
final class PaperSheet {

    private static final double POINT = 25.4 / 72;
    private static final double WIDTH = 210;
    private static final double HEIGHT = 297;
    private static final double LEFT = 28;
    private static final double RIGHT = 26;
    private static final double COLUMN = WIDTH - LEFT - RIGHT;
    private static final double TOP = 37;
    private static final double BOTTOM = 262;
    private static final double BODY = 16 * POINT;
    private static final double LEADING = 28 * POINT;
    private static final double HEAD = 30 * POINT;
    private static final double TITLE = 22 * POINT;
    private static final double SMALL = 12 * POINT;
    private static final double SEAL = 42;

    /** Lines that the office, the day and the seal over them take. */
    private static final int LINES_TO_SIGN = 5;

    private final Notice notice;
    private final String addressee;
    private final String organ;
    private final Typesetter type;
    private final List<List<Mark>> pages = new ArrayList<>();
    private double baseline;

    private PaperSheet(Notice notice, String addressee, String organ, Typesetter type) {
        this.notice = notice;
        this.addressee = addressee;
        this.organ = organ;
        this.type = type;
    }

    /**
     * The sheet.
     *
     * @param organ whose paper it is, in full
     */
    static Sheet of(Notice notice, String organ, Typesetter type) {
        return new PaperSheet(notice, notice.addressee() + "：", organ, type).set();
    }

    private Sheet set() {
        newPage();
        head();
        paragraph(addressee, 0);
        notice.paragraphs().forEach(text -> paragraph(text, 2 * BODY));
        var seal = signed();
        number();
        return new Sheet(notice.title(), organ, WIDTH, HEIGHT, pages, seal, metadata());
    }

    private void head() {
        var size = Math.min(HEAD, HEAD * COLUMN / type.width(organ, HEAD));
        centred(organ, TOP + HEAD, size, Mark.RED);
        var line = TOP + HEAD + 7;
        page().add(new Mark.Line(LEFT, line, WIDTH - RIGHT, line, 0.7, Mark.RED));
        baseline = line + 20;
        for (var part : type.lines(notice.title(), TITLE, COLUMN, 0)) {
            centred(part, baseline, TITLE, Mark.BLACK);
            baseline += TITLE * 1.5;
        }
        if (!notice.number().isEmpty()) {
            centred(notice.number(), baseline + 1, SMALL, Mark.BLACK);
            baseline += LEADING;
        }
        baseline += LEADING / 2;
    }

    private void paragraph(String text, double indent) {
        var first = true;
        for (var line : type.lines(text, BODY, COLUMN, indent)) {
            if (baseline > BOTTOM) newPage();
            page().add(
                            new Mark.Text(
                                    LEFT + (first ? indent : 0),
                                    baseline,
                                    BODY,
                                    0,
                                    Mark.BLACK,
                                    line));
            baseline += LEADING;
            first = false;
        }
    }

    private Sheet.Place signed() {
        if (baseline + LINES_TO_SIGN * LEADING > BOTTOM + LEADING) newPage();
        baseline += 2 * LEADING;
        var day = new Dates(Locale.SIMPLIFIED_CHINESE).paperDay(notice.issuedOn());
        var middle = WIDTH - RIGHT - 2 * BODY - Math.max(width(organ), width(day)) / 2;
        page().add(new Mark.Text(middle - width(organ) / 2, baseline, BODY, 0, Mark.BLACK, organ));
        baseline += LEADING;
        page().add(new Mark.Text(middle - width(day) / 2, baseline, BODY, 0, Mark.BLACK, day));
        // Over the day and touching the office, as the rules of official papers want it.
        return new Sheet.Place(
                pages.size() - 1, middle - SEAL / 2, baseline - LEADING / 2 - BODY / 2 - SEAL / 2);
    }

    private void number() {
        if (pages.size() == 1) return;
        for (var page = 0; page < pages.size(); page++) {
            var text = "— " + (page + 1) + " —";
            pages.get(page)
                    .add(
                            new Mark.Text(
                                    (WIDTH - type.width(text, SMALL)) / 2,
                                    HEIGHT - 20,
                                    SMALL,
                                    0,
                                    Mark.BLACK,
                                    text));
        }
    }

    private Map<String, String> metadata() {
        var data = new LinkedHashMap<String, String>();
        data.put("WSMC", notice.title());
        data.put("WSWH", notice.number());
        data.put("FWJG", organ);
        data.put("FWRQ", notice.issuedOn().toString());
        return data;
    }

    private void centred(String text, double at, double size, int colour) {
        page().add(new Mark.Text((WIDTH - type.width(text, size)) / 2, at, size, 0, colour, text));
    }

    private double width(String text) {
        return type.width(text, BODY);
    }

    private List<Mark> page() {
        return pages.getLast();
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        baseline = TOP + LEADING;
    }
}
