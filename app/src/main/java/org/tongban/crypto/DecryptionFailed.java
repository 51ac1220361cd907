package org.tongban.crypto;

/** A ciphertext could not be turned back into what was encrypted; nothing of it was released. */
public final class DecryptionFailed extends RuntimeException {

    /** What is the matter with the ciphertext. */
    public enum Reason {
        /** Too short, or not in the format of this platform. */
        MALFORMED,
        /** Made with a key that is not in the key folder; the folder may be an older copy. */
        UNKNOWN_KEY,
        /** Changed since it was written, or moved to a place that it was not written for. */
        TAMPERED
    }

    private final Reason reason;

    DecryptionFailed(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
