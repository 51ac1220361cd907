package org.tongban.certificates.wallet;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one path of SVG, so that a page needs neither a script nor a picture for it.
 *
 * @param size of its side in modules, the quiet zone included
 * @param path of the dark modules, one unit each
 */
public record QrCode(int size, String path) {

    /** Modules left white around the code: the standard asks for four. */
    private static final int QUIET = 4;

    /** A quarter of the code may be covered: paper gets folded and stained. */
    private static final ErrorCorrectionLevel CORRECTION = ErrorCorrectionLevel.Q;

    /** The code of a text. */
    public static QrCode of(String text) {
        var modules = modules(text);
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
    }

    private static com.google.zxing.qrcode.encoder.ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, CORRECTION).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds this text", tooLong);
        }
    }
}
