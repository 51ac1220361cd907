package org.tongban.openapi.problem;

import java.util.List;
import java.util.Map;

/** Ends a request that is not carried out; nothing has been changed. */
public final class Refused extends RuntimeException {

    private final ProblemCode code;
    private final transient Map<String, Object> places;
    private final transient List<Fault> errors;

    private Refused(ProblemCode code, Map<String, ?> places, List<Fault> errors) {
        // Thrown to answer, not to search for a fault: the way here is of no interest.
        super(code.code(), null, false, false);
        this.code = code;
        this.places = Map.copyOf(places);
        this.errors = List.copyOf(errors);
    }

    public static Refused because(ProblemCode code) {
        return new Refused(code, Map.of(), List.of());
    }

    /**
     * As {@link #because(ProblemCode)}.
     *
     * @param places what is put into the named places of the words
     */
    public static Refused because(ProblemCode code, Map<String, ?> places) {
        return new Refused(code, places, List.of());
    }

    /** With words filled in, and the places of the request that have to be put right. */
    public static Refused because(ProblemCode code, Map<String, ?> places, List<Fault> errors) {
        return new Refused(code, places, errors);
    }

    /** With the places of the request that have to be put right. */
    public static Refused because(ProblemCode code, List<Fault> errors) {
        return new Refused(code, Map.of(), errors);
    }

    public ProblemCode code() {
        return code;
    }

    Map<String, Object> places() {
        return places;
    }

    List<Fault> errors() {
        return errors;
    }
}
