package org.tongban.access;

import java.util.Optional;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Stores passwords as Argon2id hashes and compares with them. */
@Component
public final class Passwords {

    /** Shorter ones can be tried out from a stolen backup, however slow the hash. */
    public static final int LEAST_CHARACTERS = 10;

    /** The hash reads the whole of it; without a limit a password could be a denial of service. */
    public static final int MOST_CHARACTERS = 128;

    // The values of OWASP's first recommendation: 16-byte salt, 32-byte hash, one lane, 19 MiB,
    // two passes.
    private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /**
     * What an unknown login is compared with, so that the answer takes as long as a known one's:
     * the hash of something that nobody knows any more. Not made anew at each start, which waited
     * for it.
     */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$E3gM5dpDj1Jyvsg8rBdjqg"
                    + "$niY8aUgAnt8rMsSpE61Rz9vyoNzyQoshTOyIeJJ+mNo";

    public String hash(String password) {
        var hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("Argon2 gave no hash");
        }
        return hash;
    }

    /** Compares in the same time whether or not there is a hash; without one never matches. */
    public boolean matches(String password, Optional<String> hash) {
        var typed =
                password.length() > MOST_CHARACTERS
                        ? password.substring(0, MOST_CHARACTERS)
                        : password;
        var same = encoder.matches(typed, hash.orElse(NOBODY));
        return same && hash.isPresent() && typed.length() == password.length();
    }

    PasswordEncoder encoder() {
        return encoder;
    }
}
