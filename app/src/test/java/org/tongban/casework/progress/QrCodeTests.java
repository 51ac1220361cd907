package org.tongban.casework.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTests {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
    private static final int QUIET = 4;
    private static final int SCALE = 4;

    @Test
    void whatIsDrawnIsReadBack() throws Exception {
        var address =
                "https://tongban.example/progress?number=52273220261117W000318C&code=3467ABCD";

        assertThat(read(QrCode.of(address))).isEqualTo(address);
    }

    @Test
    void tooLongATextIsRefused() {
        assertThatThrownBy(() -> QrCode.of("a".repeat(301)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String read(QrCode code) throws Exception {
        var side = (code.size() + 2 * QUIET) * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            var left = (Integer.parseInt(runs.group(1)) + QUIET) * SCALE;
            var top = (Integer.parseInt(runs.group(2)) + QUIET) * SCALE;
            var width = Integer.parseInt(runs.group(3)) * SCALE;
            for (var y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + left + width, 0);
            }
        }
        var picture = new RGBLuminanceSource(side, side, pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(picture))).getText();
    }
}
