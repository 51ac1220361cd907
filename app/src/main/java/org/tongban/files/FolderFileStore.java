package org.tongban.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import org.tongban.crypto.FieldCipher;
import org.tongban.crypto.RandomTokens;
import org.tongban.crypto.Sm3;

/**
 * A store in a folder: {@code ab/cd/abcd…} by the hash, and {@code part} for files on their way.
 * The folder may be shared by several nodes. Safe for use by many threads.
 *
 * <p>A file is encrypted as a whole (SM4-GCM, bound to its hash), written under {@code part},
 * forced to the disk and renamed; whatever happens in between, a name stands for the whole content.
 * What a crash leaves in {@code part} is cleared away at the next start, once it is older than
 * {@value #ORPHAN_HOURS} hour.
 *
 * <p>The hash in the name is that of the content, not of the ciphertext: someone who can list the
 * folder can tell whether a document that he already has is in it.
 */
public final class FolderFileStore implements FileStore {

    private static final int ORPHAN_HOURS = 1;

    private final Path folder;
    private final Path parts;
    private final FieldCipher cipher;
    private final long reservedBytes;
    private final RandomTokens names = new RandomTokens();

    /**
     * Makes the folder when it is not there and clears away what a crash left.
     *
     * @param folder {@code <TONGBAN_HOME>/files}
     * @param reservedBytes free space that files may not take, because the database needs it
     * @throws StorageFailed when the folder cannot be used
     */
    public FolderFileStore(Path folder, FieldCipher cipher, Clock clock, long reservedBytes) {
        this.folder = folder;
        this.parts = folder.resolve("part");
        this.cipher = cipher;
        this.reservedBytes = reservedBytes;
        try {
            makeFolder(folder);
            makeFolder(parts);
            clearOrphans(clock);
        } catch (IOException e) {
            throw StorageFailed.because(e);
        }
    }

    @Override
    public Receipt put(InputStream content, FileLimits limits) throws IOException {
        var sent = content.readNBytes(limits.maxBytes() + 1);
        if (sent.length > limits.maxBytes()) {
            return new Receipt.Rejected(FileFault.TOO_LARGE, "> " + limits.maxBytes());
        }
        return switch (Inspection.inspect(sent, limits)) {
            case Inspection.Finding.Unfit(var reason, var what) ->
                    new Receipt.Rejected(reason, what);
            case Inspection.Finding.Fit(var fit, var type) ->
                    new Receipt.Stored(new StoredFile(stored(fit), fit.length, type));
        };
    }

    @Override
    public InputStream open(String sm3) {
        StoredFile.requireSm3(sm3);
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(place(sm3));
        } catch (NoSuchFileException e) {
            throw new FileMissing(sm3);
        } catch (IOException e) {
            throw StorageFailed.because(e);
        }
        return new ByteArrayInputStream(cipher.decryptBytes(sealed, context(sm3)));
    }

    @Override
    public boolean holds(String sm3) {
        StoredFile.requireSm3(sm3);
        return Files.isRegularFile(place(sm3));
    }

    private String stored(byte[] content) {
        var sm3 = Sm3.hex(content);
        var place = place(sm3);
        try {
            var length = (long) content.length + FieldCipher.OVERHEAD_BYTES;
            // A file of another length was cut off from outside; it is written anew.
            if (Files.isRegularFile(place) && Files.size(place) == length) return sm3;
            if (Files.getFileStore(folder).getUsableSpace() - length < reservedBytes) {
                throw new StorageFull("the store of files has no room but the reserve");
            }
            write(cipher.encrypt(content, context(sm3)), sm3);
        } catch (IOException e) {
            throw StorageFailed.because(e);
        }
        return sm3;
    }

    private void write(byte[] sealed, String sm3) throws IOException {
        var part = parts.resolve(names.next());
        try {
            try (var channel =
                    FileChannel.open(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(sealed);
                while (bytes.hasRemaining()) channel.write(bytes);
                channel.force(true);
            }
            makeFolder(outer(sm3));
            makeFolder(inner(sm3));
            // Two writers of one content both succeed: the second replaces like by like.
            Files.move(part, place(sm3), StandardCopyOption.ATOMIC_MOVE);
            force(inner(sm3));
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Path place(String sm3) {
        return inner(sm3).resolve(sm3);
    }

    private Path inner(String sm3) {
        return outer(sm3).resolve(sm3.substring(2, 4));
    }

    private Path outer(String sm3) {
        return folder.resolve(sm3.substring(0, 2));
    }

    private static String context(String sm3) {
        return "file:" + sm3;
    }

    private void clearOrphans(Clock clock) throws IOException {
        // Younger ones may belong to another node that is writing at this moment.
        var before = clock.instant().minus(Duration.ofHours(ORPHAN_HOURS));
        try (var left = Files.newDirectoryStream(parts)) {
            for (var part : left) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private void makeFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) return;
        Files.createDirectories(path);
        if (knowsPermissions(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
        force(path.toAbsolutePath().resolveSibling("")); // the folder it is in
    }

    /** Or a new name may be lost with the power. Windows keeps names without being asked. */
    private static void force(Path folder) throws IOException {
        if (!knowsPermissions(folder)) return;
        try (var channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }

    private static boolean knowsPermissions(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
