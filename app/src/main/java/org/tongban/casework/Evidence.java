package org.tongban.casework;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * What a source can say about one material of an application, at this moment. A material of which
 * no source can say anything has no evidence: the applicant brings it.
 */
public sealed interface Evidence {

    /** Key of the material. */
    String material();

    /** What the certificate is called, such as 营业执照. */
    String name();

    /**
     * It is there and holds: nobody has to bring it.
     *
     * @param number of the certificate, masked
     * @param issuer in words
     * @param validUntil its last day; empty: without end
     * @param lines what it says, by key: answers of the form are filled from it
     */
    record Found(
            String material,
            String name,
            String number,
            String issuer,
            Optional<LocalDate> validUntil,
            Map<String, String> lines)
            implements Evidence {
        public Found {
            lines = Map.copyOf(lines);
        }

        /** Never what it says: this may reach a log. */
        @Override
        public String toString() {
            return "Found[" + material + "]";
        }
    }

    /** It is there and does not hold: it can be no ground of a decision. */
    record Spoilt(String material, String name, Fault fault) implements Evidence {}

    /**
     * What is wrong with a certificate.
     *
     * @param why in the words of whoever took it; empty when nobody said
     */
    record Fault(Kind kind, String why) {

        /** Whether an application that rests on it stops; one that has expired can be replaced. */
        public boolean stops() {
            return kind != Kind.EXPIRED;
        }
    }

    /** The ways in which a certificate does not hold. */
    enum Kind {
        EXPIRED,
        SUSPENDED,
        REVOKED,
        /** A later version says something else. */
        REPLACED
    }
}
