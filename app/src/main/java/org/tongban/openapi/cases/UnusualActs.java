package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.casework.Act;
import org.tongban.directory.Place;
import org.tongban.directory.StaffMember;

/** What is not usual: a task in other hands, corrections told again, a review without effect. */
sealed interface UnusualActs extends ActRequest {

    @JsonTypeName("hand-over")
    @Schema(name = "HandOver", description = "Puts an open task into a colleague's hands.")
    record HandOver(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "Sign-in name of the colleague") String colleague,
            String reason)
            implements UnusualActs {

        public HandOver {
            colleague = ActRequest.words(colleague);
            reason = ActRequest.words(reason);
        }

        /** To nobody: who it is, the directory knows. The engine refuses it. */
        @Override
        public Act toAct() {
            return new Act.HandOver(taskNo, "", "", Set.of(), reason);
        }

        @Override
        public Act toAct(Place place) {
            return place.staff().stream()
                    .filter(member -> member.login().equals(colleague))
                    .filter(StaffMember::active)
                    .findFirst()
                    .<Act>map(
                            member ->
                                    new Act.HandOver(
                                            taskNo,
                                            member.id().toString(),
                                            member.name(),
                                            Set.copyOf(member.posts()),
                                            reason))
                    .orElseGet(this::toAct);
        }
    }

    @JsonTypeName("tell-corrections-again")
    @Schema(
            name = "TellCorrectionsAgain",
            description =
                    "The head of the office lets be told once more what should have been told at"
                            + " once. It becomes a finding of supervision.")
    record TellCorrectionsAgain(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<IntakeActs.Correction> corrections,
            String reason)
            implements UnusualActs {

        public TellCorrectionsAgain {
            corrections = ActRequest.listed(corrections);
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.TellCorrectionsAgain(
                    corrections.stream().map(IntakeActs.Correction::toCorrection).toList(), reason);
        }
    }

    @JsonTypeName("accept-for-simulation")
    @Schema(
            name = "AcceptForSimulation",
            description =
                    "Lets an application that lacks a precondition be reviewed without effect.")
    record AcceptForSimulation(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "What is lacking, by name") List<String> lacking)
            implements UnusualActs {

        public AcceptForSimulation {
            lacking = ActRequest.listed(lacking);
        }

        @Override
        public Act toAct() {
            return new Act.AcceptForSimulation(lacking);
        }
    }

    @JsonTypeName("make-real")
    @Schema(
            name = "MakeReal",
            description = "The precondition is there: what was simulated counts from today.")
    record MakeReal(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "By what it is proven") String proof)
            implements UnusualActs {

        public MakeReal {
            proof = ActRequest.words(proof);
        }

        @Override
        public Act toAct() {
            return new Act.MakeReal(proof);
        }
    }

    @JsonTypeName("end-simulation")
    @Schema(name = "EndSimulation", description = "Gives a simulation up; nothing was decided.")
    record EndSimulation(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements UnusualActs {

        public EndSimulation {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.EndSimulation(reason);
        }
    }
}
