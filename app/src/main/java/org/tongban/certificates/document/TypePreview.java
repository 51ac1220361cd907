package org.tongban.certificates.document;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.Applicant;
import org.tongban.certificates.CertificateContent;
import org.tongban.certificates.CertificateType;
import org.tongban.documents.DocumentMaker;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;

/**
 * Draws a type of certificate as its sealed files would look, from sample words: the same sheet,
 * set by the same type, as an SVG picture. A ring stands where the seal goes; nothing is sealed.
 */
@Component
public class TypePreview {

    /** Of a seal, in millimetres. */
    private static final int SEAL = 42;

    private static final int SAMPLE_YEARS = 5;

    private final DocumentMaker maker;
    private final Clock clock;

    TypePreview(DocumentMaker maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
    }

    /** The picture; empty on a machine without a font for Chinese. */
    public Optional<String> svg(CertificateType type) {
        return maker.typesetter()
                .map(
                        setter ->
                                CertificateSheet.of(
                                        sample(type),
                                        Optional.ofNullable(type.layout())
                                                .orElseGet(CertificateSheet::plain),
                                        setter,
                                        "预览",
                                        ""))
                .map(TypePreview::drawn);
    }

    private CertificateContent sample(CertificateType type) {
        var today = LocalDate.now(clock);
        var person = type.holder().equals("person");
        return new CertificateContent(
                "1.2.156.3005.2." + type.typeCode() + ".预览",
                "000000000000000000",
                type.key(),
                type.typeCode(),
                type.name(),
                new CertificateContent.Holder(
                        person ? Applicant.Kind.PERSON : Applicant.Kind.FIRM,
                        person ? "张某某" : "某某有限公司",
                        person ? "990101199001010019" : "91999900MA0TEQT131"),
                new CertificateContent.Issuer("", "某某县某某局", ""),
                "",
                today,
                type.years().isPresent() ? today.plusYears(SAMPLE_YEARS).minusDays(1) : null,
                type.fields().stream()
                        .map(
                                face ->
                                        new CertificateContent.Line(
                                                face.key(), face.label(), words(face)))
                        .toList(),
                null,
                null);
    }

    private static String words(CertificateType.Face face) {
        if (!face.onlyWords().isEmpty()) return face.onlyWords().getFirst();
        return switch (face.writtenAs()) {
            case "date" -> "2026-01-01";
            case "decimal" -> "100";
            case "mobile" -> "13800000000";
            case "citizenId" -> "990101199001010019";
            case "creditCode" -> "91999900MA0TEQT131";
            default -> "（" + face.label() + "）";
        };
    }

    private static String drawn(Sheet sheet) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%smm\" height=\"%smm\">"
                        .formatted(
                                number(sheet.width()),
                                number(sheet.height()),
                                number(sheet.width()),
                                number(sheet.height())));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        sheet.pages().getFirst().forEach(mark -> draw(mark, svg));
        var seal = sheet.seal();
        svg.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"none\" stroke=\"#c8102e\" stroke-width=\"1\" stroke-dasharray=\"3 2\"/>"
                        .formatted(
                                number(seal.x() + SEAL / 2.0),
                                number(seal.y() + SEAL / 2.0),
                                number(SEAL / 2.0 - 1)));
        return svg.append("</svg>").toString();
    }

    private static void draw(Mark mark, StringBuilder svg) {
        switch (mark) {
            case Mark.Text text ->
                    svg.append(
                            "<text x=\"%s\" y=\"%s\" font-size=\"%s\" letter-spacing=\"%s\" fill=\"%s\" font-family=\"Noto Sans CJK SC, Noto Serif CJK SC, sans-serif\" xml:space=\"preserve\">%s</text>"
                                    .formatted(
                                            number(text.x()),
                                            number(text.baseline()),
                                            number(text.size()),
                                            number(text.gap()),
                                            colour(text.colour()),
                                            escaped(text.text())));
            case Mark.Line line ->
                    svg.append(
                            "<path d=\"M%s %sL%s %s\" stroke=\"%s\" stroke-width=\"%s\"/>"
                                    .formatted(
                                            number(line.x1()),
                                            number(line.y1()),
                                            number(line.x2()),
                                            number(line.y2()),
                                            colour(line.colour()),
                                            number(line.thickness())));
            case Mark.Frame frame ->
                    svg.append(
                            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                                    .formatted(
                                            number(frame.x()),
                                            number(frame.y()),
                                            number(frame.width()),
                                            number(frame.height()),
                                            colour(frame.colour()),
                                            number(frame.thickness())));
            case Mark.Squares squares -> {
                svg.append("<path d=\"");
                for (var run : squares.runs()) {
                    svg.append(
                            "M%s %sh%sv%sh-%sz"
                                    .formatted(
                                            number(squares.x() + run.x() * squares.unit()),
                                            number(squares.y() + run.y() * squares.unit()),
                                            number(run.length() * squares.unit()),
                                            number(squares.unit()),
                                            number(run.length() * squares.unit())));
                }
                svg.append("\"/>");
            }
        }
    }

    private static String number(double millimetres) {
        return String.format(Locale.ROOT, "%.2f", millimetres);
    }

    private static String colour(int colour) {
        return "#%06x".formatted(colour);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
