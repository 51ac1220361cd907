package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;

/** Acts beyond the usual way: promises, hearings, what is passed up, what is taken back. */
sealed interface FurtherActRequest extends ActRequest {

    /** What took place. */
    enum Visiting {
        @JsonProperty("site-visit")
        SITE_VISIT,
        @JsonProperty("meeting")
        MEETING
    }

    @Schema(name = "ExtendSupplement", description = "Gives more time for promised papers, once.")
    record ExtendSupplement(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements FurtherActRequest {

        public ExtendSupplement {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.ExtendSupplement(reason);
        }
    }

    @Schema(
            name = "RejectPapers",
            description = "What came is not what was promised; it is owed again.")
    record RejectPapers(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<String> materials,
            String reason)
            implements FurtherActRequest {

        public RejectPapers {
            reason = ActRequest.words(reason);
            materials = listed(materials);
        }

        @Override
        public Act toAct() {
            return new Act.RejectPapers(materials, reason);
        }
    }

    @Schema(
            name = "RecordVisit",
            description = "A site visit or a meeting took place, by at least two officers.")
    record RecordVisit(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Visiting visit,
            @JsonProperty(required = true) LocalDate on,
            String place,
            List<String> officers,
            String record)
            implements FurtherActRequest {

        public RecordVisit {
            place = ActRequest.words(place);
            record = ActRequest.words(record);
            officers = listed(officers);
        }

        @Override
        public Act toAct() {
            return new Act.RecordVisit(
                    Act.Visit.valueOf(visit.name()), on, place, officers, record, 0);
        }
    }

    @Schema(name = "RecordCheck", description = "Records the check of a fact that was vouched for.")
    record RecordCheck(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String material,
            @JsonProperty(required = true) boolean holds,
            String findings)
            implements FurtherActRequest {

        public RecordCheck {
            material = ActRequest.words(material);
            findings = ActRequest.words(findings);
        }

        @Override
        public Act toAct() {
            return new Act.RecordCheck(material, holds, findings);
        }
    }

    @Schema(name = "RevokeGrant", description = "Takes a grant back after the person was heard.")
    record RevokeGrant(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String facts,
            String reasons,
            String articles)
            implements FurtherActRequest {

        public RevokeGrant {
            facts = ActRequest.words(facts);
            reasons = ActRequest.words(reasons);
            articles = ActRequest.words(articles);
        }

        @Override
        public Act toAct() {
            return new Act.RevokeGrant(facts, reasons, articles);
        }
    }

    @Schema(
            name = "LetStand",
            description = "Lets a doubted grant stand after the person was heard.")
    record LetStand(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reasons)
            implements FurtherActRequest {

        public LetStand {
            reasons = ActRequest.words(reasons);
        }

        @Override
        public Act toAct() {
            return new Act.LetStand(reasons);
        }
    }

    @Schema(name = "TellHearingRight", description = "Tells that a hearing may be asked for.")
    record TellHearingRight(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason,
            List<String> interested)
            implements FurtherActRequest {

        public TellHearingRight {
            reason = ActRequest.words(reason);
            interested = listed(interested);
        }

        @Override
        public Act toAct() {
            return new Act.TellHearingRight(reason, interested);
        }
    }

    @Schema(
            name = "CallHearing",
            description = "Tells when, where and under whom the hearing is; the clocks stop.")
    record CallHearing(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) LocalDate on,
            String place,
            String chair)
            implements FurtherActRequest {

        public CallHearing {
            place = ActRequest.words(place);
            chair = ActRequest.words(chair);
        }

        @Override
        public Act toAct() {
            return new Act.CallHearing(on, place, chair);
        }
    }

    @Schema(name = "RecordHearing", description = "Records the transcript; the clocks go on.")
    record RecordHearing(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<String> present,
            String transcript)
            implements FurtherActRequest {

        public RecordHearing {
            transcript = ActRequest.words(transcript);
            present = listed(present);
        }

        @Override
        public Act toAct() {
            return new Act.RecordHearing(present, transcript);
        }
    }

    @Schema(
            name = "Forward",
            description = "Passes the application up with the opinion of the first review.")
    record Forward(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String opinion)
            implements FurtherActRequest {

        public Forward {
            opinion = ActRequest.words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.Forward(taskNo, opinion);
        }
    }

    @Schema(
            name = "RecordHigherDecision",
            description = "Records what the higher authority has decided.")
    record RecordHigherDecision(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) boolean granted,
            String document,
            @JsonProperty(required = true) LocalDate decidedOn,
            String words)
            implements FurtherActRequest {

        public RecordHigherDecision {
            document = ActRequest.words(document);
            words = ActRequest.words(words);
        }

        @Override
        public Act toAct() {
            return new Act.RecordHigherDecision(granted, document, decidedOn, words);
        }
    }

    @Schema(
            name = "VoidCase",
            description = "Makes a case void that was entered by mistake; heads only.")
    record VoidCase(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements FurtherActRequest {

        public VoidCase {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.VoidCase(reason);
        }
    }

    /** Left out and empty are the same to the engine. */
    private static List<String> listed(@Nullable List<String> sent) {
        return sent == null ? List.of() : List.copyOf(sent);
    }
}
