package org.tongban.crypto;

import java.nio.file.Path;

/**
 * The key folder cannot be used as it is, and the platform must not start. The message names the
 * file, what is the matter and what to do; it never holds key material.
 */
public final class KeysUnusable extends RuntimeException {

    /** What is the matter with the key folder. */
    public enum Reason {
        /** Others than the owner may read the folder or a file in it. */
        OPEN_TO_OTHERS,
        /** A file is not as it was written. */
        DAMAGED,
        /** A key is not there although the database holds data written with it. */
        MISSING,
        /** The folder cannot be read or written. */
        UNREACHABLE
    }

    private final Reason reason;

    KeysUnusable(Reason reason, Path where, String message) {
        super(where + ": " + message);
        this.reason = reason;
    }

    KeysUnusable(Reason reason, Path where, String message, Throwable cause) {
        super(where + ": " + message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
