package org.tongban.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, from the EXIF block of a JPEG. The block itself is dropped with the place
 * and the device that it names, so the picture must be turned upright first.
 *
 * @param tag 1 to 8, as in the EXIF standard; 1 is upright
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int DIRECTORY_ENTRY_BYTES = 12;

    Orientation {
        if (tag < 1 || tag > 8) throw new IllegalArgumentException("EXIF knows 1 to 8");
    }

    /** Upright where the file says nothing, or nothing that can be read. */
    static Orientation of(byte[] jpeg) {
        try {
            var buffer = ByteBuffer.wrap(jpeg);
            for (var at = 2; at + 4 <= jpeg.length; ) {
                var marker = Short.toUnsignedInt(buffer.getShort(at));
                var length = Short.toUnsignedInt(buffer.getShort(at + 2));
                if ((marker >> 8) != 0xFF || marker == START_OF_SCAN) return UPRIGHT;
                // "Exif" and two zeros open the block; an APP1 may also be XMP.
                if (marker == APP1 && length > 14 && buffer.getInt(at + 4) == 0x45786966) {
                    return fromExif(buffer.slice(at + 10, length - 8));
                }
                at += 2 + length;
            }
        } catch (IndexOutOfBoundsException e) {
            return UPRIGHT; // a block that is cut off says nothing
        }
        return UPRIGHT;
    }

    boolean swapsEdges() {
        return tag >= 5;
    }

    /**
     * The move that sets a picture upright.
     *
     * @param width of the picture as it is stored, in pixels
     * @param height of the picture as it is stored, in pixels
     */
    AffineTransform upright(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static Orientation fromExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * DIRECTORY_ENTRY_BYTES;
            if (Short.toUnsignedInt(tiff.getShort(entry)) == ORIENTATION_TAG) {
                var tag = Short.toUnsignedInt(tiff.getShort(entry + 8));
                return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
