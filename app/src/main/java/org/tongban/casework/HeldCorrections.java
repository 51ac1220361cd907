package org.tongban.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tongban.law.LegalBasis;

/**
 * What offices tell to correct, kept until all offices of one application have looked at it, so
 * that people are told once and completely, within the term each of them has. Declared here for the
 * desk; carried out by the module that knows what belongs together.
 */
@LegalBasis("licensing/32/1(4)")
public interface HeldCorrections {

    /** What became of it. */
    enum Becomes {
        /** Nobody else has to be waited for: the office tells it by itself, now. */
        ALONE,
        /** Kept; told with what the others say, in the office's own term. */
        KEPT,
        /** The last of them has spoken: everything has just been told. */
        TOLD
    }

    /**
     * Keeps it, unless nobody else has to be waited for.
     *
     * @param seenVersion the version of the case that the officer saw
     */
    Becomes hold(UUID caseId, int seenVersion, Act.TellCorrections told, Actor actor);

    /** The last day on which what is kept for a case is told; empty when nothing is kept. */
    Optional<LocalDate> held(UUID caseId);
}
