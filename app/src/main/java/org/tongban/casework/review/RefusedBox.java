package org.tongban.casework.review;

import org.tongban.casework.Refusal;

/** Where on the page the words about a refusal stand: at the box that it is about. */
final class RefusedBox {

    private RefusedBox() {}

    /**
     * The box that a refusal is about; empty when it is about none.
     *
     * @param act whose button was pressed
     */
    static String of(String act, Refusal why) {
        return switch (why) {
            case Refusal.WordsMissing(var field) ->
                    switch (act + "." + field) {
                        case "return.reason" -> "returnReason";
                        case "start.reason" -> "procedureReason";
                        case "extend.reason" -> "extendReason";
                        case "end.result" -> "procedureResult";
                        case "handOver.reason" -> "handOverReason";
                        case "answer.opinion" -> "answerOpinion";
                        case "consult.posts" -> "post1";
                        case "tellAgain.reason" -> "againReason";
                        case "tellAgain.what" -> "againWhat";
                        case "void.reason" -> "voidReason";
                        case "endSimulation.reason" -> "endReason";
                        case "reject.reason" -> "rejectReason";
                        case "higher.words" -> "higherWords";
                        case "tellHearing.reason" -> "hearingReason";
                        case "askHearing.by" -> "hearingBy";
                        case "declineHearing.reason" -> "declineReason";
                        case "correctSlip.paper" -> "slipPaper";
                        case "correctSlip.wrong" -> "slipWrong";
                        case "correctSlip.right" -> "slipRight";
                        case "callHearing.place" -> "hearingPlace";
                        case "forward.opinion" -> "forwardOpinion";
                        default -> field;
                    };
            case Refusal.NotAnEarlierStep _ -> "toStep";
            case Refusal.ProcedureUnknown _ -> "procedure";
            case Refusal.NoColleague _ -> "colleague";
            case Refusal.TooFewOfficers _, Refusal.OneOfficeOnly _ -> "officers";
            case Refusal.HearingTooSoon _ -> act.equals("callHearing") ? "hearingOn" : "";
            case Refusal.ChairHasReviewed _ -> "chair";
            case Refusal.NotInThisState _,
                    Refusal.NotYours _,
                    Refusal.Stale _,
                    Refusal.NoSuchCase _,
                    Refusal.NoSuchTask _,
                    Refusal.StepsStillOpen _,
                    Refusal.NothingToCorrect _,
                    Refusal.AlreadyToldOnce _,
                    Refusal.ProcedureMismatch _,
                    Refusal.AlreadyExtended _,
                    Refusal.TermAlreadyOver _,
                    Refusal.TermNotOver _,
                    Refusal.NotTolerated _,
                    Refusal.NoCommitment _,
                    Refusal.CreditLost _,
                    Refusal.PapersOwed _,
                    Refusal.EvidenceSpoilt _,
                    Refusal.NothingOwed _,
                    Refusal.NothingDoubted _,
                    Refusal.NothingToldYet _,
                    Refusal.NothingMoves _,
                    Refusal.ObjectionMismatch _,
                    Refusal.HearingComesFirst _,
                    Refusal.HearingMismatch _,
                    Refusal.NotForwarded _,
                    Refusal.NotSimulated _,
                    Refusal.OnlySimulated _,
                    Refusal.NotProven _,
                    Refusal.OthersStillAsked _,
                    Refusal.OthersAgainst _,
                    Refusal.NobodySignsAfterADecision _ ->
                    "";
        };
    }
}
