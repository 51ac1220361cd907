package org.tongban.openapi.cases;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.casework.Refusal;
import org.tongban.casework.words.CaseWords;
import org.tongban.openapi.problem.Fault;
import org.tongban.openapi.problem.ProblemCode;
import org.tongban.openapi.problem.Refused;
import org.tongban.web.TextBundles;

/** Turns a refusal of the engine into a problem, in the words that the pages use. */
@Component
class RefusalAnswer {

    private final CaseWords words;

    RefusalAnswer(TextBundles bundles) {
        this.words = new CaseWords(bundles.in(Locale.SIMPLIFIED_CHINESE));
    }

    Refused of(Refusal refusal) {
        var said = words.refusal(refusal);
        var detail = Map.of("detail", said.matter() + said.wayOut());
        return refusal instanceof Refusal.WordsMissing(var field)
                ? Refused.because(
                        code(refusal),
                        detail,
                        List.of(new Fault(Fault.pointer(field), "missing", said.wayOut())))
                : Refused.because(code(refusal), detail);
    }

    private static ProblemCode code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState _ -> ProblemCode.NOT_IN_THIS_STATE;
            case Refusal.NotYours _ -> ProblemCode.NOT_YOURS;
            case Refusal.Stale _ -> ProblemCode.STALE;
            case Refusal.NoSuchCase() -> ProblemCode.NO_SUCH_CASE;
            case Refusal.NoSuchTask _ -> ProblemCode.NO_SUCH_TASK;
            case Refusal.StepsStillOpen() -> ProblemCode.STEPS_STILL_OPEN;
            case Refusal.NotAnEarlierStep _ -> ProblemCode.NOT_AN_EARLIER_STEP;
            case Refusal.WordsMissing _ -> ProblemCode.WORDS_MISSING;
            case Refusal.NothingToCorrect() -> ProblemCode.NOTHING_TO_CORRECT;
            case Refusal.AlreadyToldOnce() -> ProblemCode.ALREADY_TOLD_ONCE;
            case Refusal.ProcedureMismatch(var running) ->
                    running ? ProblemCode.PROCEDURE_RUNNING : ProblemCode.NO_PROCEDURE_RUNNING;
            case Refusal.ProcedureUnknown _ -> ProblemCode.PROCEDURE_UNKNOWN;
            case Refusal.AlreadyExtended() -> ProblemCode.ALREADY_EXTENDED;
            case Refusal.TermAlreadyOver _ -> ProblemCode.TERM_ALREADY_OVER;
            case Refusal.TermNotOver _ -> ProblemCode.TERM_NOT_OVER;
            case Refusal.NotTolerated _ -> ProblemCode.NOT_TOLERATED;
            case Refusal.NoCommitment _ -> ProblemCode.NO_COMMITMENT;
            case Refusal.CreditLost() -> ProblemCode.CREDIT_LOST;
            case Refusal.PapersOwed _ -> ProblemCode.PAPERS_OWED;
            case Refusal.EvidenceSpoilt _ -> ProblemCode.EVIDENCE_SPOILT;
            case Refusal.NothingOwed _ -> ProblemCode.NOTHING_OWED;
            case Refusal.NothingDoubted() -> ProblemCode.NOTHING_DOUBTED;
            case Refusal.OthersStillAsked() -> ProblemCode.OTHERS_STILL_ASKED;
            case Refusal.OthersAgainst() -> ProblemCode.OTHERS_AGAINST;
            case Refusal.NobodySignsAfterADecision() -> ProblemCode.NOBODY_SIGNS_AFTER_A_DECISION;
            case Refusal.NoColleague() -> ProblemCode.NO_COLLEAGUE;
            case Refusal.NothingToldYet() -> ProblemCode.NOTHING_TOLD_YET;
            case Refusal.OneOfficeOnly() -> ProblemCode.ONE_OFFICE_ONLY;
            case Refusal.ObjectionMismatch _ -> ProblemCode.OBJECTION_MISMATCH;
            case Refusal.NothingMoves() -> ProblemCode.NOTHING_MOVES;
            case Refusal.HearingComesFirst() -> ProblemCode.HEARING_COMES_FIRST;
            case Refusal.HearingMismatch() -> ProblemCode.HEARING_MISMATCH;
            case Refusal.HearingTooSoon _ -> ProblemCode.HEARING_TOO_SOON;
            case Refusal.ChairHasReviewed() -> ProblemCode.CHAIR_HAS_REVIEWED;
            case Refusal.NotForwarded(var item) ->
                    item ? ProblemCode.ONLY_FORWARDED : ProblemCode.NOT_FORWARDED;
            case Refusal.NotSimulated() -> ProblemCode.NOT_SIMULATED;
            case Refusal.OnlySimulated() -> ProblemCode.ONLY_SIMULATED;
            case Refusal.NotProven() -> ProblemCode.NOT_PROVEN;
            case Refusal.TooFewOfficers _ -> ProblemCode.TOO_FEW_OFFICERS;
        };
    }
}
