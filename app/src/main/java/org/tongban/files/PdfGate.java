package org.tongban.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A first gate for PDF: refuses a document whose bytes name a script, a program to start, an
 * embedded file or a film, also when the name is written with escapes ({@code /J#61vaScript}). It
 * does not unpack object streams, in which the same names may be hidden; documents from outside are
 * therefore also shown with a viewer that runs no scripts and sent with a content security policy.
 */
final class PdfGate {

    private static final List<String> ACTIVE =
            List.of("/JavaScript", "/Launch", "/EmbeddedFile", "/RichMedia");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    /** A longer end than this after the last mark is not a PDF's own. */
    private static final int END_BYTES = 1024;

    private PdfGate() {}

    static Inspection.Finding inspect(byte[] content) {
        // One character a byte: the text has the bytes' own positions.
        var text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.indexOf("%%EOF", Math.max(0, text.length() - END_BYTES)) < 0) {
            return new Inspection.Finding.Unfit(FileFault.DAMAGED_DOCUMENT, "no end of the PDF");
        }
        return active(text)
                .or(() -> active(unescaped(text)))
                .<Inspection.Finding>map(
                        name -> new Inspection.Finding.Unfit(FileFault.ACTIVE_CONTENT, name))
                .orElseGet(() -> new Inspection.Finding.Fit(content, MediaType.PDF));
    }

    private static Optional<String> active(String text) {
        return ACTIVE.stream().filter(text::contains).findFirst();
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        escape ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(escape.group(1), 16))));
    }
}
