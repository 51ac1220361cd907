package org.tongban.access;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Whether somebody knows the password of a sign-in. Unknown login, wrong password and a locked one
 * get the same answer after the same work, so that nobody can find out who has an account.
 */
@Component
public final class PasswordProof {

    /** So many wrong passwords lock a sign-in. */
    static final int MOST_FAILURES = 5;

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** A hall full of people shares one address, so this is far above what one person mistypes. */
    static final int MOST_FAILURES_OF_AN_ADDRESS = 50;

    static final String ADDRESS = "sign-in.address";

    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    PasswordProof(Passwords passwords, Attempts attempts, Clock clock) {
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Proved {
        /** It is they. */
        record Is(Caller caller) implements Proved {}

        /** Unknown, wrong or locked: nobody is told which. */
        record Wrong() implements Proved {}

        /** From this address came more wrong passwords than one person mistypes. */
        record Wait() implements Proved {}
    }

    /**
     * Compares, and counts a wrong guess.
     *
     * @param address of the network from which it was typed
     */
    public Proved prove(SignIns kind, String login, String password, String address) {
        if (attempts.tooMany(ADDRESS, address, MOST_FAILURES_OF_AN_ADDRESS)) {
            return new Proved.Wait();
        }
        var stored = kind.find(login.strip());
        // Compared in every case: the time taken must not tell which logins exist or are locked.
        var same = passwords.matches(password, stored.flatMap(StoredSignIn::passwordHash));
        var now = clock.instant();
        if (stored.isPresent() && same && !stored.get().isLocked(now)) {
            var caller = kind.caller(stored.get().id()).map(Caller.class::cast);
            if (caller.isPresent()) {
                kind.forgetFailures(stored.get().id());
                return new Proved.Is(caller.get());
            }
        }
        stored.filter(known -> !known.isLocked(now))
                .ifPresent(
                        known ->
                                kind.countFailure(
                                        known.id(), now, MOST_FAILURES, now.plus(LOCKED_FOR)));
        attempts.count(ADDRESS, address);
        return new Proved.Wrong();
    }
}
