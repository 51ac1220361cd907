package org.tongban.documents;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;

/** A QR code as squares on a sheet. */
public final class QrSquares {

    /** A quarter of the code may be covered: paper gets folded and stained. */
    private static final ErrorCorrectionLevel CORRECTION = ErrorCorrectionLevel.Q;

    private QrSquares() {}

    /**
     * A code without its quiet zone, which the layout leaves.
     *
     * @param side in millimetres
     */
    public static Mark.Squares of(String text, double x, double y, double side) {
        try {
            var modules = Encoder.encode(text, CORRECTION).getMatrix();
            var runs = new ArrayList<Mark.Squares.Run>();
            for (var row = 0; row < modules.getHeight(); row++) {
                for (var column = 0; column < modules.getWidth(); column++) {
                    var from = column;
                    while (column < modules.getWidth() && modules.get(column, row) == 1) column++;
                    if (column > from) runs.add(new Mark.Squares.Run(from, row, column - from));
                }
            }
            return new Mark.Squares(x, y, side / modules.getWidth(), runs);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("no QR code holds this text", tooLong);
        }
    }
}
