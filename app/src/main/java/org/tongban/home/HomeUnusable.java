package org.tongban.home;

import java.io.Serial;

/** The installation cannot start on this folder. The message says what to do, in Chinese. */
public final class HomeUnusable extends IllegalStateException {

    @Serial private static final long serialVersionUID = 1;

    public HomeUnusable(String message) {
        super(message);
    }

    public HomeUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
