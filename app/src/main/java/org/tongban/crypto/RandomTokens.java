package org.tongban.crypto;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Makes tokens that cannot be guessed, in the letters of URLs (RFC 4648 section 5, no padding).
 * Safe for use by many threads.
 */
public final class RandomTokens {

    /** No token is shorter: 128 bits cannot be tried out. */
    public static final int LEAST_BYTES = 16;

    private final SecureRandom random;

    public RandomTokens() {
        this(new SecureRandom());
    }

    RandomTokens(SecureRandom random) {
        this.random = random;
    }

    /** A token of 128 bits, 22 characters. */
    public String next() {
        return next(LEAST_BYTES);
    }

    /**
     * A token of the length asked for.
     *
     * @param bytes of randomness, at least {@link #LEAST_BYTES}
     */
    public String next(int bytes) {
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a token has at least 128 bits");
        }
        var token = new byte[bytes];
        random.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
