package org.tongban.accounts.registration;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongban.access.Passwords;
import org.tongban.accounts.PrivatePart;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;

/** What was typed to register, as typed. */
record RegistrationForm(
        String name, String idNumber, String mobile, String login, String password) {

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{3,31}");
    private static final int LONGEST_NAME = 100;

    static RegistrationForm empty() {
        return new RegistrationForm("", "", "", "", "");
    }

    /** The keys of what is wrong by field, in the order of the page; empty when all is right. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (plainName().isEmpty()) {
            faults.put("name", "register.name.empty");
        } else if (plainName().length() > LONGEST_NAME) {
            faults.put("name", "register.name.long");
        }
        put(faults, "idNumber", CitizenId.read(idNumber));
        put(faults, "mobile", Mobile.read(mobile));
        if (!LOGIN.matcher(plainLogin()).matches()) {
            faults.put("login", "register.login.wrong");
        }
        passwordFault(faults);
        return faults;
    }

    String plainName() {
        return name.strip();
    }

    String plainLogin() {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /** For a form without faults. */
    PrivatePart privatePart() {
        return new PrivatePart(
                CitizenId.read(idNumber).orElseThrow().value(),
                Mobile.read(mobile).orElseThrow().value(),
                "");
    }

    /** A password that holds what everybody can know is no password. */
    private void passwordFault(Map<String, String> faults) {
        var lower = password.toLowerCase(Locale.ROOT);
        if (password.length() < Passwords.LEAST_CHARACTERS) {
            faults.put("password", "register.password.short");
        } else if (password.length() > Passwords.MOST_CHARACTERS) {
            faults.put("password", "register.password.long");
        } else if (holds(lower, plainLogin())
                || holds(lower, plainName().toLowerCase(Locale.ROOT))
                || holds(lower, mobile.strip())
                || holds(lower, idNumber.strip().toLowerCase(Locale.ROOT))) {
            faults.put("password", "register.password.known");
        } else if (password.chars().distinct().count() < Passwords.LEAST_CHARACTERS / 2) {
            faults.put("password", "register.password.plain");
        }
    }

    private static boolean holds(String password, String known) {
        return !known.isEmpty() && password.contains(known);
    }

    private static void put(Map<String, String> faults, String field, Parsed<?> parsed) {
        parsed.fault().ifPresent(fault -> faults.put(field, "register." + field + key(fault)));
    }

    private static String key(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> ".empty";
            case WRONG_LENGTH, FIFTEEN_DIGITS -> ".length";
            default -> ".wrong";
        };
    }

    /** Says nothing, so that a log line cannot leak a password. */
    @Override
    public String toString() {
        return "RegistrationForm";
    }
}
