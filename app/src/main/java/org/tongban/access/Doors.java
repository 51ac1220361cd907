package org.tongban.access;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The filters before people: staff below {@code /staff}, everybody else elsewhere. A browser holds
 * one session, and signing in begins a new one, so that nobody is both at once.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableJdbcHttpSession
class Doors implements WebMvcConfigurer {

    /** A desk in a public hall must not stay open behind someone who left it. */
    private static final Duration STAFF_IDLE = Duration.ofMinutes(30);

    /** Someone who fills in a form has to look for papers in between. */
    static final Duration APPLICANT_IDLE = Duration.ofHours(2);

    private final Doorkeeper doorkeeper;
    private final SignedInAnswer signedInAnswer;

    Doors(Doorkeeper doorkeeper, SignedInAnswer signedInAnswer) {
        this.doorkeeper = doorkeeper;
        this.signedInAnswer = signedInAnswer;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(doorkeeper);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(signedInAnswer);
    }

    /** HttpOnly and SameSite=Lax are the library's defaults, stated here to be relied upon. */
    @Bean
    CookieSerializer sessionCookie() {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("tongban");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    @Order(30)
    SecurityFilterChain staffDoor(
            HttpSecurity http, List<SignIns> signIns, PasswordProof proof, Clock clock) {
        var leads = new SignedInOrNot(SignInPages.STAFF, "/staff", STAFF_IDLE);
        return people(
                        http.securityMatcher("/staff", "/staff/**"),
                        leads,
                        new PasswordSignIn(of(Door.STAFF, signIns), proof),
                        clock)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(SignInPages.STAFF)
                                        .permitAll()
                                        .anyRequest()
                                        .hasAuthority(Door.STAFF.name()))
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(
                                                (request, response, _) ->
                                                        SignInFirst.answer(
                                                                Door.STAFF, request, response))
                                        .accessDeniedHandler(
                                                unlessForged(
                                                        (request, response, _) ->
                                                                SignInFirst.answer(
                                                                        Door.STAFF,
                                                                        request,
                                                                        response))))
                .build();
    }

    @Bean
    @Order(40)
    SecurityFilterChain publicDoor(
            HttpSecurity http, List<SignIns> signIns, PasswordProof proof, Clock clock) {
        var leads = new SignedInOrNot(SignInPages.APPLICANT, "/my", APPLICANT_IDLE);
        return people(http, leads, new PasswordSignIn(of(Door.APPLICANT, signIns), proof), clock)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/actuator/health", "/actuator/health/**")
                                        .permitAll()
                                        .requestMatchers("/actuator", "/actuator/**")
                                        .denyAll()
                                        // The doorkeeper decides on every other handler.
                                        .anyRequest()
                                        .permitAll())
                .exceptionHandling(
                        refused ->
                                refused.authenticationEntryPoint(
                                                (_, response, _) ->
                                                        response.sendError(
                                                                HttpStatus.NOT_FOUND.value()))
                                        .accessDeniedHandler(
                                                unlessForged(
                                                        (_, response, _) ->
                                                                response.sendError(
                                                                        HttpStatus.NOT_FOUND
                                                                                .value()))))
                .build();
    }

    /** What holds for everybody with a browser. The token against forged forms is on by default. */
    private static HttpSecurity people(
            HttpSecurity http, SignedInOrNot leads, PasswordSignIn signIn, Clock clock) {
        return http.authenticationManager(new ProviderManager(signIn))
                .formLogin(
                        form ->
                                form.loginPage(leads.page())
                                        .loginProcessingUrl(leads.page())
                                        .usernameParameter("login")
                                        .passwordParameter("password")
                                        .successHandler(leads)
                                        .failureHandler(leads))
                .logout(
                        out ->
                                out.logoutUrl(SignInPages.SIGN_OUT)
                                        .logoutSuccessHandler(
                                                (_, response, signedIn) ->
                                                        response.sendRedirect(
                                                                Signed.caller(signedIn).orElse(null)
                                                                                instanceof
                                                                                StaffPrincipal
                                                                        ? SignInPages.STAFF
                                                                        : "/")))
                // A new session rather than a new id: nothing of the one before comes along.
                .sessionManagement(
                        session -> session.sessionFixation(fixation -> fixation.newSession()))
                // The place to return to travels in the form, checked to be local; see LocalPath.
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                // The design layer sets it, and for encrypted connections only.
                .headers(
                        headers ->
                                headers.httpStrictTransportSecurity(
                                        transport -> transport.disable()))
                .addFilterBefore(new SessionAge(clock), SecurityContextHolderFilter.class);
    }

    /** A form without its token is refused as such, never sent to a sign-in. */
    private static AccessDeniedHandler unlessForged(AccessDeniedHandler otherwise) {
        return (request, response, denied) -> {
            if (denied instanceof CsrfException) {
                refuse(response);
            } else {
                otherwise.handle(request, response, denied);
            }
        };
    }

    private static void refuse(jakarta.servlet.http.HttpServletResponse response)
            throws IOException {
        response.sendError(HttpStatus.FORBIDDEN.value());
    }

    private static SignIns of(Door door, List<SignIns> all) {
        return all.stream()
                .filter(kind -> kind.door() == door)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no module signs in " + door));
    }
}
