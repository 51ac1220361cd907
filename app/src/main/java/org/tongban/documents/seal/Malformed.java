package org.tongban.documents.seal;

/** Bytes that came from outside are not the structure that they should be. */
public final class Malformed extends Exception {

    Malformed(String what, Throwable cause) {
        super(what, cause);
    }

    public Malformed(String what) {
        super(what);
    }
}
