package org.tongban.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The sign-ins of one kind of people, kept by the module that knows them: one carries out {@link
 * Door#STAFF}, one {@link Door#APPLICANT}.
 */
public interface SignIns {

    /** Which people these are: {@link Door#STAFF} or {@link Door#APPLICANT}. */
    Door door();

    /** What is stored under a login; empty for an unknown one and for one that was closed. */
    Optional<StoredSignIn> find(String login);

    /**
     * Counts a wrong password. The count starts again after a lock has ended.
     *
     * @param most so many wrong passwords lock the sign-in
     * @param lockUntil till when, if this was one too many
     */
    void countFailure(UUID id, Instant now, int most, Instant lockUntil);

    /** Forgets wrong passwords after a right one. */
    void forgetFailures(UUID id);

    /** The caller as known at this moment; empty when they may no longer come in. */
    Optional<? extends Caller> caller(UUID id);

    /** Whom a visitor of a demonstration may play; asked for in a demonstration only. */
    List<DemonstrationRole> demonstrationRoles();
}
