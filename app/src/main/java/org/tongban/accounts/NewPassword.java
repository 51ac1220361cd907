package org.tongban.accounts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.access.Passwords;

/** What a login and a password of one's own have to be. */
public final class NewPassword {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{3,31}");

    private NewPassword() {}

    /** As it is stored. */
    public static String plainLogin(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** The key of what is wrong with a login. */
    public static Optional<String> loginFault(String typed) {
        return LOGIN.matcher(plainLogin(typed)).matches()
                ? Optional.empty()
                : Optional.of("register.login.wrong");
    }

    /**
     * The key of what is wrong with a password.
     *
     * @param known what everybody can know of the person: a password that holds it is no password
     */
    public static Optional<String> fault(String password, List<String> known) {
        var lower = password.toLowerCase(Locale.ROOT);
        if (password.length() < Passwords.LEAST_CHARACTERS) {
            return Optional.of("register.password.short");
        }
        if (password.length() > Passwords.MOST_CHARACTERS) {
            return Optional.of("register.password.long");
        }
        if (known.stream()
                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                .anyMatch(one -> !one.isEmpty() && lower.contains(one))) {
            return Optional.of("register.password.known");
        }
        return password.chars().distinct().count() < Passwords.LEAST_CHARACTERS / 2
                ? Optional.of("register.password.plain")
                : Optional.empty();
    }
}
