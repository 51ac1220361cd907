package org.tongban.access;

import java.util.List;
import java.util.Map;
import org.tongban.web.ErrorSummary;
import org.tongban.web.FieldKind;
import org.tongban.web.FieldView;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/**
 * What a sign-in page shows.
 *
 * @param kind {@code applicant} or {@code staff}: the middle part of its text keys
 * @param action where the form goes
 * @param next where to return to; empty for nowhere
 * @param outside the ways in by another provider; empty for none
 * @param roles empty where people are real
 * @param demonstrationPassword empty where people are real
 */
public record SignInPage(
        String kind,
        String action,
        String next,
        ErrorSummary errors,
        FieldView login,
        FieldView password,
        List<Link> outside,
        List<DemonstrationRole> roles,
        String demonstrationPassword) {

    public SignInPage {
        outside = List.copyOf(outside);
        roles = List.copyOf(roles);
    }

    static SignInPage of(
            Door door,
            String next,
            String typedLogin,
            String mark,
            Texts texts,
            List<Link> outside,
            List<DemonstrationRole> roles,
            String demonstrationPassword) {
        var errors =
                mark.isEmpty()
                        ? ErrorSummary.none()
                        : ErrorSummary.of(Map.of("login", texts.localize("sign-in." + mark)));
        var kind = door == Door.STAFF ? "staff" : "applicant";
        return new SignInPage(
                kind,
                door == Door.STAFF ? SignInPages.STAFF : SignInPages.APPLICANT,
                next,
                errors,
                FieldView.of(FieldKind.TEXT, "login", texts.localize("sign-in.login"))
                        .hint(texts.localize("sign-in." + kind + ".login-hint"))
                        .autocomplete("username")
                        .maxLength(64)
                        .value(typedLogin)
                        .error(errors),
                FieldView.of(FieldKind.PASSWORD, "password", texts.localize("sign-in.password"))
                        .maxLength(Passwords.MOST_CHARACTERS),
                outside,
                roles,
                demonstrationPassword);
    }
}
