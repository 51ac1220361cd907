package org.tongban.files;

import java.io.IOException;

/** The store cannot be read or written; its operator has to look. */
public sealed class StorageFailed extends RuntimeException permits StorageFull {

    StorageFailed(String message, IOException cause) {
        super(message, cause);
    }

    StorageFailed(String message) {
        super(message);
    }

    /** Tells a full disk or a used-up quota from other failures. */
    static StorageFailed because(IOException cause) {
        var words = String.valueOf(cause.getMessage());
        // Java has no type for these; the texts are those of Linux (ENOSPC, EDQUOT) and macOS.
        return words.contains("No space left") || words.contains("quota exceeded")
                ? new StorageFull("the store of files is full", cause)
                : new StorageFailed("the store of files failed: " + words, cause);
    }
}
