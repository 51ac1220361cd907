package org.tongban.casework.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongban.access.Signed;

/** Sees members of staff turn from a case to another page, its files and papers apart. */
@Component
class LeavingCases implements HandlerInterceptor, WebMvcConfigurer {

    /** Behind the door, which says who calls. */
    private static final int AFTER_THE_DOOR = 50;

    private final Presence presence;

    LeavingCases(Presence presence) {
        this.presence = presence;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/staff/**", "/staff").order(AFTER_THE_DOOR);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var path = request.getRequestURI();
        Signed.staff(request)
                .ifPresent(
                        staff ->
                                presence.turnedTo(
                                        staff.staffId(),
                                        caseId -> path.contains(caseId.toString())));
        return true;
    }
}
