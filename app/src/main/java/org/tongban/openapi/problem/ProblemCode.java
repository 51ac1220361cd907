package org.tongban.openapi.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * Why a request was not carried out. A closed list: programs switch over {@link #code()}, which
 * never changes once published. The words stand in {@code messages/openapi_zh_CN.properties}.
 */
public enum ProblemCode {
    /** Not JSON, or JSON beyond the limits of depth and length. */
    MALFORMED_JSON(HttpStatus.BAD_REQUEST),
    /** A parameter or a header is missing or unreadable. */
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    /** No token, or one that is wrong or over. */
    UNAUTHORIZED(HttpStatus.UNAUTHORIZED),
    /** The token lacks the scope. */
    FORBIDDEN(HttpStatus.FORBIDDEN),
    /** The system acts for no member of staff, which this call needs. */
    NO_STAFF_BINDING(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    /** The body does not have the form that the description states; see {@code errors}. */
    INVALID(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The application cannot be handed in yet; see {@code errors}. */
    INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The file cannot be taken; see {@code errors}. */
    FILE_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT),
    /** The draft has become a case; it can no longer be changed. */
    ALREADY_SUBMITTED(HttpStatus.CONFLICT),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),

    /** The item may not use this certificate; the attempt is on record. */
    NOT_ON_THE_LIST(HttpStatus.FORBIDDEN),

    NOT_IN_THIS_STATE(HttpStatus.CONFLICT),
    NOT_YOURS(HttpStatus.FORBIDDEN),
    /** Somebody changed the case since it was read. */
    STALE(HttpStatus.CONFLICT),
    NO_SUCH_CASE(HttpStatus.NOT_FOUND),
    NO_SUCH_TASK(HttpStatus.CONFLICT),
    STEPS_STILL_OPEN(HttpStatus.CONFLICT),
    NOT_AN_EARLIER_STEP(HttpStatus.UNPROCESSABLE_CONTENT),
    WORDS_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    NOTHING_TO_CORRECT(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_TOLD_ONCE(HttpStatus.CONFLICT),
    PROCEDURE_RUNNING(HttpStatus.CONFLICT),
    NO_PROCEDURE_RUNNING(HttpStatus.CONFLICT),
    PROCEDURE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT),
    ALREADY_EXTENDED(HttpStatus.CONFLICT),
    TERM_ALREADY_OVER(HttpStatus.CONFLICT),
    TERM_NOT_OVER(HttpStatus.CONFLICT),
    NOT_TOLERATED(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_COMMITMENT(HttpStatus.UNPROCESSABLE_CONTENT),
    CREDIT_LOST(HttpStatus.CONFLICT),
    PAPERS_OWED(HttpStatus.CONFLICT),
    EVIDENCE_SPOILT(HttpStatus.CONFLICT),
    NOTHING_OWED(HttpStatus.CONFLICT),
    NOTHING_DOUBTED(HttpStatus.CONFLICT),
    OTHERS_STILL_ASKED(HttpStatus.CONFLICT),
    OTHERS_AGAINST(HttpStatus.CONFLICT),
    NOBODY_SIGNS_AFTER_A_DECISION(HttpStatus.UNPROCESSABLE_CONTENT),
    NO_COLLEAGUE(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_FEW_OFFICERS(HttpStatus.UNPROCESSABLE_CONTENT),
    ONE_OFFICE_ONLY(HttpStatus.UNPROCESSABLE_CONTENT),
    OBJECTION_MISMATCH(HttpStatus.CONFLICT),
    NOTHING_TOLD_YET(HttpStatus.CONFLICT),
    NOTHING_MOVES(HttpStatus.CONFLICT),
    HEARING_COMES_FIRST(HttpStatus.CONFLICT),
    HEARING_MISMATCH(HttpStatus.CONFLICT),
    HEARING_TOO_SOON(HttpStatus.UNPROCESSABLE_CONTENT),
    CHAIR_HAS_REVIEWED(HttpStatus.UNPROCESSABLE_CONTENT),
    ONLY_FORWARDED(HttpStatus.CONFLICT),
    NOT_FORWARDED(HttpStatus.CONFLICT),
    NOT_SIMULATED(HttpStatus.CONFLICT),
    ONLY_SIMULATED(HttpStatus.CONFLICT),
    NOT_PROVEN(HttpStatus.CONFLICT);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As programs meet it: {@code not-in-this-state}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Key of its words. */
    public String messageKey() {
        return "openapi.problem." + code();
    }
}
