package org.tongban.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Decides from the content alone what a file is and whether it may be stored. The name and the
 * header that came with it are not looked at: both are the sender's claims.
 */
final class Inspection {

    /** What was found. */
    sealed interface Finding {
        /** Fit to be stored, in this form. */
        @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
        record Fit(byte[] content, MediaType mediaType) implements Finding {}

        /** Not to be stored. */
        record Unfit(FileFault reason, String what) implements Finding {}
    }

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Inspection() {}

    static Finding inspect(byte[] content, FileLimits limits) {
        if (content.length == 0) return new Finding.Unfit(FileFault.EMPTY, "");
        Finding finding;
        if (startsWith(content, PDF)) finding = PdfGate.inspect(content);
        else if (startsWith(content, ZIP)) finding = ArchiveGate.inspect(content);
        else if (startsWith(content, JPEG)) finding = picture(content, MediaType.JPEG, limits);
        else if (startsWith(content, PNG)) finding = picture(content, MediaType.PNG, limits);
        else finding = new Finding.Unfit(FileFault.TYPE_NOT_ALLOWED, "unknown");
        return finding instanceof Finding.Fit fit && !limits.allowed().contains(fit.mediaType())
                ? new Finding.Unfit(FileFault.TYPE_NOT_ALLOWED, fit.mediaType().name())
                : finding;
    }

    private static Finding picture(byte[] content, MediaType type, FileLimits limits) {
        // Before the work of decoding, not after it.
        return limits.allowed().contains(type)
                ? Pictures.clean(content, type, limits)
                : new Finding.Unfit(FileFault.TYPE_NOT_ALLOWED, type.name());
    }

    private static boolean startsWith(byte[] content, byte[] mark) {
        return content.length >= mark.length
                && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
