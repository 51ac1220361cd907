package org.tongban.files;

/**
 * The types that are stored. WebP is left out because the JDK cannot decode it and a picture that
 * cannot be decoded cannot be cleaned; plain text because nothing in it tells it from a script.
 */
public enum MediaType {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    OFD("application/ofd"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String header;

    MediaType(String header) {
        this.header = header;
    }

    /** The value of the header Content-Type; send {@code nosniff} with it. */
    public String header() {
        return header;
    }

    public boolean isPicture() {
        return this == JPEG || this == PNG;
    }
}
