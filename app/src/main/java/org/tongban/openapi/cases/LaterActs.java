package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.tongban.casework.Act;

/** What is said about a decision that was made; what was decided stays. */
sealed interface LaterActs extends ActRequest {

    @JsonTypeName("correct-slip")
    @Schema(
            name = "CorrectSlip",
            description = "Puts a slip of the pen right in a paper that went out.")
    record CorrectSlip(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "Title and number of the paper") String paper,
            String wrong,
            String right)
            implements LaterActs {

        public CorrectSlip {
            paper = ActRequest.words(paper);
            wrong = ActRequest.words(wrong);
            right = ActRequest.words(right);
        }

        @Override
        public Act toAct() {
            return new Act.CorrectSlip(paper, wrong, right);
        }
    }

    @JsonTypeName("answer-objection")
    @Schema(
            name = "AnswerObjection",
            description = "Answers an objection of the applicant's to the decision.")
    record AnswerObjection(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) boolean founded,
            String words)
            implements LaterActs {

        public AnswerObjection {
            words = ActRequest.words(words);
        }

        @Override
        public Act toAct() {
            return new Act.AnswerObjection(founded, words);
        }
    }
}
