package org.tongban.documents.ofd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tongban.documents.CheckRefused;
import org.tongban.documents.CheckReport.Refusal;

/**
 * The files of a package, unpacked in memory within limits. Read twice, from the front and by the
 * list at the end: where the two differ, other programs would see another document than we do.
 */
final class OfdArchive {

    static final int MOST_FILES = 200;
    static final int MOST_UNPACKED_BYTES = 32 * 1024 * 1024;

    private final Map<String, byte[]> files;

    private OfdArchive(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableMap(files);
    }

    static OfdArchive read(byte[] content) throws CheckRefused {
        try {
            var forwards = forwards(content);
            if (!sameAsListed(forwards, content)) throw new CheckRefused(Refusal.DAMAGED);
            return new OfdArchive(forwards);
        } catch (IOException | RuntimeException e) {
            // The readers of archives throw runtime exceptions of several kinds on damaged input.
            throw new CheckRefused(Refusal.DAMAGED, e);
        }
    }

    Map<String, byte[]> files() {
        return files;
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static Map<String, byte[]> forwards(byte[] content) throws IOException, CheckRefused {
        var files = new LinkedHashMap<String, byte[]>();
        var names = new HashSet<String>();
        var left = MOST_UNPACKED_BYTES;
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName();
                if (names.size() == MOST_FILES) throw new CheckRefused(Refusal.BOMB);
                if (isHostile(name)) throw new CheckRefused(Refusal.HOSTILE);
                if (!names.add(name.toLowerCase(Locale.ROOT))) {
                    throw new CheckRefused(Refusal.DAMAGED);
                }
                var bytes = within(zip, left);
                left -= bytes.length;
                if (!entry.isDirectory()) files.put(name, bytes);
            }
        }
        return files;
    }

    private static boolean isHostile(String name) {
        return name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || Arrays.asList(name.split("/", -1)).contains("..");
    }

    private static boolean sameAsListed(Map<String, byte[]> files, byte[] content)
            throws IOException, CheckRefused {
        var listed = new HashSet<String>();
        try (var zip =
                ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                        .get()) {
            var entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                var entry = entries.nextElement();
                if (entry.isDirectory()) continue;
                var known = files.get(entry.getName());
                if (known == null || !listed.add(entry.getName())) return false;
                try (var stream = zip.getInputStream(entry)) {
                    if (stream == null || !Arrays.equals(known, within(stream, known.length))) {
                        return false;
                    }
                }
            }
        }
        return listed.size() == files.size();
    }

    private static byte[] within(InputStream stream, int limit) throws IOException, CheckRefused {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[16 * 1024];
        for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            bytes.write(buffer, 0, read);
            if (bytes.size() > limit) throw new CheckRefused(Refusal.BOMB);
        }
        return bytes.toByteArray();
    }
}
