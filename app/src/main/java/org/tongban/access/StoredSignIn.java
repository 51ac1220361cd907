package org.tongban.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One sign-in as stored.
 *
 * @param id of the account or the member of staff
 * @param passwordHash empty while no password has been set, which nobody can match
 * @param lockedUntil the end of the last lock, which may have passed
 */
public record StoredSignIn(UUID id, Optional<String> passwordHash, Optional<Instant> lockedUntil) {

    public boolean isLocked(Instant now) {
        return lockedUntil.isPresent() && now.isBefore(lockedUntil.get());
    }
}
