package org.tongban.casework;

import java.util.UUID;

/** A file that was handed in for a material; its content lies in the file store under its SM3. */
public record SubmittedFile(
        UUID fileNo, String material, String name, String sm3, String mediaType, long size) {

    /**
     * In place of a material: pictures and records that officers brought from a visit or a meeting.
     * No item has a material of that key.
     */
    public static final String VISIT = "_visit";

    /** The same file as another material's. */
    public SubmittedFile under(String other) {
        return new SubmittedFile(fileNo, other, name, sm3, mediaType, size);
    }
}
