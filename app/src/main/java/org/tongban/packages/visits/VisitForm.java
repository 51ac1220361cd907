package org.tongban.packages.visits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What was typed into one of the forms about a joint visit. */
record VisitForm(
        String act,
        String part,
        String on,
        String site,
        String officers,
        String heldOn,
        String record,
        String passes) {

    static final String PART = "part";
    static final String ON = "on";
    static final String SITE = "site";
    static final String OFFICERS = "officers";
    static final String HELD_ON = "heldOn";
    static final String RECORD = "record";
    static final String PASSES = "passes";

    static final int LONGEST_SITE = 100;
    static final int LONGEST_RECORD = 1000;

    static final VisitForm NOTHING = new VisitForm("", "", "", "", "", "", "", "");

    static VisitForm of(HttpServletRequest request) {
        return new VisitForm(
                at(request, "act"),
                at(request, PART),
                at(request, ON),
                at(request, SITE),
                at(request, OFFICERS),
                at(request, HELD_ON),
                at(request, RECORD),
                at(request, PASSES));
    }

    private static String at(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    /** Whether this form is about that part. */
    boolean isAbout(String key) {
        return part.equals(key);
    }

    /** Where the box of one part stands on the page. */
    static String officersOf(String part) {
        return OFFICERS + "-" + part;
    }

    static String passesOf(String part) {
        return PASSES + "-" + part;
    }
}
