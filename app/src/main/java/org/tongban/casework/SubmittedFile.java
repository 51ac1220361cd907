package org.tongban.casework;

import java.util.UUID;

/** A file that was handed in for a material; its content lies in the file store under its SM3. */
public record SubmittedFile(
        UUID fileNo, String material, String name, String sm3, String mediaType, long size) {}
