package org.tongban.casework.progress;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR code as one SVG path, drawn by {@code casework/progress/qr}. Needs no picture and no style.
 *
 * @param size modules on each side, without the quiet zone
 * @param path a rectangle for each run of dark modules
 */
public record QrCode(int size, String path) {

    /** More does not fit a code that an old phone reads from paper. Characters. */
    private static final int LONGEST = 300;

    /**
     * Draws a text, such as an address.
     *
     * @throws IllegalArgumentException when it is empty or longer than {@value #LONGEST} characters
     */
    public static QrCode of(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a QR code holds 1 to " + LONGEST + " characters");
        }
        try {
            var matrix =
                    new QRCodeWriter()
                            .encode(
                                    text,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(
                                            EncodeHintType.MARGIN,
                                            0,
                                            EncodeHintType.CHARACTER_SET,
                                            "UTF-8",
                                            EncodeHintType.ERROR_CORRECTION,
                                            ErrorCorrectionLevel.M));
            return new QrCode(matrix.getWidth(), path(matrix));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("does not fit a QR code", tooLong);
        }
    }

    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                var run = 0;
                while (x + run < matrix.getWidth() && matrix.get(x + run, y)) {
                    run++;
                }
                if (run > 0) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x, y, run, run));
                    x += run;
                }
            }
        }
        return path.toString();
    }
}
