package org.tongban.files;

import java.io.IOException;
import java.util.List;

/** The store cannot be read or written; its operator has to look. */
public sealed class StorageFailed extends RuntimeException permits StorageFull {

    /**
     * Java has no type for a full disk, only the system's words: of Linux and macOS (ENOSPC,
     * EDQUOT), and of Linux on a machine set to Chinese.
     */
    private static final List<String> FULL =
            List.of("No space left", "quota exceeded", "没有空间", "磁盘限额", "磁盘配额");

    StorageFailed(String message, IOException cause) {
        super(message, cause);
    }

    StorageFailed(String message) {
        super(message);
    }

    /** Tells a full disk or a used-up quota from other failures. */
    static StorageFailed because(IOException cause) {
        var words = String.valueOf(cause.getMessage());
        return FULL.stream().anyMatch(words::contains)
                ? new StorageFull("the store of files is full", cause)
                : new StorageFailed("the store of files failed: " + words, cause);
    }
}
