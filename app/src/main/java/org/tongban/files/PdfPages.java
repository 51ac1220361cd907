package org.tongban.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Draws the first pages of a PDF, so that a machine can read a scan that was kept as one. Nothing
 * in it runs, and nothing of it lies on the disk meanwhile: it is unpacked in memory, up to a
 * limit.
 */
public final class PdfPages {

    /** A certificate has two sides. */
    public static final int MOST_PAGES = 2;

    /** Fine enough for the smallest print of a certificate. */
    private static final float DPI = 200;

    private static final float POINTS_AN_INCH = 72;

    /** An A3 page at that fineness; larger ones are drawn coarser. */
    private static final double MOST_PIXELS = 8_000_000;

    /** What unpacking may take; a document that takes more is not read. */
    private static final long MOST_MEMORY = 64L * 1024 * 1024;

    private PdfPages() {}

    /**
     * Pictures of the first pages, as PNG.
     *
     * @throws IOException when it is none, is locked by a password, or unpacks too far
     */
    public static List<byte[]> pictures(byte[] pdf) throws IOException {
        var memory = MemoryUsageSetting.setupMainMemoryOnly(MOST_MEMORY).streamCache;
        try (var document = Loader.loadPDF(pdf, "", null, null, memory)) {
            var pictures = new ArrayList<byte[]>();
            var renderer = new PDFRenderer(document);
            // A picture of ten thousand pixels on a small page is read in steps, not as a whole.
            renderer.setSubsamplingAllowed(true);
            var pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
            for (var page = 0; page < pages; page++) {
                pictures.add(png(drawn(renderer, document, page)));
            }
            return pictures;
        }
    }

    private static BufferedImage drawn(PDFRenderer renderer, PDDocument document, int page)
            throws IOException {
        return renderer.renderImageWithDPI(page, fineness(document.getPage(page)), ImageType.RGB);
    }

    /**
     * So fine that the picture does not grow beyond its limit, however large the page says it is.
     */
    private static float fineness(PDPage page) {
        var box = page.getCropBox();
        var inches = (double) box.getWidth() / POINTS_AN_INCH * (box.getHeight() / POINTS_AN_INCH);
        var finest = Math.sqrt(MOST_PIXELS / Math.max(inches, 1));
        return (float) Math.min(DPI, finest);
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
