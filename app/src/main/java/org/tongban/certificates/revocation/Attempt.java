package org.tongban.certificates.revocation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tongban.web.ErrorSummary;

/**
 * A deed as somebody wanted it done.
 *
 * @param faults in words, by the name of the box; empty while nothing is known to be wrong
 */
record Attempt(Deed deed, Reason reason, Map<String, String> faults) {

    Attempt(Deed deed, String why) {
        this(deed, new Reason(why), Map.of());
    }

    Attempt faulty(Map<String, String> newFaults) {
        return new Attempt(deed, reason, newFaults);
    }

    /** Whether it is the attempt at that deed, whatever was typed. */
    boolean isAt(Deed other) {
        return deed.path().equals(other.path());
    }

    /** Each form's fields have ids of their own, since all forms stand on one page. */
    ErrorSummary errors() {
        var byField = new LinkedHashMap<String, String>();
        faults.forEach((name, words) -> byField.put(deed.fieldId(name), words));
        return ErrorSummary.of(byField);
    }
}
