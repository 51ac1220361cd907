package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Where a sign-in leads: back to where one was, or to the same form with what went wrong.
 *
 * @param page of the sign-in
 * @param home where those go who came from nowhere
 * @param idle how long a session of these people may rest
 */
record SignedInOrNot(String page, String home, Duration idle)
        implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws IOException {
        request.getSession().setMaxInactiveInterval((int) idle.toSeconds());
        LOG.info("signed-in by {}", signedIn.getName());
        var forStaff = page.equals(SignInPages.STAFF);
        response.sendRedirect(
                next(request)
                        .filter(path -> path.isForStaff() == forStaff)
                        .map(LocalPath::value)
                        .orElse(home));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        var mark =
                refused instanceof PasswordSignIn.TooManyFromHere
                        ? SignInPages.WAIT
                        : SignInPages.FAILED;
        LOG.info("sign-in refused: {}", mark);
        typed(request, "login").ifPresent(login -> SignInPages.keepTyped(request, login));
        var back = next(request).map(path -> "&next=" + path.encoded()).orElse("");
        response.sendRedirect(page + "?" + mark + back);
    }

    private static Optional<LocalPath> next(HttpServletRequest request) {
        return typed(request, "next").flatMap(LocalPath::read);
    }

    private static Optional<String> typed(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
