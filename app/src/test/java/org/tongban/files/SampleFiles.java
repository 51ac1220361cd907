package org.tongban.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every type, sound and hostile. */
final class SampleFiles {

    private SampleFiles() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) all.writeBytes(piece);
        return all.toByteArray();
    }

    static byte[] pdf(String body) {
        return bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + body + " >>\nendobj\n%%EOF\n");
    }

    /** A picture with a red left half and a blue right half. */
    static byte[] picture(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setColor(Color.RED);
        paint.fillRect(0, 0, width / 2, height);
        paint.setColor(Color.BLUE);
        paint.fillRect(width / 2, 0, width - width / 2, height);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with an EXIF block that holds the orientation and a secret. */
    static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        var text = bytes(secret);
        var length = 2 + 6 + 8 + 2 + 12 + 4 + text.length;
        var block =
                ByteBuffer.allocate(length + 2)
                        .putShort((short) 0xFFE1)
                        .putShort((short) length)
                        .put(bytes("Exif\0\0"))
                        .put(bytes("MM\0*"))
                        .putInt(8)
                        .putShort((short) 1)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0)
                        .putInt(0)
                        .put(text)
                        .array();
        return joined(
                java.util.Arrays.copyOf(jpeg, 2),
                block,
                java.util.Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The head of a PNG that claims to be of a size; there are no pixels in it. */
    static byte[] pngClaiming(int width, int height) {
        var head =
                ByteBuffer.allocate(17)
                        .put(bytes("IHDR"))
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array();
        var check = new CRC32();
        check.update(head);
        return joined(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13},
                head,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    /** Names and texts in turn. */
    static byte[] zip(String... namesAndTexts) {
        return zip(StandardCharsets.UTF_8, namesAndTexts);
    }

    static byte[] zip(Charset names, String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, names)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(bytes(namesAndTexts[i + 1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] docx(String... more) {
        var all = new String[4 + more.length];
        all[0] = "[Content_Types].xml";
        all[1] = "<Types/>";
        all[2] = "word/document.xml";
        all[3] = "<document/>";
        System.arraycopy(more, 0, all, 4, more.length);
        return zip(all);
    }

    /** Unpacks to as many bytes of zeros as asked for. */
    static byte[] bomb(long unpacked) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("OFD.xml"));
            var zeros = new byte[1024 * 1024];
            for (var left = unpacked; left > 0; left -= zeros.length) zip.write(zeros);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
