package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.tongban.casework.Act;

/** Whether an application is taken up, and what may still follow. */
sealed interface IntakeActs extends ActRequest {

    @JsonTypeName("accept")
    @Schema(name = "Accept", description = "Accepts the application (licensing law, art. 32).")
    record Accept(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId)
            implements IntakeActs {
        @Override
        public Act toAct() {
            return new Act.Accept();
        }
    }

    @JsonTypeName("accept-tolerantly")
    @Schema(
            name = "AcceptTolerantly",
            description = "Accepts on the applicant's written promise to bring minor papers later.")
    record AcceptTolerantly(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "Keys of the materials that may follow") List<String> materials,
            @Schema(description = "Whether the promise was signed on paper at the window")
                    boolean signedHere)
            implements IntakeActs {

        public AcceptTolerantly {
            materials = ActRequest.listed(materials);
        }

        @Override
        public Act toAct() {
            return new Act.AcceptTolerantly(materials, signedHere);
        }
    }

    @JsonTypeName("tell-corrections")
    @Schema(
            name = "TellCorrections",
            description = "Tells, once and completely, what is missing or wrong.")
    record TellCorrections(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<Correction> corrections)
            implements IntakeActs {

        public TellCorrections {
            corrections = ActRequest.listed(corrections);
        }

        @Override
        public Act toAct() {
            return new Act.TellCorrections(
                    corrections.stream().map(Correction::toCorrection).toList());
        }
    }

    /** One thing to correct. */
    @Schema(name = "Correction")
    record Correction(
            @Schema(description = "Key of the material, or `form`") String material,
            @Schema(description = "Its name, as the applicant knows it") String name,
            @Schema(description = "In words the applicant can act on") String what) {
        public Correction {
            material = ActRequest.words(material);
            name = ActRequest.words(name);
            what = ActRequest.words(what);
        }

        Act.Correction toCorrection() {
            return new Act.Correction(material, name, what);
        }
    }

    /** Why an application is not accepted. */
    enum Ground {
        @JsonProperty("not-needed")
        NOT_NEEDED,
        @JsonProperty("not-our-power")
        NOT_OUR_POWER,
        @JsonProperty("not-eligible")
        NOT_ELIGIBLE
    }

    @JsonTypeName("refuse-acceptance")
    @Schema(name = "RefuseAcceptance", description = "Does not accept, with a reason.")
    record RefuseAcceptance(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Ground ground,
            String reason,
            @Schema(description = "Who has the power; with not-our-power") String competentOffice)
            implements IntakeActs {

        public RefuseAcceptance {
            reason = ActRequest.words(reason);
            competentOffice = ActRequest.words(competentOffice);
        }

        @Override
        public Act toAct() {
            return new Act.RefuseAcceptance(
                    Act.NonAcceptance.valueOf(ground.name()), reason, competentOffice);
        }
    }

    @JsonTypeName("extend-supplement")
    @Schema(name = "ExtendSupplement", description = "Gives more time for promised papers, once.")
    record ExtendSupplement(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements IntakeActs {

        public ExtendSupplement {
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.ExtendSupplement(reason);
        }
    }

    @JsonTypeName("reject-papers")
    @Schema(
            name = "RejectPapers",
            description = "What came is not what was promised; it is owed again.")
    record RejectPapers(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<String> materials,
            String reason)
            implements IntakeActs {

        public RejectPapers {
            reason = ActRequest.words(reason);
            materials = ActRequest.listed(materials);
        }

        @Override
        public Act toAct() {
            return new Act.RejectPapers(materials, reason);
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
            List<Correction> corrections,
            String reason)
            implements IntakeActs {

        public TellCorrectionsAgain {
            corrections = ActRequest.listed(corrections);
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.TellCorrectionsAgain(
                    corrections.stream().map(Correction::toCorrection).toList(), reason);
        }
    }
}
