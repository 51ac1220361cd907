package org.tongban.casework;

import java.time.LocalDate;
import java.time.LocalDateTime;
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
     * @param origin the register outside this house that said so; empty: our own library
     */
    record Found(
            String material,
            String name,
            String number,
            String issuer,
            Optional<LocalDate> validUntil,
            Map<String, String> lines,
            Optional<Origin> origin)
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
     * The register that would say cannot be asked at the moment. Nothing follows from it: the paper
     * may be brought, and the house asks again by itself.
     *
     * @param name what is asked there, in words
     */
    record OutOfReach(String material, String name) implements Evidence {}

    /**
     * Where something comes from that is not ours.
     *
     * @param register what was asked, in words
     * @param at the moment of the answer, by the clock of the place
     * @param simulated whether no real register stands behind it: in a demonstration
     */
    record Origin(String register, LocalDateTime at, boolean simulated) {}

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
        REPLACED,
        /** The register could not be asked yet; what was brought stands by itself until then. */
        UNCHECKED,
        /** The register has been asked and knows nothing of what was brought. */
        UNKNOWN;

        /** Whether nothing can be granted on it; the others are for the officer to look at. */
        public boolean bars() {
            return switch (this) {
                case EXPIRED, SUSPENDED, REVOKED -> true;
                case REPLACED, UNCHECKED, UNKNOWN -> false;
            };
        }
    }
}
