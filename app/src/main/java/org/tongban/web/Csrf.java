package org.tongban.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The token that a form must send back. It is read only when a form is drawn: reading it may open a
 * session, and a public page that holds no form needs none.
 */
public interface Csrf {

    String parameterName();

    String token();

    /** The token of a request, or {@link #none()} where the guard is switched off. */
    static Csrf of(HttpServletRequest request) {
        // Spring Security leaves a token here that loads itself at its first use.
        return request.getAttribute("_csrf") instanceof CsrfToken token
                ? new Csrf() {
                    @Override
                    public String parameterName() {
                        return token.getParameterName();
                    }

                    @Override
                    public String token() {
                        return token.getToken();
                    }
                }
                : none();
    }

    static Csrf none() {
        return fixed("_csrf", "");
    }

    /** A token known beforehand. */
    static Csrf fixed(String parameterName, String token) {
        record Fixed(String parameterName, String token) implements Csrf {}
        return new Fixed(parameterName, token);
    }
}
