package org.tongban.casework;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a granted case has led to, in words: for an application that needs the result of another.
 * Declared here, kept by the module that issues certificates.
 */
public interface CaseResults {

    /** The certificate of the case, in force now; empty before it is issued. */
    Optional<Result> of(UUID caseId);

    /**
     * A certificate as its face says it.
     *
     * @param name such as 出生医学证明
     * @param lines by key
     */
    record Result(String name, String number, Map<String, String> lines) {
        public Result {
            lines = Map.copyOf(lines);
        }

        /** Never what it says: this may reach a log. */
        @Override
        public String toString() {
            return "Result[" + name + "]";
        }
    }
}
