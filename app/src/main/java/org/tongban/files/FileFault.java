package org.tongban.files;

/** Why a file is not stored. */
public enum FileFault {
    /** Nothing in it. */
    EMPTY("files.empty"),
    /** More bytes than the limit. */
    TOO_LARGE("files.too-large"),
    /** By its content none of the allowed types, whatever its name says. */
    TYPE_NOT_ALLOWED("files.type-not-allowed"),
    /** Begins like a picture, but cannot be decoded. */
    DAMAGED_PICTURE("files.damaged-picture"),
    /** More pixels than the limit. */
    TOO_MANY_PIXELS("files.too-many-pixels"),
    /** Begins like a document, but is cut off or holds something besides it. */
    DAMAGED_DOCUMENT("files.damaged-document"),
    /** Macros, scripts, programs or embedded files. */
    ACTIVE_CONTENT("files.active-content"),
    /** Unpacks to more than the limit. */
    ARCHIVE_TOO_LARGE("files.archive-too-large");

    private final String messageKey;

    FileFault(String messageKey) {
        this.messageKey = messageKey;
    }

    public String messageKey() {
        return messageKey;
    }
}
