package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;

/** How a case ends, and what follows the decision. */
sealed interface DecisionActs extends ActRequest {

    @JsonTypeName("grant")
    @Schema(name = "Grant", description = "Grants what was applied for.")
    record Grant(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "May be left out") String opinion,
            @Schema(description = "That the holder has to keep; may be left out") String conditions,
            @Schema(description = "Last day, where the decision itself names one")
                    @Nullable LocalDate validUntil)
            implements DecisionActs {

        public Grant {
            opinion = ActRequest.words(opinion);
            conditions = ActRequest.words(conditions);
        }

        @Override
        public Act toAct() {
            return new Act.Grant(taskNo, opinion, conditions, validUntil);
        }
    }

    @JsonTypeName("refuse")
    @Schema(name = "Refuse", description = "Refuses, with facts, reasons and articles.")
    record Refuse(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String facts,
            String reasons,
            String articles)
            implements DecisionActs {

        public Refuse {
            facts = ActRequest.words(facts);
            reasons = ActRequest.words(reasons);
            articles = ActRequest.words(articles);
        }

        @Override
        public Act toAct() {
            return new Act.Refuse(taskNo, facts, reasons, articles);
        }
    }

    @JsonTypeName("forward")
    @Schema(
            name = "Forward",
            description = "Passes the application up with the opinion of the first review.")
    record Forward(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String opinion)
            implements DecisionActs {

        public Forward {
            opinion = ActRequest.words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.Forward(taskNo, opinion);
        }
    }

    @JsonTypeName("record-higher-decision")
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
            implements DecisionActs {

        public RecordHigherDecision {
            document = ActRequest.words(document);
            words = ActRequest.words(words);
        }

        @Override
        public Act toAct() {
            return new Act.RecordHigherDecision(granted, document, decidedOn, words);
        }
    }

    /** How the result reached the applicant. */
    enum Way {
        @JsonProperty("electronic")
        ELECTRONIC,
        @JsonProperty("window")
        WINDOW,
        @JsonProperty("post")
        POST
    }

    @JsonTypeName("deliver")
    @Schema(name = "Deliver", description = "The result is in the applicant's hands.")
    record Deliver(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Way way,
            String receivedBy,
            @Schema(description = "Number of the consignment, for post only") String consignment)
            implements DecisionActs {

        public Deliver {
            receivedBy = ActRequest.words(receivedBy);
            consignment = ActRequest.words(consignment);
        }

        @Override
        public Act toAct() {
            return new Act.Deliver(Act.DeliveryWay.valueOf(way.name()), receivedBy, consignment);
        }
    }

    @JsonTypeName("record-check")
    @Schema(name = "RecordCheck", description = "Records the check of a fact that was vouched for.")
    record RecordCheck(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String material,
            @JsonProperty(required = true) boolean holds,
            String findings)
            implements DecisionActs {

        public RecordCheck {
            material = ActRequest.words(material);
            findings = ActRequest.words(findings);
        }

        @Override
        public Act toAct() {
            return new Act.RecordCheck(material, holds, findings);
        }
    }

    @JsonTypeName("revoke-grant")
    @Schema(name = "RevokeGrant", description = "Takes a grant back after the person was heard.")
    record RevokeGrant(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String facts,
            String reasons,
            String articles)
            implements DecisionActs {

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

    @JsonTypeName("let-stand")
    @Schema(
            name = "LetStand",
            description = "Lets a doubted grant stand after the person was heard.")
    record LetStand(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reasons)
            implements DecisionActs {

        public LetStand {
            reasons = ActRequest.words(reasons);
        }

        @Override
        public Act toAct() {
            return new Act.LetStand(reasons);
        }
    }

    @JsonTypeName("void")
    @Schema(
            name = "VoidCase",
            description = "Makes a case void that was entered by mistake; heads only.")
    record VoidCase(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements DecisionActs {

        public VoidCase {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.VoidCase(reason);
        }
    }
}
