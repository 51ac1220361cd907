package org.tongban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.tongban.files.SampleFiles.bytes;
import static org.tongban.files.SampleFiles.docx;
import static org.tongban.files.SampleFiles.joined;
import static org.tongban.files.SampleFiles.pdf;
import static org.tongban.files.SampleFiles.picture;
import static org.tongban.files.SampleFiles.withExif;
import static org.tongban.files.SampleFiles.zip;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTests {

    private static final String SECRET = "GPS 25.98N 107.87E";

    static Stream<Arguments> sound() {
        return Stream.of(
                arguments("PDF", pdf("")),
                arguments("JPEG", picture("jpg", 40, 20)),
                arguments("PNG", picture("png", 40, 20)),
                arguments("OFD", zip("OFD.xml", "<OFD/>", "Doc_0/Document.xml", "<Document/>")),
                arguments("OFD", zip(Charset.forName("GBK"), "OFD.xml", "<OFD/>", "附件/图.xml", "")),
                arguments("DOCX", docx()),
                arguments(
                        "XLSX", zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void theTypeIsReadFromTheContent(MediaType type, byte[] content) {
        assertThat(Inspection.inspect(content, FileLimits.STANDARD))
                .isInstanceOfSatisfying(
                        Inspection.Finding.Fit.class,
                        fit -> assertThat(fit.mediaType()).isEqualTo(type));
    }

    static Stream<Arguments> refused() {
        var jpeg = picture("jpg", 40, 20);
        return Stream.of(
                arguments("nothing", "EMPTY", new byte[0]),
                arguments("HTML", "TYPE_NOT_ALLOWED", bytes("<!DOCTYPE html><script>")),
                arguments("SVG", "TYPE_NOT_ALLOWED", bytes("<svg onload='alert(1)'/>")),
                arguments("text", "TYPE_NOT_ALLOWED", bytes("just text")),
                arguments("Windows program", "TYPE_NOT_ALLOWED", bytes("MZ\0\0")),
                arguments("Linux program", "TYPE_NOT_ALLOWED", bytes("\u007fELF")),
                arguments("shell script", "TYPE_NOT_ALLOWED", bytes("#!/bin/sh\n")),
                arguments("GIF", "TYPE_NOT_ALLOWED", picture("gif", 4, 4)),
                arguments("other archive", "TYPE_NOT_ALLOWED", zip("a.txt", "a")),
                arguments("HTML before a PDF", "TYPE_NOT_ALLOWED", joined(bytes("<b>"), pdf(""))),
                arguments("picture cut off", "DAMAGED_PICTURE", Arrays.copyOf(jpeg, 20)),
                arguments("only a mark", "DAMAGED_PICTURE", Arrays.copyOf(jpeg, 3)),
                arguments("PDF cut off", "DAMAGED_DOCUMENT", bytes("%PDF-1.7\n1 0 obj")),
                arguments(
                        "PDF with much after it",
                        "DAMAGED_DOCUMENT",
                        joined(pdf(""), bytes("<html>".repeat(400)))),
                arguments("PDF script", "ACTIVE_CONTENT", pdf("/S /JavaScript /JS (app.alert(1))")),
                arguments("escaped script", "ACTIVE_CONTENT", pdf("/S /J#61va#53cript")),
                arguments("PDF start", "ACTIVE_CONTENT", pdf("/S /Launch")),
                arguments("PDF embeds", "ACTIVE_CONTENT", pdf("/Type /EmbeddedFile")),
                arguments("macro", "ACTIVE_CONTENT", docx("word/vbaProject.bin", "x")),
                arguments("macro, capitals", "ACTIVE_CONTENT", docx("word/VBAPROJECT.BIN", "x")),
                arguments("OLE object", "ACTIVE_CONTENT", docx("word/embeddings/o1.bin", "x")),
                arguments(
                        "macro type",
                        "ACTIVE_CONTENT",
                        zip(
                                "[Content_Types].xml",
                                "application/vnd.ms-word.document.macroEnabled.main+xml",
                                "word/document.xml",
                                "")),
                arguments("path out", "DAMAGED_DOCUMENT", docx("../../etc/passwd", "x")),
                arguments(
                        "archive and more", "DAMAGED_DOCUMENT", joined(docx(), bytes("<script>"))),
                arguments(
                        "archive cut off",
                        "DAMAGED_DOCUMENT",
                        Arrays.copyOf(docx(), docx().length - 30)),
                arguments("two archives", "DAMAGED_DOCUMENT", joined(docx(), docx("a", "b"))),
                arguments("bomb", "ARCHIVE_TOO_LARGE", SampleFiles.bomb(400L * 1024 * 1024)),
                arguments("pixels", "TOO_MANY_PIXELS", SampleFiles.pngClaiming(60_000, 60_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void whatIsNotAllowedIsRefusedWithItsReason(String what, FileFault reason, byte[] content) {
        assertThat(Inspection.inspect(content, FileLimits.STANDARD))
                .as(what)
                .isInstanceOfSatisfying(
                        Inspection.Finding.Unfit.class,
                        unfit -> assertThat(unfit.reason()).as(unfit.what()).isEqualTo(reason));
    }

    @Test
    void anArchiveOfTooManyEntriesIsRefused() {
        var names = new String[2 * (ArchiveGate.MOST_ENTRIES + 1)];
        for (var i = 0; i < names.length; i += 2) {
            names[i] = "e" + i;
            names[i + 1] = "";
        }

        assertThat(Inspection.inspect(zip(names), FileLimits.STANDARD))
                .isEqualTo(new Inspection.Finding.Unfit(FileFault.ARCHIVE_TOO_LARGE, "entries"));
    }

    @Test
    void aTypeThatIsNotAskedForIsRefused() {
        var pictures = FileLimits.STANDARD.only(Set.of(MediaType.JPEG));

        assertThat(Inspection.inspect(pdf(""), pictures))
                .isEqualTo(new Inspection.Finding.Unfit(FileFault.TYPE_NOT_ALLOWED, "PDF"));
        assertThat(Inspection.inspect(picture("png", 4, 4), pictures))
                .isEqualTo(new Inspection.Finding.Unfit(FileFault.TYPE_NOT_ALLOWED, "PNG"));
    }

    @Test
    void ofAPictureOnlyThePixelsAreKept() {
        var sent =
                joined(
                        withExif(picture("jpg", 40, 20), 1, SECRET),
                        bytes("<script>alert(1)</script>"));

        var kept = new String(cleaned(sent), StandardCharsets.ISO_8859_1);

        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(SECRET, "<script>");
        assertThat(kept).doesNotContain(SECRET).doesNotContain("<script>").doesNotContain("Exif");
    }

    /** The picture's left half is red; the table says where red is once it is upright. */
    @ParameterizedTest
    @CsvSource({
        "1, 80, 40, left",
        "2, 80, 40, right",
        "3, 80, 40, right",
        "4, 80, 40, left",
        "5, 40, 80, top",
        "6, 40, 80, top",
        "7, 40, 80, bottom",
        "8, 40, 80, bottom"
    })
    void aPictureIsTurnedUpright(int orientation, int width, int height, String red)
            throws IOException {
        var upright = decoded(cleaned(withExif(picture("jpg", 80, 40), orientation, "")));

        assertThat(upright.getWidth()).isEqualTo(width);
        assertThat(upright.getHeight()).isEqualTo(height);
        var x = red.equals("right") ? width - 5 : red.equals("left") ? 5 : width / 2;
        var y = red.equals("bottom") ? height - 5 : red.equals("top") ? 5 : height / 2;
        assertThat(upright.getRGB(x, y) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(upright.getRGB(width - 1 - x, height - 1 - y) & 0xFF).isGreaterThan(0);
    }

    @Test
    void aLargePictureIsScaledDown() throws IOException {
        var scaled = decoded(cleaned(picture("jpg", 5000, 1000)));

        assertThat(scaled.getWidth()).isEqualTo(4000);
        assertThat(scaled.getHeight()).isEqualTo(800);
    }

    @Test
    void cleaningACleanPngChangesNothing() {
        var once = cleaned(picture("png", 40, 20));

        assertThat(cleaned(once)).isEqualTo(once);
    }

    @Test
    void damageAtAnyPlaceIsAnAnswerAndNoFailure() {
        var random = new Random(20261121);
        for (var sample :
                new byte[][] {
                    withExif(picture("jpg", 40, 20), 6, SECRET), picture("png", 40, 20), docx()
                }) {
            for (var round = 0; round < 300; round++) {
                var damaged = Arrays.copyOf(sample, 1 + random.nextInt(sample.length));
                for (var i = 0; i < 3; i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(Inspection.inspect(damaged, FileLimits.STANDARD)).isNotNull();
            }
        }
    }

    private static byte[] cleaned(byte[] picture) {
        return switch (Inspection.inspect(picture, FileLimits.STANDARD)) {
            case Inspection.Finding.Fit(var content, _) -> content;
            case Inspection.Finding.Unfit unfit -> throw new AssertionError(unfit);
        };
    }

    private static BufferedImage decoded(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
