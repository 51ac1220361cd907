package org.tongban.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who has signed in at this request. Handlers may also take a principal as a parameter. */
public final class Signed {

    /** Where the doorkeeper leaves the caller, or that there is none, as known at this request. */
    static final String CALLER = Signed.class.getName() + ".caller";

    private Signed() {}

    /** The caller, of whatever kind. */
    public static Optional<Caller> in(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Optional<?> known
                ? known.filter(Caller.class::isInstance).map(Caller.class::cast)
                : caller(SecurityContextHolder.getContext().getAuthentication());
    }

    /** The member of staff who calls. */
    public static Optional<StaffPrincipal> staff(HttpServletRequest request) {
        return in(request).filter(StaffPrincipal.class::isInstance).map(StaffPrincipal.class::cast);
    }

    /** The person who calls to apply. */
    public static Optional<ApplicantPrincipal> applicant(HttpServletRequest request) {
        return in(request)
                .filter(ApplicantPrincipal.class::isInstance)
                .map(ApplicantPrincipal.class::cast);
    }

    static Optional<Caller> caller(@Nullable Authentication signedIn) {
        return signedIn != null && signedIn.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }
}
