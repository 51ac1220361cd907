package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Changes how the pages look and returns to where the reader was. A link may do it too: it changes
 * nothing but the reader's own view, and works without a script and without a session.
 */
@RestController
class PreferencesPage {

    private static final Duration KEPT = Duration.ofDays(365);

    private final TextBundles bundles;

    PreferencesPage(TextBundles bundles) {
        this.bundles = bundles;
    }

    @RequestMapping(
            path = "/preferences",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Void> change(
            @RequestParam(defaultValue = "") String elder,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String keys,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        var answer = ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(local(back)));
        if (isSwitch(elder)) {
            keep(answer, request, Preferences.ELDER_COOKIE, elder);
        }
        if (isSwitch(keys)) {
            keep(answer, request, Preferences.KEYS_COOKIE, keys);
        }
        if (bundles.locales().contains(Locale.forLanguageTag(language))) {
            keep(answer, request, Preferences.LANGUAGE_COOKIE, language);
        }
        return answer.build();
    }

    /** The address if it is a path of this application, else the front page. */
    static String local(String back) {
        var isPath = back.matches("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");
        if (!isPath) {
            return "/";
        }
        try {
            return URI.create(back).toString();
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }

    private static boolean isSwitch(String value) {
        return value.equals("on") || value.equals("off");
    }

    private static void keep(
            ResponseEntity.BodyBuilder answer,
            HttpServletRequest request,
            String name,
            String value) {
        var cookie =
                ResponseCookie.from(name, value)
                        .path("/")
                        .maxAge(KEPT)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .secure(request.isSecure())
                        .build();
        answer.header(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
