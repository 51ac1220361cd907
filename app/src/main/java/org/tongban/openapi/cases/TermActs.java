package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongban.casework.Act;

/** What moves a term: procedures, hearings, one extension. */
sealed interface TermActs extends ActRequest {

    @JsonTypeName("start-procedure")
    @Schema(
            name = "StartProcedure",
            description = "Begins a procedure of article 45; the clocks stop.")
    record StartProcedure(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "One of the item's specialProcedures", example = "听证")
                    String procedure,
            String reason,
            @JsonProperty(required = true) @Schema(description = "Working days") int expectedDays)
            implements TermActs {

        public StartProcedure {
            procedure = ActRequest.words(procedure);
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.StartProcedure(procedure, reason, expectedDays);
        }
    }

    @JsonTypeName("end-procedure")
    @Schema(name = "EndProcedure", description = "Ends the procedure; the clocks go on.")
    record EndProcedure(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String result)
            implements TermActs {

        public EndProcedure {
            result = ActRequest.words(result);
        }

        @Override
        public Act toAct() {
            return new Act.EndProcedure(result);
        }
    }

    @JsonTypeName("extend")
    @Schema(name = "Extend", description = "Lengthens the statutory term, once.")
    record Extend(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements TermActs {

        public Extend {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.Extend(reason);
        }
    }

    @JsonTypeName("tell-hearing-right")
    @Schema(name = "TellHearingRight", description = "Tells that a hearing may be asked for.")
    record TellHearingRight(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason,
            List<String> interested)
            implements TermActs {

        public TellHearingRight {
            reason = ActRequest.words(reason);
            interested = ActRequest.listed(interested);
        }

        @Override
        public Act toAct() {
            return new Act.TellHearingRight(reason, interested);
        }
    }

    @JsonTypeName("decline-hearing")
    @Schema(
            name = "DeclineHearing",
            description = "Turns down a hearing that somebody not concerned has asked for.")
    record DeclineHearing(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements TermActs {

        public DeclineHearing {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.DeclineHearing(reason);
        }
    }

    @JsonTypeName("call-hearing")
    @Schema(
            name = "CallHearing",
            description = "Tells when, where and under whom the hearing is; the clocks stop.")
    record CallHearing(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) LocalDate on,
            String place,
            String chair)
            implements TermActs {

        public CallHearing {
            place = ActRequest.words(place);
            chair = ActRequest.words(chair);
        }

        @Override
        public Act toAct() {
            return new Act.CallHearing(on, place, chair);
        }
    }

    @JsonTypeName("record-hearing")
    @Schema(name = "RecordHearing", description = "Records the transcript; the clocks go on.")
    record RecordHearing(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<String> present,
            String transcript)
            implements TermActs {

        public RecordHearing {
            transcript = ActRequest.words(transcript);
            present = ActRequest.listed(present);
        }

        @Override
        public Act toAct() {
            return new Act.RecordHearing(present, transcript);
        }
    }
}
