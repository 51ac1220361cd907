package org.tongban.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.law.LegalBasis;

/**
 * What can be done to a case that exists. One record an act, in the order of a case's life. Handing
 * it in is not among them: that makes the case.
 */
public sealed interface Act {

    /** The office accepts: everything is there, or was corrected. */
    @LegalBasis("licensing/32/1(5)")
    record Accept() implements Act {}

    /** Nobody answered within the term, so the law accepts, as from the day of receipt. */
    @LegalBasis("licensing/32/4-deemed")
    record DeemAccepted() implements Act {}

    /**
     * The office accepts although minor papers are missing, on the applicant's written promise.
     *
     * @param materials keys of what is missing
     * @param signedHere whether the promise was signed on paper before the clerk; without it only
     *     promises that came with the application count
     */
    @LegalBasis("practice/tolerance/acceptance")
    record AcceptTolerantly(List<String> materials, boolean signedHere) implements Act {
        public AcceptTolerantly {
            materials = List.copyOf(materials);
        }
    }

    /**
     * Promised papers have come. The moment is that of their arrival.
     *
     * @param materials keys of what came
     */
    @LegalBasis("practice/tolerance/term")
    record BringPapers(List<String> materials, int files) implements Act {
        public BringPapers {
            materials = List.copyOf(materials);
        }
    }

    /** A promised paper came but is not what was promised; it is owed again. */
    @LegalBasis("practice/tolerance/term")
    record RejectPapers(List<String> materials, String reason) implements Act {
        public RejectPapers {
            materials = List.copyOf(materials);
        }
    }

    /** The office gives more time for the promised papers, once. */
    @LegalBasis("practice/tolerance/extension")
    record ExtendSupplement(String reason) implements Act {}

    /** The promised papers did not come in time. */
    @LegalBasis("practice/tolerance/default")
    record EndForWantOfPapers() implements Act {}

    /** The office tells, once and completely, what is missing or wrong. */
    @LegalBasis("licensing/32/1(4)")
    record TellCorrections(List<Correction> corrections) implements Act {
        public TellCorrections {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * A superior lets the office tell once more what it should have told at once. Lawful towards
     * the applicant, who need not fail for it, and a breach of the office's: it becomes a finding.
     */
    @LegalBasis("licensing/32/1(4)")
    record TellCorrectionsAgain(List<Correction> corrections, String reason) implements Act {
        public TellCorrectionsAgain {
            corrections = List.copyOf(corrections);
        }
    }

    /** The applicant hands in what was missing. */
    record SupplyCorrections(String note, int files) implements Act {}

    /** The applicant's term for correcting has passed without anything coming. */
    record EndForWantOfCorrections() implements Act {}

    /** The office does not accept, in writing and with a reason. */
    record RefuseAcceptance(NonAcceptance ground, String reason, String competentOffice)
            implements Act {}

    /** A reviewer passes the file on with an opinion. */
    record PassStep(int taskNo, String opinion) implements Act {}

    /** A reviewer or the deciding officer sends the file back to an earlier step. */
    record ReturnStep(int taskNo, String toStep, String reason) implements Act {}

    /**
     * Others are asked in on a task: to sign before or after it, to countersign, for an opinion.
     *
     * @param posts who is asked; one only for a signer
     * @param days working days to answer in; counts for opinions only
     */
    record Consult(
            int taskNo,
            Consultation.Form form,
            Consultation.Rule rule,
            List<String> posts,
            String question,
            int days)
            implements Act {
        public Consult {
            posts = List.copyOf(posts);
        }
    }

    /** Somebody who was asked in answers. */
    record GiveOpinion(int taskNo, boolean agrees, String opinion) implements Act {}

    /** The term for opinions has passed; silence has the meaning that the item gives it. */
    record TakeSilence() implements Act {}

    /**
     * A task goes into the hands of one colleague at the same post.
     *
     * @param colleaguePosts posts of the colleague, as the directory knows them
     */
    record HandOver(
            int taskNo,
            String colleagueId,
            String colleagueName,
            Set<String> colleaguePosts,
            String reason)
            implements Act {
        public HandOver {
            colleaguePosts = Set.copyOf(colleaguePosts);
        }
    }

    /**
     * A site visit or a meeting took place; its record and pictures come with it.
     *
     * @param officers members of staff, as the directory knows them
     */
    @LegalBasis({"licensing/34", "practice/joint/meeting"})
    record RecordVisit(
            Visit kind,
            LocalDate on,
            String place,
            List<Officer> officers,
            String record,
            int files)
            implements Act {
        public RecordVisit {
            officers = List.copyOf(officers);
        }
    }

    /** 现场踏勘 or 会审. */
    enum Visit {
        SITE_VISIT,
        MEETING
    }

    /** Officers leave a word for each other. */
    record WriteNote(String words) implements Act {}

    /** A special procedure begins; whether the clocks stop, its legal basis says. */
    @LegalBasis("licensing/45")
    record StartProcedure(String procedure, String reason, int expectedDays) implements Act {}

    /** The procedure has ended; the clocks go on. */
    @LegalBasis("licensing/45")
    record EndProcedure(String result) implements Act {}

    /**
     * The office tells that a hearing may be asked for, before it decides.
     *
     * @param interested others whose interests are at stake, as they are told; may be empty
     */
    @LegalBasis("licensing/47/1")
    record TellHearingRight(String reason, List<String> interested) implements Act {
        public TellHearingRight {
            interested = List.copyOf(interested);
        }
    }

    /** The applicant, or somebody whose interests are at stake, asks for the hearing. */
    @LegalBasis("licensing/47/1/request")
    record AskForHearing(String by, String reason) implements Act {}

    /** No hearing is held: it was asked for by somebody whom the matter does not concern. */
    @LegalBasis("licensing/47/1")
    record DeclineHearing(String reason) implements Act {}

    /** The office tells when, where and under whom the hearing is held. */
    @LegalBasis("licensing/48/1(1)")
    record CallHearing(LocalDate on, String place, String chair) implements Act {}

    /** The hearing was held; its transcript is there, signed by those who spoke. */
    @LegalBasis("licensing/48/1(5)")
    record RecordHearing(List<String> present, String transcript) implements Act {
        public RecordHearing {
            present = List.copyOf(present);
        }
    }

    /** The first reviewer passes the application up, with its opinion. */
    @LegalBasis("licensing/43")
    record Forward(int taskNo, String opinion) implements Act {}

    /**
     * The higher authority has decided, and the result has come back.
     *
     * @param document number of its decision
     */
    @LegalBasis("licensing/43")
    record RecordHigherDecision(boolean granted, String document, LocalDate decidedOn, String words)
            implements Act {}

    /**
     * 模拟审批: a precondition is missing, so everything is reviewed without effect until it comes.
     *
     * @param lacking names of what is missing
     */
    @LegalBasis("practice/simulation/begin")
    record AcceptForSimulation(List<String> lacking) implements Act {
        public AcceptForSimulation {
            lacking = List.copyOf(lacking);
        }
    }

    /** The precondition is there: what was simulated counts from today. */
    @LegalBasis("practice/simulation/real")
    record MakeReal(String proof) implements Act {}

    /** The simulation is given up; nothing was decided. */
    @LegalBasis("practice/simulation/end")
    record EndSimulation(String reason) implements Act {}

    /**
     * 秒批: every rule of the item is proven, so the application is accepted, passed and granted at
     * once.
     */
    @LegalBasis("practice/automatic/grant")
    record DecideAutomatically(List<CheckedRule> checked) implements Act {
        public DecideAutomatically {
            checked = List.copyOf(checked);
        }
    }

    /** Some rule is not proven; a person goes on, and sees what was checked. */
    @LegalBasis("practice/automatic/hand-over")
    record HandToPerson(List<CheckedRule> checked) implements Act {
        public HandToPerson {
            checked = List.copyOf(checked);
        }
    }

    /**
     * One rule of automatic review, with what it saw.
     *
     * @param rule its key in the item
     * @param says what it asks, in words
     * @param proven whether it is proven; not proven is not the same as wrong
     * @param seen the condition as it was evaluated; what it looked at stays in the case's content
     */
    record CheckedRule(String rule, String says, boolean proven, String seen) {}

    /** A calendar year was published, so the days of open terms are counted anew. */
    @LegalBasis("licensing/82")
    record Recount() implements Act {}

    /**
     * 移交: another office goes on, because the item was delegated or taken back.
     *
     * @param to key of that agency
     * @param toName as people call it
     * @param fromName of the office that had it
     * @param posts where each step of the case's version sits there, by key of the step
     */
    @LegalBasis("practice/delegation/cases")
    record Transfer(
            String to, String toName, String fromName, Map<String, String> posts, String reason)
            implements Act {
        public Transfer {
            posts = Map.copyOf(posts);
        }
    }

    /** 作废: entered by mistake; the head of the office answers for the reason. */
    @LegalBasis("practice/void")
    record VoidCase(String reason) implements Act {}

    /** The head of the office lengthens the statutory term, once. */
    @LegalBasis("licensing/42/1/extension")
    record Extend(String reason) implements Act {}

    /**
     * The office grants what was applied for.
     *
     * @param conditions that the holder has to keep; empty for none
     * @param validUntil the last day on which it holds, where the decision itself names one;
     *     absent: as long as the item and its certificate say
     */
    @LegalBasis("practice/decision/conditions")
    record Grant(int taskNo, String opinion, String conditions, @Nullable LocalDate validUntil)
            implements Act {

        /** As it was applied for. */
        public Grant(int taskNo, String opinion) {
            this(taskNo, opinion, "", null);
        }
    }

    /** The office refuses, with facts, reasons and articles. */
    @LegalBasis("licensing/38")
    record Refuse(int taskNo, String facts, String reasons, String articles) implements Act {}

    /** The applicant takes the application back. */
    record Withdraw(String reason) implements Act {}

    /**
     * The result is in the applicant's hands.
     *
     * @param receivedBy who took it
     * @param consignment number under which the post carried it; empty for every other way
     */
    @LegalBasis("licensing/44")
    record Deliver(DeliveryWay way, String receivedBy, String consignment) implements Act {

        /** Not by post. */
        public Deliver(DeliveryWay way, String receivedBy) {
            this(way, receivedBy, "");
        }
    }

    /**
     * A slip of the pen in a paper that went out is put right; what was decided stays.
     *
     * @param paper title and number of the paper
     * @param wrong the words as they stand in it
     * @param right the words as they have to be read
     */
    @LegalBasis("practice/decision/slip")
    record CorrectSlip(String paper, String wrong, String right) implements Act {}

    /** The applicant objects to what the office has decided, to the office itself. */
    @LegalBasis("practice/decision/objection")
    record ObjectToDecision(String words) implements Act {}

    /**
     * The office answers an objection in writing.
     *
     * @param founded whether it is right; what follows stands in the words
     */
    @LegalBasis("practice/decision/objection")
    record AnswerObjection(boolean founded, String words) implements Act {}

    /**
     * A fact that was vouched for is checked after the grant.
     *
     * @param holds whether it was found to hold
     */
    @LegalBasis("practice/commitment/check")
    record RecordCheck(String material, boolean holds, String findings) implements Act {}

    /** The person states and defends before the office decides whether to take the grant back. */
    @LegalBasis("practice/commitment/breach")
    record Plead(String words) implements Act {}

    /** The grant is taken back: what was vouched for did not hold. */
    @LegalBasis("practice/commitment/breach")
    record RevokeGrant(String facts, String reasons, String articles) implements Act {}

    /** After hearing the person the office lets the grant stand. */
    @LegalBasis("practice/commitment/breach")
    record LetStand(String reasons) implements Act {}

    /**
     * One thing to correct.
     *
     * @param material key of the material, or {@code form} for the form itself
     * @param what in words the applicant can act on
     */
    record Correction(String material, String name, String what) {}

    /**
     * Why an application is not accepted: the first two items of the article's list, and one of
     * practice.
     */
    enum NonAcceptance {
        @LegalBasis("licensing/32/1(1)")
        NOT_NEEDED,
        @LegalBasis("licensing/32/1(2)")
        NOT_OUR_POWER,
        /** The applicant is not one of those who may apply. */
        NOT_ELIGIBLE
    }

    /** How a result reaches the applicant. */
    enum DeliveryWay {
        ELECTRONIC,
        WINDOW,
        /** 邮寄: not a wish of the application but a way in which an office may hand it over. */
        POST
    }
}
