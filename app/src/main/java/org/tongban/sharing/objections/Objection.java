package org.tongban.sharing.objections;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One objection.
 *
 * @param who raised it, in words
 * @param said about whom and what is wrong
 */
record Objection(
        UUID id,
        String resource,
        String provider,
        Optional<UUID> account,
        Optional<String> agency,
        String who,
        Said said,
        Instant raisedAt,
        State state,
        Optional<Answer> answer) {

    /** How far it is. */
    enum State {
        OPEN,
        /** The register was wrong and has been put right. */
        CORRECTED,
        /** The register was looked into and is right. */
        RIGHT
    }

    /**
     * What is kept encrypted.
     *
     * @param subject name and number of whom the entry is about
     */
    record Said(String subject, String words) {

        /** Never whom: this may reach a log. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /** What the keeper of the data answered. */
    record Answer(Instant at, String by, String words) {}
}
