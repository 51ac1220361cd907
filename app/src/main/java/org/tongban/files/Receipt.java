package org.tongban.files;

/** The store's answer to a file that it was given. */
public sealed interface Receipt {

    /** It is stored, or was already. */
    record Stored(StoredFile file) implements Receipt {}

    /**
     * It is not stored.
     *
     * @param what the part of the file that is at fault, for the log; empty when there is none. Not
     *     for a page: it may hold letters from the file
     */
    record Rejected(FileFault reason, String what) implements Receipt {}
}
