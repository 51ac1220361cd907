package org.tongban.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session after a working day, however busy it is kept. Its age is told by the clock of the
 * house, from the first request that brings it back: the machine's own clock, by which sessions are
 * stored, may be another.
 */
final class SessionAge extends OncePerRequestFilter {

    static final Duration OLDEST = Duration.ofHours(12);

    private static final String BEGUN = "begun";

    private final Clock clock;

    SessionAge(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null) {
            var now = clock.instant();
            if (!(session.getAttribute(BEGUN) instanceof Instant begun)) {
                session.setAttribute(BEGUN, now);
            } else if (now.isAfter(begun.plus(OLDEST))) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    /** Style sheets and scripts are the same for everybody: not worth reading a session. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/web/")
                || request.getRequestURI().startsWith("/webjars/");
    }
}
