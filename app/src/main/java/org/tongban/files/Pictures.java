package org.tongban.files;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Cleans pictures by painting them anew: only pixels survive, not the place where the picture was
 * taken, nor what was hung on after its end. Turned upright and scaled down on the way.
 */
final class Pictures {

    /** Decoded pictures are large (40 million pixels: 160 MB); so many at a time in one process. */
    private static final Semaphore AT_WORK = new Semaphore(2, true);

    private static final float JPEG_QUALITY = 0.9f;

    private Pictures() {}

    static Inspection.Finding clean(byte[] content, MediaType type, FileLimits limits) {
        AT_WORK.acquireUninterruptibly();
        try {
            return painted(content, type, limits);
        } catch (IOException | RuntimeException e) {
            // The decoders throw runtime exceptions of many kinds on damaged input.
            return new Inspection.Finding.Unfit(
                    FileFault.DAMAGED_PICTURE, e.getClass().getSimpleName());
        } finally {
            AT_WORK.release();
        }
    }

    private static Inspection.Finding painted(byte[] content, MediaType type, FileLimits limits)
            throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(type.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > limits.maxPixels()) {
                return new Inspection.Finding.Unfit(
                        FileFault.TOO_MANY_PIXELS, Long.toString(pixels));
            }
            var orientation =
                    type == MediaType.JPEG ? Orientation.of(content) : Orientation.UPRIGHT;
            var upright = upright(reader.read(0), orientation, type, limits.longestEdge());
            return new Inspection.Finding.Fit(encoded(upright, type), type);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(
            BufferedImage picture, Orientation orientation, MediaType type, int longestEdge) {
        var width = picture.getWidth();
        var height = picture.getHeight();
        var scale = Math.min(1.0, (double) longestEdge / Math.max(width, height));
        var scaledWidth = Math.max(1, (int) Math.round(width * scale));
        var scaledHeight = Math.max(1, (int) Math.round(height * scale));
        var turned = orientation.swapsEdges();
        var clear = type == MediaType.PNG && picture.getColorModel().hasAlpha();
        var canvas =
                new BufferedImage(
                        turned ? scaledHeight : scaledWidth,
                        turned ? scaledWidth : scaledHeight,
                        clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var paint = canvas.createGraphics();
        try {
            if (!clear) {
                paint.setColor(Color.WHITE);
                paint.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
            }
            paint.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            var move = orientation.upright(scaledWidth, scaledHeight);
            move.scale((double) scaledWidth / width, (double) scaledHeight / height);
            paint.drawImage(picture, move, null);
        } finally {
            paint.dispose();
        }
        return canvas;
    }

    private static byte[] encoded(BufferedImage picture, MediaType type) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(type.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            if (type == MediaType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(JPEG_QUALITY);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
