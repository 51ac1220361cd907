package org.tongban.access;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Lets people of one kind in by login and password. Unknown login, wrong password and a locked one
 * get the same answer after the same work, so that nobody can find out who has an account.
 */
final class PasswordSignIn implements AuthenticationProvider {

    /** So many wrong passwords lock a sign-in. */
    static final int MOST_FAILURES = 5;

    static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** A hall full of people shares one address, so this is far above what one person mistypes. */
    static final int MOST_FAILURES_OF_AN_ADDRESS = 50;

    static final String ADDRESS = "sign-in.address";

    private final SignIns signIns;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Clock clock;

    PasswordSignIn(SignIns signIns, Passwords passwords, Attempts attempts, Clock clock) {
        this.signIns = signIns;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var address = address(typed);
        if (attempts.tooMany(ADDRESS, address, MOST_FAILURES_OF_AN_ADDRESS)) {
            throw new TooManyFromHere();
        }
        var stored = signIns.find(typed.getName().strip());
        // Compared in every case: the time taken must not tell which logins exist or are locked.
        var same =
                passwords.matches(
                        String.valueOf(typed.getCredentials()),
                        stored.flatMap(StoredSignIn::passwordHash));
        var now = clock.instant();
        if (stored.isPresent() && same && !stored.get().isLocked(now)) {
            var caller = signIns.caller(stored.get().id()).map(Caller.class::cast);
            if (caller.isPresent()) {
                signIns.forgetFailures(stored.get().id());
                return signedIn(caller.get(), typed);
            }
        }
        stored.filter(known -> !known.isLocked(now))
                .ifPresent(
                        known ->
                                signIns.countFailure(
                                        known.id(), now, MOST_FAILURES, now.plus(LOCKED_FOR)));
        attempts.count(ADDRESS, address);
        throw new BadCredentialsException("login or password is wrong");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    private static Authentication signedIn(Caller caller, Authentication typed) {
        var door = List.of(new SimpleGrantedAuthority(caller.door().name()));
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(caller, null, door);
        signedIn.setDetails(typed.getDetails());
        return signedIn;
    }

    private static String address(Authentication typed) {
        return typed.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.ofNullable(details.getRemoteAddress()).orElse("")
                : "";
    }

    /** From this address came more wrong passwords than one person mistypes. */
    static final class TooManyFromHere extends AuthenticationException {
        private static final long serialVersionUID = 1;

        TooManyFromHere() {
            super("too many wrong passwords from this address");
        }
    }
}
