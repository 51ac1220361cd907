package org.tongban.stories;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
