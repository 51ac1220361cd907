package org.tongban.openapi.cases;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tongban.casework.Act;
import org.tongban.casework.Consultation;
import org.tongban.casework.Officer;
import org.tongban.casework.Officers;
import org.tongban.directory.Place;
import org.tongban.directory.StaffMember;

/** What happens to an open task: passed, returned, others asked in, a visit recorded. */
sealed interface ReviewActs extends ActRequest {

    @JsonTypeName("pass-step")
    @Schema(name = "PassStep", description = "Passes an open task on with an opinion.")
    record PassStep(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            String opinion)
            implements ReviewActs {

        public PassStep {
            opinion = ActRequest.words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.PassStep(taskNo, opinion);
        }
    }

    @JsonTypeName("return-step")
    @Schema(name = "ReturnStep", description = "Sends the file back to an earlier step.")
    record ReturnStep(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "Key of the step") String toStep,
            String reason)
            implements ReviewActs {

        public ReturnStep {
            toStep = ActRequest.words(toStep);
            reason = ActRequest.words(reason);
        }

        @Override
        public Act toAct() {
            return new Act.ReturnStep(taskNo, toStep, reason);
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

    @JsonTypeName("consult")
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
            implements ReviewActs {

        public Consult {
            posts = ActRequest.listed(posts);
            question = ActRequest.words(question);
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

    @JsonTypeName("give-opinion")
    @Schema(name = "GiveOpinion", description = "Answers what a post was asked.")
    record GiveOpinion(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @JsonProperty(required = true) boolean agrees,
            String opinion)
            implements ReviewActs {

        public GiveOpinion {
            opinion = ActRequest.words(opinion);
        }

        @Override
        public Act toAct() {
            return new Act.GiveOpinion(taskNo, agrees, opinion);
        }
    }

    @JsonTypeName("write-note")
    @Schema(name = "WriteNote", description = "Leaves a word that only officers read.")
    record WriteNote(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            String note)
            implements ReviewActs {

        public WriteNote {
            note = ActRequest.words(note);
        }

        @Override
        public Act toAct() {
            return new Act.WriteNote(note);
        }
    }

    /** What took place. */
    enum Visiting {
        @JsonProperty("site-visit")
        SITE_VISIT,
        @JsonProperty("meeting")
        MEETING
    }

    @JsonTypeName("record-visit")
    @Schema(
            name = "RecordVisit",
            description =
                    "A site visit or a meeting took place, by at least two officers; a meeting by"
                            + " officers of different offices.")
    record RecordVisit(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) Visiting visit,
            @JsonProperty(required = true) LocalDate on,
            String place,
            @Schema(
                            description =
                                    "Work numbers of officers, or names that only one bears; when"
                                            + " one of them is nobody's, none counts")
                    List<String> officers,
            String record)
            implements ReviewActs {

        public RecordVisit {
            place = ActRequest.words(place);
            record = ActRequest.words(record);
            officers = ActRequest.listed(officers);
        }

        /** Without officers: who they are, the directory knows. The engine refuses it. */
        @Override
        public Act toAct() {
            return by(List.of());
        }

        @Override
        public Act toAct(Place directory) {
            var read = Officers.read(String.join("、", officers), directory);
            return by(read.areClear() ? read.found() : List.of());
        }

        private Act by(List<Officer> who) {
            return new Act.RecordVisit(Act.Visit.valueOf(visit.name()), on, place, who, record, 0);
        }
    }

    @JsonTypeName("hand-over")
    @Schema(name = "HandOver", description = "Puts an open task into a colleague's hands.")
    record HandOver(
            @JsonProperty(required = true) int seenVersion,
            @JsonProperty(required = true) UUID actId,
            @JsonProperty(required = true) int taskNo,
            @Schema(description = "Sign-in name of the colleague") String colleague,
            String reason)
            implements ReviewActs {

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
}
