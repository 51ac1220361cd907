package org.tongban.casework;

import java.util.Optional;
import java.util.UUID;

/**
 * To what more a case belongs: told on its page, decided elsewhere. Declared here for the pages of
 * cases; carried out by a module above.
 */
public interface CaseBelongings {

    /** What the case is a part of, if it is. */
    Optional<Whole> of(UUID caseId);

    /**
     * Something that has this case among its parts.
     *
     * @param name of what was applied for
     * @param ordinal which part it is, counted from 1
     * @param staffHref where staff see the whole
     * @param applicantHref where the applicant does
     */
    record Whole(
            String name,
            String number,
            int ordinal,
            int parts,
            String staffHref,
            String applicantHref) {}
}
