package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.casework.Act;
import org.tongban.casework.Consultation;
import org.tongban.openapi.problem.RequestBodyRecord;

/** What an officer's system asks to be done. One record an act; a foreign field is refused. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ActRequest.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = ActRequest.AcceptTolerantly.class, name = "accept-tolerantly"),
    @JsonSubTypes.Type(value = ActRequest.Consult.class, name = "consult"),
    @JsonSubTypes.Type(value = ActRequest.GiveOpinion.class, name = "give-opinion"),
    @JsonSubTypes.Type(value = ActRequest.WriteNote.class, name = "write-note"),
    @JsonSubTypes.Type(value = ActRequest.TellCorrections.class, name = "tell-corrections"),
    @JsonSubTypes.Type(value = ActRequest.RefuseAcceptance.class, name = "refuse-acceptance"),
    @JsonSubTypes.Type(value = ActRequest.PassStep.class, name = "pass-step"),
    @JsonSubTypes.Type(value = ActRequest.ReturnStep.class, name = "return-step"),
    @JsonSubTypes.Type(value = ActRequest.StartProcedure.class, name = "start-procedure"),
    @JsonSubTypes.Type(value = ActRequest.EndProcedure.class, name = "end-procedure"),
    @JsonSubTypes.Type(value = ActRequest.Extend.class, name = "extend"),
    @JsonSubTypes.Type(value = ActRequest.Grant.class, name = "grant"),
    @JsonSubTypes.Type(value = ActRequest.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = ActRequest.Deliver.class, name = "deliver"),
    @JsonSubTypes.Type(
            value = FurtherActRequest.ExtendSupplement.class,
            name = "extend-supplement"),
    @JsonSubTypes.Type(value = FurtherActRequest.RejectPapers.class, name = "reject-papers"),
    @JsonSubTypes.Type(value = FurtherActRequest.RecordVisit.class, name = "record-visit"),
    @JsonSubTypes.Type(value = FurtherActRequest.RecordCheck.class, name = "record-check"),
    @JsonSubTypes.Type(value = FurtherActRequest.RevokeGrant.class, name = "revoke-grant"),
    @JsonSubTypes.Type(value = FurtherActRequest.LetStand.class, name = "let-stand"),
    @JsonSubTypes.Type(
            value = FurtherActRequest.TellHearingRight.class,
            name = "tell-hearing-right"),
    @JsonSubTypes.Type(value = FurtherActRequest.CallHearing.class, name = "call-hearing"),
    @JsonSubTypes.Type(value = FurtherActRequest.RecordHearing.class, name = "record-hearing"),
    @JsonSubTypes.Type(value = FurtherActRequest.Forward.class, name = "forward"),
    @JsonSubTypes.Type(
            value = FurtherActRequest.RecordHigherDecision.class,
            name = "record-higher-decision"),
    @JsonSubTypes.Type(value = FurtherActRequest.VoidCase.class, name = "void")
})
@Schema(
        name = "Act",
        description =
                "An act on a case. `seenVersion` is the version that was read: an act on an older"
                        + " one is refused as stale. `actId` names this very act: sent again, it is"
                        + " carried out once and answered alike.",
        discriminatorProperty = "act",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "accept", schema = ActRequest.Accept.class),
            @DiscriminatorMapping(
                    value = "accept-tolerantly",
                    schema = ActRequest.AcceptTolerantly.class),
            @DiscriminatorMapping(value = "consult", schema = ActRequest.Consult.class),
            @DiscriminatorMapping(value = "give-opinion", schema = ActRequest.GiveOpinion.class),
            @DiscriminatorMapping(value = "write-note", schema = ActRequest.WriteNote.class),
            @DiscriminatorMapping(
                    value = "tell-corrections",
                    schema = ActRequest.TellCorrections.class),
            @DiscriminatorMapping(
                    value = "refuse-acceptance",
                    schema = ActRequest.RefuseAcceptance.class),
            @DiscriminatorMapping(value = "pass-step", schema = ActRequest.PassStep.class),
            @DiscriminatorMapping(value = "return-step", schema = ActRequest.ReturnStep.class),
            @DiscriminatorMapping(
                    value = "start-procedure",
                    schema = ActRequest.StartProcedure.class),
            @DiscriminatorMapping(value = "end-procedure", schema = ActRequest.EndProcedure.class),
            @DiscriminatorMapping(value = "extend", schema = ActRequest.Extend.class),
            @DiscriminatorMapping(value = "grant", schema = ActRequest.Grant.class),
            @DiscriminatorMapping(value = "refuse", schema = ActRequest.Refuse.class),
            @DiscriminatorMapping(value = "deliver", schema = ActRequest.Deliver.class),
            @DiscriminatorMapping(
                    value = "extend-supplement",
                    schema = FurtherActRequest.ExtendSupplement.class),
            @DiscriminatorMapping(
                    value = "reject-papers",
                    schema = FurtherActRequest.RejectPapers.class),
            @DiscriminatorMapping(
                    value = "record-visit",
                    schema = FurtherActRequest.RecordVisit.class),
            @DiscriminatorMapping(
                    value = "record-check",
                    schema = FurtherActRequest.RecordCheck.class),
            @DiscriminatorMapping(
                    value = "revoke-grant",
                    schema = FurtherActRequest.RevokeGrant.class),
            @DiscriminatorMapping(value = "let-stand", schema = FurtherActRequest.LetStand.class),
            @DiscriminatorMapping(
                    value = "tell-hearing-right",
                    schema = FurtherActRequest.TellHearingRight.class),
            @DiscriminatorMapping(
                    value = "call-hearing",
                    schema = FurtherActRequest.CallHearing.class),
            @DiscriminatorMapping(
                    value = "record-hearing",
                    schema = FurtherActRequest.RecordHearing.class),
            @DiscriminatorMapping(value = "forward", schema = FurtherActRequest.Forward.class),
            @DiscriminatorMapping(
                    value = "record-higher-decision",
                    schema = FurtherActRequest.RecordHigherDecision.class),
            @DiscriminatorMapping(value = "void", schema = FurtherActRequest.VoidCase.class)
        },
        oneOf = {
            ActRequest.Accept.class,
            ActRequest.AcceptTolerantly.class,
            ActRequest.Consult.class,
            ActRequest.GiveOpinion.class,
            ActRequest.WriteNote.class,
            ActRequest.TellCorrections.class,
            ActRequest.RefuseAcceptance.class,
            ActRequest.PassStep.class,
            ActRequest.ReturnStep.class,
            ActRequest.StartProcedure.class,
            ActRequest.EndProcedure.class,
            ActRequest.Extend.class,
            ActRequest.Grant.class,
            ActRequest.Refuse.class,
            ActRequest.Deliver.class,
            FurtherActRequest.ExtendSupplement.class,
            FurtherActRequest.RejectPapers.class,
            FurtherActRequest.RecordVisit.class,
            FurtherActRequest.RecordCheck.class,
            FurtherActRequest.RevokeGrant.class,
            FurtherActRequest.LetStand.class,
            FurtherActRequest.TellHearingRight.class,
            FurtherActRequest.CallHearing.class,
            FurtherActRequest.RecordHearing.class,
            FurtherActRequest.Forward.class,
            FurtherActRequest.RecordHigherDecision.class,
            FurtherActRequest.VoidCase.class
        },
        example =
                """
                {"act": "pass-step", "seenVersion": 2,
                 "actId": "0199f2a0-0000-7000-8000-000000000001",
                 "taskNo": 1, "opinion": "材料齐全，同意。"}
                """)
sealed interface ActRequest extends RequestBodyRecord
        permits ActRequest.Accept,
                ActRequest.AcceptTolerantly,
                ActRequest.Consult,
                ActRequest.GiveOpinion,
                ActRequest.WriteNote,
                ActRequest.TellCorrections,
                ActRequest.RefuseAcceptance,
                ActRequest.PassStep,
                ActRequest.ReturnStep,
                ActRequest.StartProcedure,
                ActRequest.EndProcedure,
                ActRequest.Extend,
                ActRequest.Grant,
                ActRequest.Refuse,
                ActRequest.Deliver,
                FurtherActRequest {

    int seenVersion();

    UUID actId();

    /** The act itself; what it lacks in words the engine refuses. */
    Act toAct();

    @Schema(name = "Accept", description = "Accepts the application (licensing law, art. 32).")
    record Accept(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId)
            implements ActRequest {
        @Override
        public Act toAct() {
            return new Act.Accept();
        }
    }

    @Schema(
            name = "AcceptTolerantly",
            description = "Accepts on the applicant's written promise to bring minor papers later.")
    record AcceptTolerantly(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @Schema(description = "Keys of the materials that may follow") List<String> materials,
            @Schema(description = "Whether the promise was signed on paper at the window")
                    boolean signedHere)
            implements ActRequest {

        public AcceptTolerantly {
            materials = materials == null ? List.of() : List.copyOf(materials);
        }

        @Override
        public Act toAct() {
            return new Act.AcceptTolerantly(materials, signedHere);
        }
    }

    /** What others are asked for. */
    enum Asking {
        @JsonProperty("sign-before")
        SIGN_BEFORE,
        @JsonProperty("sign-after")
        SIGN_AFTER,
        @JsonProperty("countersign")
        COUNTERSIGN,
        @JsonProperty("opinion")
        OPINION
    }

    /** Who has to agree. */
    enum Agreeing {
        @JsonProperty("all")
        ALL,
        @JsonProperty("any")
        ANY,
        @JsonProperty("majority")
        MAJORITY
    }

    @Schema(name = "Consult", description = "Asks others in on an open task.")
    record Consult(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @JsonProperty(required = true) Asking form,
            @JsonProperty(required = true) Agreeing rule,
            @Schema(description = "Keys of the posts; one only for a signer") List<String> posts,
            String question,
            @Schema(description = "Working days to answer in; for opinions") int days)
            implements ActRequest {

        public Consult {
            posts = posts == null ? List.of() : List.copyOf(posts);
            question = words(question);
        }

        @Override
        public Act toAct() {
            return new Act.Consult(
                    taskNo,
                    Consultation.Form.valueOf(form.name()),
                    Consultation.Rule.valueOf(rule.name()),
                    posts,
                    question,
                    days);
        }
    }

    @Schema(name = "GiveOpinion", description = "Answers what a post was asked.")
    record GiveOpinion(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @JsonProperty(required = true) boolean agrees,
            String opinion)
            implements ActRequest {

        public GiveOpinion {
            opinion = words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.GiveOpinion(taskNo, agrees, opinion);
        }
    }

    @Schema(name = "WriteNote", description = "Leaves a word that only officers read.")
    record WriteNote(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String note)
            implements ActRequest {

        public WriteNote {
            note = words(note);
        }

        @Override
        public Act toAct() {
            return new Act.WriteNote(note);
        }
    }

    @Schema(
            name = "TellCorrections",
            description = "Tells, once and completely, what is missing or wrong.")
    record TellCorrections(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            List<Correction> corrections)
            implements ActRequest {

        public TellCorrections {
            corrections = corrections == null ? List.of() : List.copyOf(corrections);
        }

        @Override
        public Act toAct() {
            return new Act.TellCorrections(
                    corrections.stream()
                            .map(c -> new Act.Correction(c.material(), c.name(), c.what()))
                            .toList());
        }
    }

    /** One thing to correct. */
    @Schema(name = "Correction")
    record Correction(
            @Schema(description = "Key of the material, or `form`") String material,
            @Schema(description = "Its name, as the applicant knows it") String name,
            @Schema(description = "In words the applicant can act on") String what) {
        public Correction {
            material = words(material);
            name = words(name);
            what = words(what);
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

    @Schema(name = "RefuseAcceptance", description = "Does not accept, with a reason.")
    record RefuseAcceptance(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Ground ground,
            String reason,
            @Schema(description = "Who has the power; with not-our-power") String competentOffice)
            implements ActRequest {

        public RefuseAcceptance {
            reason = words(reason);
            competentOffice = words(competentOffice);
        }

        @Override
        public Act toAct() {
            return new Act.RefuseAcceptance(
                    Act.NonAcceptance.valueOf(ground.name()), reason, competentOffice);
        }
    }

    @Schema(name = "PassStep", description = "Passes an open task on with an opinion.")
    record PassStep(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String opinion)
            implements ActRequest {

        public PassStep {
            opinion = words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.PassStep(taskNo, opinion);
        }
    }

    @Schema(name = "ReturnStep", description = "Sends the file back to an earlier step.")
    record ReturnStep(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "Key of the step") String toStep,
            String reason)
            implements ActRequest {

        public ReturnStep {
            toStep = words(toStep);
            reason = words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.ReturnStep(taskNo, toStep, reason);
        }
    }

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
            implements ActRequest {

        public StartProcedure {
            procedure = words(procedure);
            reason = words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.StartProcedure(procedure, reason, expectedDays);
        }
    }

    @Schema(name = "EndProcedure", description = "Ends the procedure; the clocks go on.")
    record EndProcedure(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String result)
            implements ActRequest {

        public EndProcedure {
            result = words(result);
        }

        @Override
        public Act toAct() {
            return new Act.EndProcedure(result);
        }
    }

    @Schema(name = "Extend", description = "Lengthens the statutory term, once.")
    record Extend(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String reason)
            implements ActRequest {

        public Extend {
            reason = words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.Extend(reason);
        }
    }

    @Schema(name = "Grant", description = "Grants what was applied for.")
    record Grant(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "May be left out") String opinion)
            implements ActRequest {

        public Grant {
            opinion = words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.Grant(taskNo, opinion);
        }
    }

    @Schema(name = "Refuse", description = "Refuses, with facts, reasons and articles.")
    record Refuse(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String facts,
            String reasons,
            String articles)
            implements ActRequest {

        public Refuse {
            facts = words(facts);
            reasons = words(reasons);
            articles = words(articles);
        }

        @Override
        public Act toAct() {
            return new Act.Refuse(taskNo, facts, reasons, articles);
        }
    }

    /** How the result reached the applicant. */
    enum Way {
        @JsonProperty("electronic")
        ELECTRONIC,
        @JsonProperty("window")
        WINDOW
    }

    @Schema(name = "Deliver", description = "The result is in the applicant's hands.")
    record Deliver(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Way way,
            String receivedBy)
            implements ActRequest {

        public Deliver {
            receivedBy = words(receivedBy);
        }

        @Override
        public Act toAct() {
            return new Act.Deliver(Act.DeliveryWay.valueOf(way.name()), receivedBy);
        }
    }

    /** Left out and empty are the same to the engine: it says which words the law asks for. */
    static String words(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
