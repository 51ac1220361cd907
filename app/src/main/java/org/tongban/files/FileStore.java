package org.tongban.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Keeps files by the hash of their content. Identical content is kept once; a file is never changed
 * and never deleted here.
 */
public interface FileStore {

    /**
     * Checks a file by its content, cleans it if it is a picture, and stores it.
     *
     * @param content read to the end or to the limit, not closed
     * @return what was stored, or why nothing was
     * @throws IOException when {@code content} cannot be read, as when a sender breaks off
     * @throws StorageFull when there is no room
     * @throws StorageFailed when the file cannot be written for another reason
     */
    Receipt put(InputStream content, FileLimits limits) throws IOException;

    /**
     * Stores a sealed file that this house has made itself.
     *
     * @throws IllegalStateException when what was made is not one: a fault of ours
     * @throws StorageFull when there is no room
     */
    default StoredFile putOwn(byte[] content) {
        try {
            return switch (put(new ByteArrayInputStream(content), FileLimits.SEALED)) {
                case Receipt.Stored(var file) -> file;
                case Receipt.Rejected(var reason, var what) ->
                        throw new IllegalStateException(
                                "our own file was refused: " + reason + " " + what);
            };
        } catch (IOException fault) {
            throw new UncheckedIOException("reading from memory does not fail", fault);
        }
    }

    /**
     * The content of a stored file, checked whole before the first byte is given out.
     *
     * @param sm3 as in {@link StoredFile#sm3()}
     * @throws FileMissing when there is no such file
     * @throws StorageFailed when it cannot be read
     * @throws org.tongban.crypto.DecryptionFailed when it was changed on the disk
     */
    InputStream open(String sm3);

    /** Whether there is such a file. */
    boolean holds(String sm3);
}
