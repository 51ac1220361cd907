package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of people who came in by another way than the form of a sign-in page. */
@Component
public final class BrowserSessions {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    private final HttpSessionSecurityContextRepository contexts =
            new HttpSessionSecurityContextRepository();
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    BrowserSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** Lets an applicant in, with a new session: nothing of the one before comes along. */
    public void begin(
            ApplicantPrincipal caller, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) before.invalidate();
        var session = request.getSession(true);
        session.setMaxInactiveInterval((int) Doors.APPLICANT_IDLE.toSeconds());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(PasswordSignIn.token(caller));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        LOG.info("signed-in by {}", caller.getName());
    }

    /** Signs whoever calls out. */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) session.invalidate();
        SecurityContextHolder.clearContext();
    }

    /** Ends every session of an account. */
    public void endOf(UUID accountId) {
        sessions.findByPrincipalName(ApplicantPrincipal.name(accountId))
                .keySet()
                .forEach(sessions::deleteById);
    }

    /** Ends every session of a caller but the one that asks for it. */
    public void endOthers(Caller caller, HttpServletRequest request) {
        var own = request.getSession(false);
        for (var id : sessions.findByPrincipalName(caller.getName()).keySet()) {
            if (own == null || !id.equals(own.getId())) sessions.deleteById(id);
        }
    }
}
