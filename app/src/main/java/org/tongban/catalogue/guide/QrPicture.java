package org.tongban.catalogue.guide;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as one SVG path on a grid of squares: printed beside a guide, it leads back to it.
 *
 * @param size squares on a side, without the quiet zone
 * @param path one square of side 1 for each dark one
 */
public record QrPicture(int size, String path) {

    /**
     * The code of an address.
     *
     * @throws IllegalArgumentException when the address is too long for any code
     */
    public static QrPicture of(String address) {
        try {
            var squares = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (var row = 0; row < squares.getHeight(); row++) {
                for (var column = 0; column < squares.getWidth(); column++) {
                    if (squares.get(column, row) == 1) {
                        path.append('M').append(column).append(' ').append(row).append("h1v1h-1z");
                    }
                }
            }
            return new QrPicture(squares.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds this address", tooLong);
        }
    }
}
