package org.tongban.files;

/** A file that was asked for by its hash is not in the store. */
public final class FileMissing extends RuntimeException {

    FileMissing(String sm3) {
        super("no file " + sm3);
    }
}
