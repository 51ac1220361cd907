package org.tongban.documents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What checking a file came to.
 *
 * @param sm3 of the file, 64 hex digits
 * @param refusal present when the file could not be checked at all; there are no steps then
 * @param steps one result a step, in their order
 * @param sealedBy who says to have sealed it; only to be believed when {@link #isGenuine}
 * @param metadata of an OFD; only to be believed when {@link #isGenuine}
 */
public record CheckReport(
        String sm3,
        Optional<Refusal> refusal,
        List<StepResult> steps,
        Optional<SealedBy> sealedBy,
        Map<String, String> metadata) {

    /** Why a file is not looked at any further. */
    public enum Refusal {
        EMPTY,
        TOO_LARGE,
        /** Neither OFD nor PDF. */
        OTHER_TYPE,
        /** Cut off, or two lists of contents that disagree. */
        DAMAGED,
        /** Unpacks to far more than a document has. */
        BOMB,
        /** Paths that lead out of the package, XML with entities. */
        HOSTILE,
        NOT_SEALED,
        /** More than one document or signature in one file. */
        SEVERAL
    }

    /** What the seal says of itself. */
    public record SealedBy(String sealer, String seal, Instant at) {}

    public CheckReport {
        steps = List.copyOf(steps);
        metadata = Map.copyOf(metadata);
    }

    public static CheckReport refused(String sm3, Refusal why) {
        return new CheckReport(sm3, Optional.of(why), List.of(), Optional.empty(), Map.of());
    }

    /** Whether all steps passed; a time stamp is not asked for. */
    public boolean isGenuine() {
        return refusal.isEmpty()
                && steps.stream()
                        .allMatch(
                                step ->
                                        step.answer() == Answer.PASSED
                                                || step.step() == Step.TIME_STAMP);
    }
}
