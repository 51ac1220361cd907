package org.tongban.certificates.paper;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.tongban.files.FileLimits;
import org.tongban.files.FileStore;
import org.tongban.files.MediaType;
import org.tongban.files.Receipt;

/**
 * Scans in a ZIP archive. Only what the table names is unpacked, each through the gate that every
 * file passes; folders in the archive do not count, the name of a scan is the last part.
 */
final class ScanArchive {

    private static final int MOST_ENTRIES = 2 * PaperTable.MOST_LINES;

    /** Of what no line names; an archive beside the table holds little else than its scans. */
    private static final long MOST_PASSED_BYTES = 200L * 1024 * 1024;

    /** Of one scan; a page in colour has a tenth. */
    private static final FileLimits LIMITS =
            FileLimits.STANDARD.only(EnumSet.of(MediaType.JPEG, MediaType.PNG, MediaType.PDF));

    private ScanArchive() {}

    /** By the name in the table: the scan; empty when it is none that can be kept. */
    static Map<String, Optional<Scan>> read(byte[] archive, Set<String> wanted, FileStore store)
            throws IOException {
        try {
            return read(archive, wanted, store, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException | java.util.zip.ZipException notUtf8) {
            // What Windows in Chinese packs names its entries in its own code.
            return read(archive, wanted, store, Charset.forName("GB18030"));
        }
    }

    private static Map<String, Optional<Scan>> read(
            byte[] archive, Set<String> wanted, FileStore store, Charset names) throws IOException {
        var found = new HashMap<String, Optional<Scan>>();
        var entries = 0;
        var passed = 0L;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive), names)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) break;
                var name = plain(entry.getName());
                if (!entry.isDirectory() && wanted.contains(name) && !found.containsKey(name)) {
                    found.put(name, stored(store.put(unclosed(zip), LIMITS)));
                }
                passed += passed(zip, MOST_PASSED_BYTES - passed);
                if (passed > MOST_PASSED_BYTES) break;
            }
        }
        return found;
    }

    /** Skipping costs as much as reading: what is not wanted is read up to a limit. */
    private static long passed(ZipInputStream zip, long most) throws IOException {
        var buffer = new byte[16 * 1024];
        var passed = 0L;
        for (var read = zip.read(buffer); read >= 0 && passed <= most; read = zip.read(buffer)) {
            passed += read;
        }
        return passed;
    }

    private static Optional<Scan> stored(Receipt receipt) {
        return receipt instanceof Receipt.Stored(var file)
                ? Optional.of(new Scan(file.sm3(), file.mediaType().header()))
                : Optional.empty();
    }

    /** The name under which a table and an archive mean the same scan. */
    static String plain(String name) {
        return name.replaceAll(".*[/\\\\]", "").strip().toLowerCase(Locale.ROOT);
    }

    private static InputStream unclosed(InputStream zip) {
        return new FilterInputStream(zip) {
            @Override
            public void close() {
                // The archive goes on behind the entry.
            }
        };
    }
}
