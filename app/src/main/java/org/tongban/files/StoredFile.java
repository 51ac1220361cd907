package org.tongban.files;

import java.util.regex.Pattern;

/**
 * A file that is in the store.
 *
 * @param sm3 hash of the content as stored, 64 lower-case hex digits; for a picture this is the
 *     cleaned picture, not what was sent
 * @param size bytes of the content as stored, before encryption
 */
public record StoredFile(String sm3, long size, MediaType mediaType) {

    private static final Pattern SM3 = Pattern.compile("[0-9a-f]{64}");

    public StoredFile {
        requireSm3(sm3);
    }

    /** Refuses anything that is no hash, so that no path can be smuggled in as one. */
    static void requireSm3(String sm3) {
        if (!SM3.matcher(sm3).matches()) {
            throw new IllegalArgumentException("a file is named by 64 hex digits");
        }
    }
}
