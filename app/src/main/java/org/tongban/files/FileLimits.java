package org.tongban.files;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a file at a certain place may be. The limits hold memory in check: a file is looked at as a
 * whole, and a picture takes four bytes a pixel while it is cleaned.
 *
 * @param allowed at least one type
 * @param maxBytes of the file as sent
 * @param maxPixels width times height of a picture as sent
 * @param longestEdge a picture with a longer edge is scaled down to it, in pixels
 */
public record FileLimits(Set<MediaType> allowed, int maxBytes, long maxPixels, int longestEdge) {

    /** No limit may be set higher. */
    public static final int MOST_BYTES = 100 * 1024 * 1024;

    private static final long MOST_PIXELS = 100_000_000L;

    /** All types, 20 MB, 40 million pixels, scaled to 4000: a phone's photograph of a page. */
    public static final FileLimits STANDARD =
            new FileLimits(EnumSet.allOf(MediaType.class), 20 * 1024 * 1024, 40_000_000L, 4000);

    /** What the house seals itself. */
    public static final FileLimits SEALED = STANDARD.only(EnumSet.of(MediaType.OFD, MediaType.PDF));

    public FileLimits {
        allowed = Set.copyOf(allowed);
        if (allowed.isEmpty()) throw new IllegalArgumentException("no type is allowed");
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException("the limit is 1 byte to 100 MB");
        }
        if (maxPixels < 1 || maxPixels > MOST_PIXELS || longestEdge < 1) {
            throw new IllegalArgumentException("a picture has 1 to 100 million pixels");
        }
    }

    /** The same limits for these types only. */
    public FileLimits only(Set<MediaType> types) {
        return new FileLimits(types, maxBytes, maxPixels, longestEdge);
    }
}
