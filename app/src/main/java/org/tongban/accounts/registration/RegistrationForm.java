package org.tongban.accounts.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.accounts.NewPassword;
import org.tongban.accounts.PrivatePart;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;

/** What was typed to register, as typed. */
record RegistrationForm(
        String name, String idNumber, String mobile, String login, String password) {

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
        NewPassword.loginFault(login).ifPresent(fault -> faults.put("login", fault));
        NewPassword.fault(password, List.of(plainLogin(), plainName(), mobile, idNumber))
                .ifPresent(fault -> faults.put("password", fault));
        return faults;
    }

    String plainName() {
        return name.strip();
    }

    String plainLogin() {
        return NewPassword.plainLogin(login);
    }

    /** For a form without faults. */
    PrivatePart privatePart() {
        return new PrivatePart(
                CitizenId.read(idNumber).orElseThrow().value(),
                Mobile.read(mobile).orElseThrow().value(),
                "");
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
