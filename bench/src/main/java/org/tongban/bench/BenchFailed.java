package org.tongban.bench;

import org.jspecify.annotations.Nullable;

/** The run cannot give figures that may be believed; the message says why. */
final class BenchFailed extends RuntimeException {

    BenchFailed(String message) {
        super(message);
    }

    BenchFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
