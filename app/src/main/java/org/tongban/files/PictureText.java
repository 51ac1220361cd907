package org.tongban.files;

import java.util.List;

/**
 * Reads what is written in pictures. It errs: what it says is a reason to look, never to decide.
 */
public interface PictureText {

    /** Whether pictures can be read on this machine at all. */
    boolean isThere();

    /**
     * The lines of a picture, from above to below; empty where nothing is written, or nothing that
     * can be read. Takes about half a second of one core for a page.
     *
     * @param picture a PNG or JPEG as it is kept
     * @throws IllegalStateException where {@link #isThere} is false
     */
    List<String> lines(byte[] picture);
}
