package org.tongban.accounts.handover;

import java.util.UUID;

/** The account in the name of an applicant's principal. */
final class Principals {

    private static final String PREFIX = "account:";

    private Principals() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException for the name of anybody else
     */
    static UUID account(String name) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException("only applicants have an identity to hand over");
        }
        return UUID.fromString(name.substring(PREFIX.length()));
    }
}
