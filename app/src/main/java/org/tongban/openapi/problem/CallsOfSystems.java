package org.tongban.openapi.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongban.access.Caller;
import org.tongban.access.Signed;

/** Fits the interface into Spring MVC: the strict reader of bodies, and the pace of calls. */
@Configuration(proxyBeanMethods = false)
class CallsOfSystems implements WebMvcConfigurer {

    /** Behind the doorkeeper, so that a system is counted by its name and not by its address. */
    private static final int BEHIND_THE_DOORKEEPER = 10;

    private final StrictJson strictJson;
    private final Pace pace;

    CallsOfSystems(
            StrictJson strictJson,
            Clock clock,
            @Value("${tongban.api.calls-per-minute:600}") int callsPerMinute) {
        this.strictJson = strictJson;
        this.pace = new Pace(callsPerMinute, clock);
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(strictJson);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Paced())
                .addPathPatterns("/api/v1/**")
                .order(BEHIND_THE_DOORKEEPER);
    }

    private final class Paced implements HandlerInterceptor {
        @Override
        public boolean preHandle(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            var caller =
                    Signed.in(request)
                            .map(Caller::getName)
                            .orElseGet(() -> "address:" + request.getRemoteAddr());
            if (!pace.take(caller)) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(pace.secondsToWait()));
                throw Refused.because(ProblemCode.TOO_MANY_REQUESTS);
            }
            return true;
        }
    }
}
