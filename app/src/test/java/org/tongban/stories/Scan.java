package org.tongban.stories;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that people of the stories hand in. */
final class Scan {

    private Scan() {}

    /** A small picture of nothing. */
    static Path picture() {
        try {
            var file = Files.createTempFile("picture-", ".png");
            var nothing = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
            ImageIO.write(nothing, "png", file.toFile());
            return file;
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    /**
     * An old food licence as a scanner gives it, in an archive: readable, and with another number.
     */
    static byte[] zipped(String name) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(name));
            ImageIO.write(licence(), "png", zip);
            zip.closeEntry();
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage licence() {
        var image = new BufferedImage(1000, 640, BufferedImage.TYPE_INT_RGB);
        var page = image.createGraphics();
        page.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        page.setColor(Color.WHITE);
        page.fillRect(0, 0, 1000, 640);
        page.setColor(Color.BLACK);
        page.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 44));
        page.drawString("食品经营许可证", 340, 90);
        page.setFont(new Font("Noto Sans CJK SC", Font.PLAIN, 30));
        page.drawString("证书编号：JY90999", 120, 200);
        page.drawString("姓名：陆某芳", 120, 280);
        page.drawString("发证日期：2025年3月2日", 120, 440);
        page.drawString("有效期至：2029年3月1日", 120, 520);
        page.dispose();
        return image;
    }
}
