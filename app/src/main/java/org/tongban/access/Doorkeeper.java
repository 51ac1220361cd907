package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every handler. Denies by default: a handler without {@link Open} is not there, and
 * one with it is open only to those it names. Writes who did what to the log, by ids alone.
 */
@Component
final class Doorkeeper implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger("org.tongban.audit");

    /** Handlers that cannot carry our annotation, and why they are open. */
    private static final List<String> OPEN_BELOW =
            List.of(
                    // The description of the public interface, which is itself public.
                    "org.springdoc.",
                    // The design layer knows no doors; its error page must answer whatever went
                    // wrong, and its preferences are a cookie.
                    "org.tongban.web.");

    private final List<SignIns> signIns;

    Doorkeeper(List<SignIns> signIns) {
        this.signIns = signIns;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)) {
            if (isDesk(request)) {
                // There is no such page; the one that says so still stands at the caller's desk.
                request.setAttribute(Signed.CALLER, Signed.in(request).flatMap(this::asKnownNow));
            }
            return true;
        }
        if (isBelow(method)) {
            return true;
        }
        var open = method.getMethodAnnotation(Open.class);
        if (open == null) {
            LOG.warn(
                    "denied: handler {}.{} is not opened",
                    method.getBeanType().getSimpleName(),
                    method.getMethod().getName());
            response.sendError(HttpStatus.NOT_FOUND.value());
            return false;
        }
        var caller = Signed.in(request).flatMap(this::asKnownNow);
        request.setAttribute(Signed.CALLER, caller);
        return mayPass(open, caller, request, response);
    }

    private boolean mayPass(
            Open open,
            Optional<Caller> caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (open.door() != Door.PUBLIC) {
            if (caller.isEmpty() || caller.get().door() != open.door()) {
                SignInFirst.answer(open.door(), request, response);
                return false;
            }
            if (!open.right().isEmpty() && !caller.get().rights().contains(open.right())) {
                LOG.info("{} denied to {}", open.audit(), caller.get().getName());
                response.sendError(HttpStatus.FORBIDDEN.value());
                return false;
            }
        }
        LOG.info("{} by {}", open.audit(), caller.map(Caller::getName).orElse("public"));
        return true;
    }

    /** A right taken from a post is gone at the next request, not at the next sign-in. */
    private Optional<Caller> asKnownNow(Caller caller) {
        return switch (caller) {
            case StaffPrincipal staff -> from(Door.STAFF, staff.staffId());
            case ApplicantPrincipal applicant -> Optional.of(applicant);
            case SystemPrincipal system -> Optional.of(system);
        };
    }

    private Optional<Caller> from(Door door, UUID id) {
        return signIns.stream()
                .filter(kind -> kind.door() == door)
                .findFirst()
                .flatMap(kind -> kind.caller(id).map(Caller.class::cast));
    }

    /** Style sheets and scripts lie elsewhere: they are not worth reading a session. */
    private static boolean isDesk(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/staff/");
    }

    private static boolean isBelow(HandlerMethod method) {
        var name = method.getBeanType().getName();
        return OPEN_BELOW.stream().anyMatch(name::startsWith);
    }
}
