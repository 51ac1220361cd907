package org.tongban.certificates.verify;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Attempts;

/**
 * Counts checks by the address they come from: identifiers run, and nobody is to read the register
 * through the pages that check it.
 */
@Component
public class CountedChecks {

    private static final String PURPOSE = "certificate.verify";

    /** A quarter of an hour; a busy counter checks one certificate in ten seconds at most. */
    private static final int MOST_CHECKS = 90;

    private final Attempts attempts;

    CountedChecks(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * Counts one.
     *
     * @throws ResponseStatusException 429 when there were too many
     */
    public void count(HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        if (attempts.tooMany(PURPOSE, address, MOST_CHECKS)) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        attempts.count(PURPOSE, address);
    }
}
