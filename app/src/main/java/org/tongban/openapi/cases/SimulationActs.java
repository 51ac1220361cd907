package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.tongban.casework.Act;

/** The review without effect (模拟审批): begun, made real, given up. */
sealed interface SimulationActs extends ActRequest {

    @JsonTypeName("accept-for-simulation")
    @Schema(
            name = "AcceptForSimulation",
            description =
                    "Lets an application that lacks a precondition be reviewed without effect.")
    record AcceptForSimulation(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "What is lacking, by name") List<String> lacking)
            implements SimulationActs {

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
            implements SimulationActs {

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
            implements SimulationActs {

        public EndSimulation {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.EndSimulation(reason);
        }
    }
}
