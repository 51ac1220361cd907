package org.tongban.casework;

import java.util.List;
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

    /** A procedure of article 45 begins; the clocks stop. */
    @LegalBasis("licensing/45")
    record StartProcedure(String procedure, String reason, int expectedDays) implements Act {}

    /** The procedure has ended; the clocks go on. */
    @LegalBasis("licensing/45")
    record EndProcedure(String result) implements Act {}

    /** The head of the office lengthens the statutory term, once. */
    @LegalBasis("licensing/42/1/extension")
    record Extend(String reason) implements Act {}

    /** The office grants what was applied for. */
    record Grant(int taskNo, String opinion) implements Act {}

    /** The office refuses, with facts, reasons and articles. */
    @LegalBasis("licensing/38")
    record Refuse(int taskNo, String facts, String reasons, String articles) implements Act {}

    /** The applicant takes the application back. */
    record Withdraw(String reason) implements Act {}

    /** The result is in the applicant's hands. */
    @LegalBasis("licensing/44")
    record Deliver(DeliveryWay way, String receivedBy) implements Act {}

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
        WINDOW
    }
}
