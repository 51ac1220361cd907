package org.tongban.files;

import java.io.IOException;

/** There is no room for the file; nothing was stored. */
public final class StorageFull extends StorageFailed {

    StorageFull(String message) {
        super(message);
    }

    StorageFull(String message, IOException cause) {
        super(message, cause);
    }
}
