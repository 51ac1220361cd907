package org.tongban.access;

import java.io.Serial;
import java.util.Set;
import java.util.UUID;

/** A person who has signed in to apply, for themselves or for a firm. */
public record ApplicantPrincipal(UUID accountId, UUID personId, String name) implements Caller {

    @Serial private static final long serialVersionUID = 1;

    @Override
    public Door door() {
        return Door.APPLICANT;
    }

    @Override
    public Set<String> rights() {
        return Set.of();
    }

    @Override
    public String getName() {
        return name(accountId);
    }

    static String name(UUID accountId) {
        return "account:" + accountId;
    }
}
