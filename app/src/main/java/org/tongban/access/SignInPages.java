package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where people sign in and out. The pages themselves belong to the modules that know the people; a
 * form there posts {@code login}, {@code password} and, to return to, {@code next} to the same
 * address, and comes back with one of the marks below as the name of a query parameter.
 */
public final class SignInPages {

    public static final String APPLICANT = "/sign-in";
    public static final String STAFF = "/staff/sign-in";

    /** Ends a session of either kind; POST only. */
    public static final String SIGN_OUT = "/sign-out";

    /** Unknown login, wrong password or locked: the page may not say which. */
    public static final String FAILED = "failed";

    /** Too many wrong passwords came from this address. */
    public static final String WAIT = "wait";

    private static final int MOST_CHARACTERS = 64;

    private static final String TYPED = SignInPages.class.getName() + ".typed";

    private SignInPages() {}

    /** The login typed at the failed sign-in before, so that it need not be typed again. */
    public static String typedLogin(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TYPED) instanceof String login ? login : "";
    }

    static void keepTyped(HttpServletRequest request, String login) {
        // A login is short; anything else is not worth a row in the database.
        if (login.length() <= MOST_CHARACTERS) {
            request.getSession().setAttribute(TYPED, login);
        }
    }
}
