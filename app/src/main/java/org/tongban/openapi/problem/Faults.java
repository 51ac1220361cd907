package org.tongban.openapi.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.tongban.files.StorageFull;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every exception below {@code /api/} with a problem that a program can read, also those
 * that arise before a handler is found. Nothing of an unexpected one leaves the house but its
 * status.
 */
@Component
final class Faults implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Words words;
    private final JsonMapper mapper = JsonMapper.shared();

    Faults(Words words) {
        this.words = words;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception fault) {
        if (!request.getRequestURI().startsWith("/api/") || response.isCommitted()) {
            return null;
        }
        try {
            answer(fault, response);
        } catch (IOException gone) {
            LOG.debug("the caller has gone", gone);
        }
        return new ModelAndView();
    }

    private void answer(Exception fault, HttpServletResponse response) throws IOException {
        switch (fault) {
            case Refused refused ->
                    write(refused.code(), refused.places(), refused.errors(), response);
            case StorageFull full -> {
                LOG.error("no room for a file", full);
                write(ProblemCode.UNAVAILABLE, response);
            }
            case TransientDataAccessException away -> {
                LOG.error("the database did not answer", away);
                write(ProblemCode.UNAVAILABLE, response);
            }
            case ErrorResponse known -> {
                // Such as Allow and Accept-Patch, which tell a program what to do instead.
                known.getHeaders()
                        .forEach(
                                (name, values) -> values.forEach(v -> response.addHeader(name, v)));
                write(codeOf(known.getStatusCode()), response);
            }
            case MethodArgumentTypeMismatchException _ ->
                    // In a path or a query: what has another form names nothing.
                    write(ProblemCode.NOT_FOUND, response);
            case MultipartException _ -> write(ProblemCode.BAD_REQUEST, response);
            default -> {
                LOG.error("a call of the interface failed", fault);
                write(ProblemCode.INTERNAL_ERROR, response);
            }
        }
    }

    private static ProblemCode codeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> ProblemCode.UNAUTHORIZED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 406 -> ProblemCode.NOT_ACCEPTABLE;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemCode.UNAVAILABLE;
            default ->
                    status.is4xxClientError()
                            ? ProblemCode.BAD_REQUEST
                            : ProblemCode.INTERNAL_ERROR;
        };
    }

    private void write(ProblemCode code, HttpServletResponse response) throws IOException {
        write(code, Map.of(), List.of(), response);
    }

    void write(
            ProblemCode code,
            Map<String, ?> places,
            List<Fault> errors,
            HttpServletResponse response)
            throws IOException {
        var problem = Problem.of(code, words.say(code.messageKey(), places), errors);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(mapper.writeValueAsBytes(problem));
    }
}
