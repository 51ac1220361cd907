package org.tongban.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;

/**
 * How a reader wants the pages: kept in cookies of this application, so that it holds before
 * sign-in and on a shared computer ends with the browser's data. Chinese is the language until
 * another one is chosen; the browser's own wish is not asked, for most browsers in a service hall
 * were never set.
 *
 * @param elder larger type, larger targets and fewer things
 * @param keys whether single keys act on staff pages
 */
public record Preferences(boolean elder, Locale locale, boolean keys) {

    /** The language every text exists in. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    static final String ELDER_COOKIE = "tongban-elder";
    static final String LANGUAGE_COOKIE = "tongban-language";
    static final String KEYS_COOKIE = "tongban-keys";

    /** What a reader meets who has chosen nothing. */
    public static Preferences untouched() {
        return new Preferences(false, CHINESE, true);
    }

    /** Reads the cookies; a value nobody offered counts as not set. */
    public static Preferences of(HttpServletRequest request) {
        var language = cookie(request, LANGUAGE_COOKIE);
        return new Preferences(
                cookie(request, ELDER_COOKIE).equals("on"),
                isLanguageTag(language) ? Locale.forLanguageTag(language) : CHINESE,
                !cookie(request, KEYS_COOKIE).equals("off"));
    }

    static boolean isLanguageTag(String text) {
        return text.matches("[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-[a-zA-Z]{2})?");
    }

    private static String cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
    }
}
