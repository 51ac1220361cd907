package org.tongban.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.web.Texts;

/**
 * One record of looks at people's data; told by the room of the house that keeps it. All of them
 * together are what a person reads of who looked at their data.
 */
public interface LookSource {

    /**
     * Which lines are asked for.
     *
     * @param from the least id that is wanted; see {@link org.tongban.database.RowIds#first}
     * @param before lines of this id and later ones are not wanted
     * @param most so many at the most
     */
    record Span(UUID from, UUID before, int most) {}

    /**
     * One line, in words for the person concerned. Nobody else's number or address stands in it.
     *
     * @param id in the order of time
     * @param who the member of staff, the office or the system
     * @param what which data
     * @param caseId the case it was done for, if for one
     */
    record Line(
            UUID id,
            Instant at,
            String who,
            String office,
            String what,
            String purpose,
            Optional<UUID> caseId) {}

    /** The lines about a person and whoever is in their care, the last first. */
    List<Line> about(UUID personId, Span span, Texts texts);
}
