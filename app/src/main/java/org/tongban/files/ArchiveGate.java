package org.tongban.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The gate for documents that are ZIP archives: OFD, DOCX, XLSX. Everything is unpacked once, to
 * nowhere, and counted; the list at the end must name as many entries as were found, so that no
 * other program sees other content than this one.
 */
final class ArchiveGate {

    static final int MOST_ENTRIES = 4000;
    static final long MOST_UNPACKED_BYTES = 300L * 1024 * 1024;

    /** Text shrinks to a twentieth; what shrinks further than this is made to fill a disk. */
    static final int HIGHEST_RATIO = 200;

    /** Small archives may shrink as they like. */
    private static final long RATIO_FROM_BYTES = 10L * 1024 * 1024;

    private static final int TYPES_BYTES = 1024 * 1024;
    private static final int END_BYTES = 22;
    private static final int END_MARK = 0x06054b50;
    private static final int END_COUNT_AT = 10;
    private static final int END_COMMENT_AT = 20;

    private static final String CONTENT_TYPES = "[Content_Types].xml";

    private ArchiveGate() {}

    /** What went through the gate while it was unpacked. */
    private static final class Passage {
        private final Set<String> names = new HashSet<>();
        private String types = "";
        private long unpacked;
    }

    static Inspection.Finding inspect(byte[] content) {
        var passage = new Passage();
        // Names that are not marked as UTF-8 are often GBK. Read a byte a character, no name fails,
        // and those that matter here are plain ASCII.
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(content), StandardCharsets.ISO_8859_1)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var fault = entryFault(entry, passage);
                if (fault.isPresent()) return fault.get();
                if (!unpack(zip, entry, passage, content.length)) {
                    return unfit(FileFault.ARCHIVE_TOO_LARGE, "unpacked size");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return unfit(FileFault.DAMAGED_DOCUMENT, String.valueOf(e.getMessage()));
        }
        if (!endsWithListOf(passage.names.size(), content)) {
            return unfit(FileFault.DAMAGED_DOCUMENT, "list of entries");
        }
        return typed(passage, content);
    }

    private static Optional<Inspection.Finding> entryFault(ZipEntry entry, Passage passage) {
        var name = entry.getName();
        var lower = name.toLowerCase(Locale.ROOT);
        if (passage.names.size() == MOST_ENTRIES) {
            return Optional.of(unfit(FileFault.ARCHIVE_TOO_LARGE, "entries"));
        }
        if (!passage.names.add(name)) {
            return Optional.of(unfit(FileFault.DAMAGED_DOCUMENT, "two entries of one name"));
        }
        if (name.contains("\\") || name.startsWith("/") || name.contains("..")) {
            return Optional.of(unfit(FileFault.DAMAGED_DOCUMENT, "path of an entry"));
        }
        var active =
                lower.endsWith("vbaproject.bin")
                        || lower.contains("activex/")
                        || (lower.contains("embeddings/") && lower.endsWith(".bin"))
                        || lower.endsWith(".exe")
                        || lower.endsWith(".dll")
                        || lower.endsWith(".js")
                        || lower.endsWith(".html")
                        || lower.endsWith(".htm");
        return active ? Optional.of(unfit(FileFault.ACTIVE_CONTENT, name)) : Optional.empty();
    }

    /** False when the archive unpacks to too much. */
    private static boolean unpack(ZipInputStream zip, ZipEntry entry, Passage passage, long packed)
            throws IOException {
        var types = new StringBuilder();
        var keeps = entry.getName().equals(CONTENT_TYPES);
        var buffer = new byte[16 * 1024];
        for (var read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            passage.unpacked += read;
            if (passage.unpacked > MOST_UNPACKED_BYTES
                    || (passage.unpacked > RATIO_FROM_BYTES
                            && passage.unpacked > packed * HIGHEST_RATIO)) {
                return false;
            }
            if (keeps) {
                if (types.length() > TYPES_BYTES) return false;
                types.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
        }
        if (keeps) passage.types = types.toString();
        return true;
    }

    private static Inspection.Finding typed(Passage passage, byte[] content) {
        if (passage.names.contains("OFD.xml")) {
            return new Inspection.Finding.Fit(content, MediaType.OFD);
        }
        if (!passage.names.contains(CONTENT_TYPES)) {
            return unfit(FileFault.TYPE_NOT_ALLOWED, "archive");
        }
        var types = passage.types.toLowerCase(Locale.ROOT);
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            return unfit(FileFault.ACTIVE_CONTENT, CONTENT_TYPES);
        }
        if (passage.names.contains("word/document.xml")) {
            return new Inspection.Finding.Fit(content, MediaType.DOCX);
        }
        if (passage.names.contains("xl/workbook.xml")) {
            return new Inspection.Finding.Fit(content, MediaType.XLSX);
        }
        return unfit(FileFault.TYPE_NOT_ALLOWED, "office document");
    }

    /** Whether the file ends with an end record, without a comment, that counts the entries. */
    private static boolean endsWithListOf(int entries, byte[] content) {
        var at = content.length - END_BYTES;
        if (at < 0) return false;
        var end = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        return end.getInt(at) == END_MARK
                && Short.toUnsignedInt(end.getShort(at + END_COUNT_AT)) == entries
                && end.getShort(at + END_COMMENT_AT) == 0;
    }

    private static Inspection.Finding unfit(FileFault reason, String what) {
        return new Inspection.Finding.Unfit(reason, what);
    }
}
