package org.tongban.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a reader meets when a page cannot be shown: plain words, and a way out. Programs that call
 * the interface get the same as problem details (RFC 9457).
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final List<Integer> KNOWN = List.of(403, 404, 409, 413, 429, 500, 503);

    /** A database that comes back from a crash needs a few seconds. */
    private static final int TRY_AGAIN_SECONDS = 10;

    private static final int DEEPEST_CAUSE = 20;

    /** Connection lost, no room left, shutting down or starting. */
    private static final Pattern AWAY = Pattern.compile("08...|53...|57P0[1-3]|58030");

    private final RenderedPages pages;
    private final Frames frames;

    ErrorPages(RenderedPages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @RequestMapping("/error")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = statusOf(request);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(TRY_AGAIN_SECONDS));
        }
        if (isProgram(request)) {
            writeProblem(status, response);
            return;
        }
        try {
            pages.write(page(status, request), request, response);
        } catch (RuntimeException fault) {
            // The last resort must not fail: a sentence without template, text file or frame.
            LOG.error("The error page itself could not be shown", fault);
            writeSentence(status, response);
        }
    }

    /** The page for one status, with the desk around it for whoever sits at one. */
    private Rendered page(HttpStatus status, HttpServletRequest request) {
        var frame = frame(request);
        var back = WayBack.of(request, pathOf(request)).orElse("");
        if (isDesk(request) && frame.isSignedIn()) {
            try {
                return Rendered.of("web/staffError")
                        .with("code", pageCode(status))
                        .with("back", back)
                        .with("staff", frames.staff(request))
                        .status(status);
            } catch (RuntimeException fault) {
                // The lists of the desk may be what is out of order.
                LOG.warn("The desk around the error page is left out", fault);
            }
        }
        return Rendered.of("web/error")
                .with("code", pageCode(status))
                .with("back", back)
                .with("frame", frame)
                .status(status);
    }

    private static boolean isDesk(HttpServletRequest request) {
        var path = pathOf(request);
        return path.equals("/staff") || path.startsWith("/staff/");
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : "";
    }

    /** The page that explains a status best. */
    static int pageCode(HttpStatus status) {
        if (KNOWN.contains(status.value())) {
            return status.value();
        }
        return switch (status) {
            case UNAUTHORIZED -> HttpStatus.FORBIDDEN.value();
            case GONE, METHOD_NOT_ALLOWED -> HttpStatus.NOT_FOUND.value();
            case BAD_GATEWAY, GATEWAY_TIMEOUT -> HttpStatus.SERVICE_UNAVAILABLE.value();
            // Any other status of 4xx came from an address or a form that this house never made.
            default ->
                    status.is4xxClientError()
                            ? HttpStatus.NOT_FOUND.value()
                            : HttpStatus.INTERNAL_SERVER_ERROR.value();
        };
    }

    private Frame frame(HttpServletRequest request) {
        try {
            return frames.of(request);
        } catch (RuntimeException fault) {
            // Who reads may be unknown because the very thing that knows it is out of order.
            LOG.warn("The frame of the error page is bare", fault);
            return frames.bare(request);
        }
    }

    private static HttpStatus statusOf(HttpServletRequest request) {
        // Someone who opens the address of the error page itself finds no page there.
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)) {
            return HttpStatus.NOT_FOUND;
        }
        var fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        return fault instanceof Throwable thrown && isDatabaseAway(thrown)
                ? HttpStatus.SERVICE_UNAVAILABLE
                : toStatus(code);
    }

    /**
     * Whether the database is being started again, is gone, or has no room: nothing is wrong with
     * what was asked, and asked again a little later it will be answered.
     */
    static boolean isDatabaseAway(Throwable fault) {
        var cause = fault;
        for (var depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLTransientConnectionException
                    || (cause instanceof SQLException refused
                            && refused.getSQLState() != null
                            && AWAY.matcher(refused.getSQLState()).matches())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static HttpStatus toStatus(int code) {
        var status = HttpStatus.resolve(code);
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static boolean isProgram(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && path.startsWith("/api/");
    }

    private static void writeProblem(HttpStatus status, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem =
                "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(status.getReasonPhrase(), status.value());
        response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeSentence(HttpStatus status, HttpServletResponse response)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/plain;charset=UTF-8");
        var sentence = "系统暂时有故障，请过几分钟再试，或拨打 12345。";
        response.getOutputStream().write(sentence.getBytes(StandardCharsets.UTF_8));
    }
}
