package org.tongban.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;

/**
 * One key in one file: two lines that a person can read, the key in Base64, and a check over the
 * lines before, by which a file that was cut off or edited is known. Written whole or not at all.
 */
final class KeyFile {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final String TITLE = "Tongban key file, keep secret, back up with the database";
    private static final int LINES = 4;

    private KeyFile() {}

    static void write(Path file, KeyKind kind, byte[] key) throws IOException {
        write(file, kind.label(), key);
    }

    static byte[] read(Path file, KeyKind kind) throws IOException {
        return read(file, kind.label());
    }

    /**
     * Writes one key.
     *
     * @param kind one line that names what the key is for; a file is only read back under it
     */
    static void write(Path file, String kind, byte[] key) throws IOException {
        var body =
                "%s\nkind: %s\nkey: %s\n"
                        .formatted(TITLE, kind, Base64.getEncoder().encodeToString(key));
        writeWhole(file, body + checkLine(body));
    }

    static byte[] read(Path file, String kind) throws IOException {
        refuseWhenOpenToOthers(file);
        var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        var lines = text.split("\n", -1);
        var checkAt = text.lastIndexOf("check: ");
        if (lines.length != LINES + 1
                || checkAt < 0
                || !text.substring(checkAt).equals(checkLine(text.substring(0, checkAt)))
                || !lines[1].equals("kind: " + kind)
                || !lines[2].startsWith("key: ")) {
            throw damaged(file);
        }
        try {
            return Base64.getDecoder().decode(lines[2].substring("key: ".length()));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    /**
     * Puts the text under the name in one step: a reader, and a machine that lost power, finds the
     * whole file or none.
     */
    static void writeWhole(Path file, String text) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (var channel = createForOwner(part)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the key folder must be on a file system that can rename", e);
        }
        if (knowsPermissions(file)) {
            try (var folder = FileChannel.open(file.toAbsolutePath().getParent())) {
                folder.force(true); // or the new name may be lost with the power
            }
        }
    }

    static void refuseWhenOpenToOthers(Path path) throws IOException {
        if (!knowsPermissions(path)) return;
        var permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(p -> !p.name().startsWith("OWNER_"))) {
            throw new KeysUnusable(
                    KeysUnusable.Reason.OPEN_TO_OTHERS,
                    path,
                    "others may read this (%s); run: chmod %s"
                            .formatted(
                                    PosixFilePermissions.toString(permissions),
                                    Files.isDirectory(path) ? "700" : "600"));
        }
    }

    /** False on Windows, where the folder's access list is left to the administrator. */
    static boolean knowsPermissions(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    private static FileChannel createForOwner(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return knowsPermissions(file)
                ? FileChannel.open(file, options, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : FileChannel.open(file, options);
    }

    private static String checkLine(String body) {
        return "check: " + Sm3.hex(body) + "\n";
    }

    private static KeysUnusable damaged(Path file) {
        return new KeysUnusable(
                KeysUnusable.Reason.DAMAGED,
                file,
                "this key file is damaged; put it back from the backup");
    }
}
