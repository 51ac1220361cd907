package org.tongban.files;

import java.io.IOException;
import java.io.InputStream;

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
