package org.tongban.certificates;

import java.util.Optional;

/**
 * What checking a certificate came to, at the moment of the check.
 *
 * @param content what was signed; empty unless signature and register passed, because nothing else
 *     of a certificate may be shown
 */
public record Verification(
        Verdict verdict,
        Check signature,
        Check register,
        Check notRevoked,
        Check period,
        Optional<CertificateContent> content) {

    /** What it means for whoever relies on the certificate. */
    public enum Verdict {
        VALID,
        EXPIRED,
        SUSPENDED,
        REPLACED,
        REVOKED,
        /** What is stored is not what was signed: nothing of it may be relied upon. */
        BROKEN
    }

    /** 通过, 不通过, 未检查. */
    public enum Check {
        PASSED,
        FAILED,
        UNCHECKED;

        static Check of(boolean passed) {
            return passed ? PASSED : FAILED;
        }
    }
}
