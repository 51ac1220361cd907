package org.tongban.certificates.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongban.casework.Applicant;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateContent.Line;
import org.tongban.certificates.CertificateType.Layout;
import org.tongban.certificates.CertificateType.Place;
import org.tongban.documents.Mark;
import org.tongban.documents.QrSquares;
import org.tongban.documents.Sheet;
import org.tongban.documents.Typesetter;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;

/** Sets a certificate on its sheet as the layout of its type says. */
final class CertificateSheet {

    /** Words at the foot of the seal. */
    static final String SEAL = "电子证照专用章";

    /** Above the lower edge, in millimetres. */
    private static final int FOOT = 4;

    private static final int FOOT_SIZE = 8;

    private static final double POINT = 25.4 / 72;
    private static final int USUAL_SIZE = 14;
    private static final int USUAL_QR = 28;
    private static final int USUAL_WIDTH = 140;
    private static final int USUAL_HEIGHT = 110;

    /** Labels take this part of the width of the lines. */
    private static final double LABELS = 0.34;

    /** Type of 1.8 mm, five points, is the smallest that is read without help. */
    private static final double SMALLEST = 1.8;

    private static final double LINE_HEIGHT = 1.75;
    private static final double THIN = 0.25;
    private static final double THICK = 0.9;
    private static final double BETWEEN_FRAMES = 1.6;
    private static final int GOLD = 0xB58B3C;
    private static final int SOFT = 0x5C533D;
    private static final String WITHOUT_END = "长期";
    private static final LocalDate ENDLESS = LocalDate.of(9999, 12, 31);

    private final CertificateContent content;
    private final Typesetter type;
    private final String code;
    private final Dates dates = new Dates(Preferences.CHINESE);
    private final List<Mark> marks = new ArrayList<>();
    private Sheet.Place seal = new Sheet.Place(0, 0, 0);

    private CertificateSheet(CertificateContent content, Typesetter type, String code) {
        this.content = content;
        this.type = type;
        this.code = code;
    }

    /**
     * The sheet.
     *
     * @param code what the QR code says
     * @param foot stands at the lower edge; empty: nothing
     */
    static Sheet of(
            CertificateContent content, Layout layout, Typesetter type, String code, String foot) {
        var sheet = new CertificateSheet(content, type, code);
        layout.places().forEach(sheet::put);
        if (!foot.isEmpty()) {
            sheet.put(
                    new Place(
                            "text",
                            layout.width() / 2,
                            layout.height() - FOOT,
                            FOOT_SIZE,
                            layout.width() - 2 * FOOT,
                            null,
                            "middle",
                            foot));
        }
        return new Sheet(
                content.name(),
                content.issuer().name(),
                layout.width(),
                layout.height(),
                List.of(sheet.marks),
                sheet.seal,
                sheet.metadata());
    }

    /** The layout of a type that names none: a portrait sheet in a double frame. */
    static Layout plain() {
        return new Layout(
                210,
                297,
                List.of(
                        place("frame", 14, 14, null, 182, 269, null),
                        place("title", 105, 62, 34, 160, null, "middle"),
                        place("number", 105, 76, 12, 160, null, "middle"),
                        place("lines", 34, 98, 15, 142, 112, null),
                        place("qr", 34, 222, 30, null, null, null),
                        place("seal", 126, 213, null, null, null, null),
                        place("issuer", 147, 235, 15, 80, null, "middle"),
                        place("issuedOn", 147, 245, 15, 80, null, "middle"),
                        place("identifier", 105, 275, 9, 170, null, "middle")));
    }

    private static Place place(
            String show,
            int x,
            int y,
            @org.jspecify.annotations.Nullable Integer size,
            @org.jspecify.annotations.Nullable Integer width,
            @org.jspecify.annotations.Nullable Integer height,
            @org.jspecify.annotations.Nullable String align) {
        return new Place(show, x, y, size, width, height, align, null);
    }

    private void put(Place place) {
        switch (place.show()) {
            case "title" -> text(place, content.name(), Mark.BLACK, spread(content.name()));
            case "number" -> text(place, "编号：" + content.number(), SOFT, 0);
            case "identifier" -> text(place, "证照标识：" + content.identifier(), SOFT, 0);
            case "holder" -> text(place, content.holder().name(), Mark.BLACK, 0);
            case "holderNumber" -> text(place, content.holder().number(), Mark.BLACK, 0);
            case "issuer" -> text(place, content.issuer().name(), Mark.BLACK, 0);
            case "issuedOn" -> text(place, dates.paperDay(content.issuedOn()), Mark.BLACK, 0);
            case "validUntil" -> text(place, "有效期至：" + until(), Mark.BLACK, 0);
            case "text" -> text(place, Optional.ofNullable(place.text()).orElse(""), Mark.BLACK, 0);
            case "lines" -> lines(place);
            case "frame" -> frame(place);
            case "qr" ->
                    marks.add(
                            QrSquares.of(
                                    code,
                                    place.x(),
                                    place.y(),
                                    Optional.ofNullable(place.size()).orElse(USUAL_QR)));
            case "seal" -> seal = new Sheet.Place(0, place.x(), place.y());
            default -> field(place);
        }
    }

    private void field(Place place) {
        content.lines().stream()
                .filter(line -> line.key().equals(place.show()))
                .findFirst()
                .ifPresent(line -> text(place, line.value(), Mark.BLACK, 0));
    }

    /** Short names stand wide, as on paper. */
    private static double spread(String name) {
        var length = name.codePointCount(0, name.length());
        return length <= 4 ? 0.6 : length <= 8 ? 0.25 : 0.05;
    }

    /** One text, broken into lines where it is wider than its place. */
    private void text(Place place, String words, int colour, double spread) {
        var size = size(place);
        var gap = size * spread;
        var width = Optional.ofNullable(place.width()).map(Integer::doubleValue).orElse(9999.0);
        var fitting = fitting(words, size, gap, width);
        var baseline = (double) place.y();
        for (var line : type.lines(words, fitting, width, 0)) {
            marks.add(
                    new Mark.Text(
                            start(place, line, fitting, gap),
                            baseline,
                            fitting,
                            gap,
                            colour,
                            line));
            baseline += fitting * LINE_HEIGHT;
        }
    }

    /** A title that is a little too wide for its place is set smaller rather than broken. */
    private double fitting(String words, double size, double gap, double width) {
        var length = type.width(words, size) + gap * (words.codePointCount(0, words.length()) - 1);
        return length > width && length < width * 1.5 ? size * width / length : size;
    }

    private double start(Place place, String line, double size, double gap) {
        var length = type.width(line, size) + gap * (line.codePointCount(0, line.length()) - 1);
        return switch (Optional.ofNullable(place.align()).orElse("left")) {
            case "middle" -> place.x() - length / 2;
            case "right" -> place.x() - length;
            default -> place.x();
        };
    }

    /** The holder, then every line of the face, label beside value; smaller where there is much. */
    private void lines(Place place) {
        var rows = rows();
        var width = Optional.ofNullable(place.width()).orElse(USUAL_WIDTH);
        var room = Optional.ofNullable(place.height()).orElse(USUAL_HEIGHT);
        var labels = (int) (width * LABELS);
        var size = size(place);
        while (size > SMALLEST && height(rows, size, labels, width) > room) size *= 0.94;
        var baseline = (double) place.y();
        for (var row : rows) {
            var labelLines = type.lines(row.label(), size, labels - size, 0);
            var valueLines = type.lines(row.value(), size, width - labels, 0);
            for (var at = 0; at < labelLines.size(); at++) {
                marks.add(
                        line(
                                place.x(),
                                baseline + at * size * 1.4,
                                size,
                                SOFT,
                                labelLines.get(at)));
            }
            for (var at = 0; at < valueLines.size(); at++) {
                marks.add(
                        line(
                                place.x() + labels,
                                baseline + at * size * 1.4,
                                size,
                                Mark.BLACK,
                                valueLines.get(at)));
            }
            baseline += step(labelLines.size(), valueLines.size(), size);
        }
    }

    private double height(List<Line> rows, double size, int labels, int width) {
        return rows.stream()
                .mapToDouble(
                        row ->
                                step(
                                        type.lines(row.label(), size, labels - size, 0).size(),
                                        type.lines(row.value(), size, width - labels, 0).size(),
                                        size))
                .sum();
    }

    private static double step(int labels, int values, double size) {
        return size * 1.4 * (Math.max(labels, values) - 1) + size * 2.1;
    }

    private static Mark.Text line(double x, double baseline, double size, int colour, String text) {
        return new Mark.Text(x, baseline, size, 0, colour, text);
    }

    private List<Line> rows() {
        var holder = content.holder();
        var person = holder.kind() == Applicant.Kind.PERSON;
        var rows = new ArrayList<Line>();
        rows.add(new Line("", "持证主体", holder.name()));
        rows.add(new Line("", person ? "公民身份号码" : "统一社会信用代码", holder.number()));
        content.lines().stream()
                .filter(line -> !line.value().equals(holder.name()))
                .filter(line -> !line.value().equals(holder.number()))
                .forEach(rows::add);
        rows.add(new Line("", "有效期至", until()));
        return rows;
    }

    private void frame(Place place) {
        var width = Optional.ofNullable(place.width()).orElse(100);
        var height = Optional.ofNullable(place.height()).orElse(100);
        marks.add(new Mark.Frame(place.x(), place.y(), width, height, THICK, GOLD));
        marks.add(
                new Mark.Frame(
                        place.x() + BETWEEN_FRAMES,
                        place.y() + BETWEEN_FRAMES,
                        width - 2 * BETWEEN_FRAMES,
                        height - 2 * BETWEEN_FRAMES,
                        THIN,
                        GOLD));
    }

    private static double size(Place place) {
        return Optional.ofNullable(place.size()).orElse(USUAL_SIZE) * POINT;
    }

    private String until() {
        return content.lastDay().map(dates::paperDay).orElse(WITHOUT_END);
    }

    /**
     * The keys of the certificate metadata as files in use carry them; see docs/certificates.md.
     */
    private Map<String, String> metadata() {
        var holder = content.holder();
        var person = holder.kind() == Applicant.Kind.PERSON;
        var data = new LinkedHashMap<String, String>();
        data.put("ZZMC", content.name());
        data.put("ZZLXDM", content.typeCode());
        data.put("ZZBH", content.number());
        data.put("ZZBS", content.identifier());
        data.put("ZZBFJG", content.issuer().name());
        data.put("ZZBFJGDM", content.issuer().creditCode());
        data.put("ZZBFRQ", content.issuedOn().toString());
        data.put("CZZT", holder.name());
        data.put("CZZTDM", holder.number());
        data.put("CZZTDMLX", person ? "公民身份号码" : "统一社会信用代码");
        data.put("CZZTDMLXDM", person ? "111" : "001");
        data.put("ZZYXQQSRQ", content.issuedOn().toString());
        data.put("ZZYXQJZRQ", content.lastDay().orElse(ENDLESS).toString());
        content.lines().forEach(line -> data.putIfAbsent("KZ_" + line.label(), line.value()));
        return data;
    }
}
