package org.tongban.accounts.registration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.access.Passwords;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Texts;

/** What the registration page shows. The password is never sent back. */
public record RegistrationPage(ErrorSummary errors, List<FieldView> fields) {

    public RegistrationPage {
        fields = List.copyOf(fields);
    }

    static RegistrationPage of(RegistrationForm typed, Map<String, String> faults, Texts texts) {
        var words = new LinkedHashMap<String, String>();
        faults.forEach(
                (field, key) -> words.put(field, texts.localize(key, Passwords.LEAST_CHARACTERS)));
        var errors = ErrorSummary.of(words);
        return new RegistrationPage(
                errors,
                List.of(
                        field(FieldKind.NAME, "name", texts).value(typed.name()).error(errors),
                        field(FieldKind.CITIZEN_ID, "idNumber", texts)
                                .value(typed.idNumber())
                                .error(errors),
                        field(FieldKind.MOBILE, "mobile", texts)
                                .value(typed.mobile())
                                .error(errors),
                        field(FieldKind.TEXT, "login", texts)
                                .autocomplete("username")
                                .value(typed.login())
                                .error(errors),
                        field(FieldKind.PASSWORD, "password", texts)
                                .autocomplete("new-password")
                                .error(errors)));
    }

    private static FieldView field(FieldKind kind, String name, Texts texts) {
        return FieldView.of(kind, name, texts.localize("register." + name))
                .hint(texts.localize("register." + name + ".hint", Passwords.LEAST_CHARACTERS))
                .maxLength(Passwords.MOST_CHARACTERS);
    }
}
