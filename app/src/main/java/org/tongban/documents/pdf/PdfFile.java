package org.tongban.documents.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashMap;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSignature;
import org.openpdf.text.pdf.PdfSignatureAppearance;
import org.openpdf.text.pdf.PdfStamper;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;
import org.tongban.crypto.SigningDevice;
import org.tongban.crypto.Sm3;
import org.tongban.documents.Mark;
import org.tongban.documents.Sheet;
import org.tongban.documents.font.SubsetFont;
import org.tongban.documents.seal.HeldSeal;
import org.tongban.documents.seal.SealSignature;

/**
 * Writes a sheet as a PDF whose signature field carries the sealed structure of GB/T 38540 over all
 * bytes but the signature itself. Common viewers show the seal and say that they do not know this
 * kind of signature; this platform's verification page checks it.
 */
public final class PdfFile {

    /** Says what {@code Contents} holds; a name of our own, no standard gives one. */
    static final String SUB_FILTER = "Tongban.GBT38540";

    private static final double POINTS = 72 / 25.4;

    /** A signature differs by a few bytes from its neighbour: its numbers may begin with a zero. */
    private static final int SPARE_BYTES = 32;

    private final Sheet sheet;
    private final byte[] letters;
    private final HeldSeal seal;
    private final Instant at;

    private PdfFile(Sheet sheet, byte[] letters, HeldSeal seal, Instant at) {
        this.sheet = sheet;
        this.letters = letters;
        this.seal = seal;
        this.at = at;
    }

    /**
     * The file.
     *
     * @param letters the font, with at least the characters of the sheet
     * @param at of sealing, whole seconds
     */
    public static byte[] sealed(
            Sheet sheet, byte[] letters, HeldSeal seal, Instant at, SigningDevice device) {
        var file = new PdfFile(sheet, letters, seal, at);
        try {
            return file.signed(file.unsigned(), device);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
    }

    private byte[] unsigned() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var size =
                new Rectangle((float) (sheet.width() * POINTS), (float) (sheet.height() * POINTS));
        try (var document = new Document(size, 0, 0, 0, 0)) {
            var writer = PdfWriter.getInstance(document, bytes);
            document.addTitle(sheet.title());
            document.addAuthor(sheet.author());
            document.addCreator("Tongban");
            document.setDocumentLanguage("zh-CN");
            sheet.metadata().forEach(document::addHeader);
            document.open();
            var font =
                    BaseFont.createFont(
                            SubsetFont.NAME + ".ttf",
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            BaseFont.NOT_CACHED,
                            letters,
                            null);
            for (var page = 0; page < sheet.pages().size(); page++) {
                if (page > 0) document.newPage();
                writer.setPageEmpty(false);
                for (var mark : sheet.pages().get(page)) {
                    draw(mark, writer.getDirectContent(), font);
                }
            }
        }
        return bytes.toByteArray();
    }

    private void draw(Mark mark, PdfContentByte page, BaseFont font) {
        switch (mark) {
            case Mark.Text text -> {
                colour(page, text.colour());
                page.beginText();
                page.setFontAndSize(font, points(text.size()));
                page.setCharacterSpacing(points(text.gap()));
                page.setTextMatrix(points(text.x()), up(text.baseline()));
                page.showText(text.text());
                page.endText();
            }
            case Mark.Line line -> {
                colour(page, line.colour());
                page.setLineWidth(points(line.thickness()));
                page.moveTo(points(line.x1()), up(line.y1()));
                page.lineTo(points(line.x2()), up(line.y2()));
                page.stroke();
            }
            case Mark.Frame frame -> {
                colour(page, frame.colour());
                page.setLineWidth(points(frame.thickness()));
                page.rectangle(
                        points(frame.x()),
                        up(frame.y() + frame.height()),
                        points(frame.width()),
                        points(frame.height()));
                page.stroke();
            }
            case Mark.Squares squares -> {
                colour(page, Mark.BLACK);
                var unit = squares.unit();
                for (var run : squares.runs()) {
                    page.rectangle(
                            points(squares.x() + run.x() * unit),
                            up(squares.y() + (run.y() + 1) * unit),
                            points(run.length() * unit),
                            points(unit));
                }
                page.fill();
            }
        }
    }

    private byte[] signed(byte[] unsigned, SigningDevice device) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var stamper =
                PdfStamper.createSignature(new PdfReader(unsigned), bytes, "1.7", null, false);
        var appearance = stamper.getSignatureAppearance();
        var picture = seal.seal().picture();
        var left = points(sheet.seal().x());
        var top = up(sheet.seal().y());
        appearance.setVisibleSignature(
                new Rectangle(
                        left, top - points(picture.height()), left + points(picture.width()), top),
                sheet.seal().page() + 1,
                "seal");
        appearance.setLayer2Text("");
        appearance.setSignatureGraphic(Image.getInstance(picture.bytes()));
        appearance.setRender(PdfSignatureAppearance.SignatureRenderGraphic);
        appearance.setAcro6Layers(true);
        appearance.setSignDate(moment());
        var kind = new PdfSignature(new PdfName("Tongban"), new PdfName(SUB_FILTER));
        kind.setName(seal.seal().name());
        kind.setDate(new PdfDate(moment()));
        appearance.setCryptoDictionary(kind);
        var length = made(device, new byte[Sm3.BYTES]).length + SPARE_BYTES;
        var room = new HashMap<PdfName, Integer>();
        room.put(PdfName.CONTENTS, 2 * length + 2);
        appearance.preClose(room);
        var signature = made(device, Sm3.hash(appearance.getRangeStream()));
        var contents = new PdfDictionary();
        contents.put(
                PdfName.CONTENTS,
                new PdfString(java.util.Arrays.copyOf(signature, length)).setHexWriting(true));
        appearance.close(contents);
        return bytes.toByteArray();
    }

    private byte[] made(SigningDevice device, byte[] hash) {
        return SealSignature.make(seal, at, hash, "ByteRange", device);
    }

    private Calendar moment() {
        return GregorianCalendar.from(at.atZone(ZoneOffset.ofHours(8)));
    }

    private static void colour(PdfContentByte page, int rgb) {
        page.setRGBColorFill((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
        page.setRGBColorStroke((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }

    private static float points(double millimetres) {
        return (float) (millimetres * POINTS);
    }

    private float up(double fromTop) {
        return points(sheet.height() - fromTop);
    }
}
