package org.tongban.accounts;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A guardian and a child, as a window confirmed it.
 *
 * @param by name of the member of staff who put it down; empty: the guardian declared it, and the
 *     register said yes
 */
public record Guardianship(
        UUID id,
        Person guardian,
        Person child,
        Relation relation,
        Paper paper,
        Instant confirmedAt,
        String by,
        Optional<Instant> endedAt) {

    /** What the guardian is to the child; stored in lower case. */
    public enum Relation {
        MOTHER,
        FATHER,
        GUARDIAN
    }

    /** What it rests on; stored in lower case. No copy is kept. */
    public enum Paper {
        /** 居民户口簿. */
        HOUSEHOLD_BOOK,
        /** 出生医学证明. */
        BIRTH_CERTIFICATE,
        /** 人民法院的判决书, or the paper that names another guardian. */
        COURT_PAPER,
        /** Nothing was shown: the register said so. */
        REGISTER
    }
}
