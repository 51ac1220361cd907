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

/** Ends a session after a working day, however busy it is kept. */
final class SessionAge extends OncePerRequestFilter {

    static final Duration OLDEST = Duration.ofHours(12);

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
            var begun = Instant.ofEpochMilli(session.getCreationTime());
            if (clock.instant().isAfter(begun.plus(OLDEST))) {
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
