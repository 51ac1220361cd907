package org.tongban.sharing.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Evidence;
import org.tongban.sharing.asking.RegisterEntry;

/**
 * What a register has to do with one material of a case.
 *
 * @param said about whom, and what the register said
 * @param file that lies in the case; empty where the applicant brought one
 * @param answeredAt when the register answered last; empty while it has not
 * @param attempts how often it was asked in vain since
 */
record SharedUse(
        UUID caseId,
        String material,
        String resource,
        String item,
        String agency,
        Optional<String> staff,
        Said said,
        Optional<Copy> file,
        Optional<Instant> answeredAt,
        boolean simulated,
        Optional<Evidence.Fault> fault,
        int attempts) {

    /**
     * What is kept of it, encrypted.
     *
     * @param subject citizen ID or credit code
     * @param entry what the register said when the case was made; absent where it could not be
     *     asked
     */
    record Said(String subject, @Nullable RegisterEntry entry) {

        /** Never the number: this may reach a log. */
        @Override
        public String toString() {
            return "Said[]";
        }
    }

    /** The sheet in the case. */
    record Copy(UUID fileNo, String sm3, long size) {}
}
