package org.tongban.casework.words;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.tongban.casework.Refusal;
import org.tongban.web.Dates;
import org.tongban.web.Texts;

/** Why an act was refused, in the reader's language. */
final class RefusalWords {

    private final Texts texts;
    private final Dates dates;
    private final CaseWords words;

    RefusalWords(Texts texts, CaseWords words) {
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.words = words;
    }

    /** What is the matter, and the way out. */
    Said said(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var state, _) ->
                    said("not-in-this-state", words.state(state));
            case Refusal.NotYours(var needed) -> said("not-yours", words.right(needed));
            case Refusal.Stale _ -> said("stale");
            case Refusal.NoSuchCase() -> said("no-such-case");
            case Refusal.NoSuchTask _ -> said("no-such-task");
            case Refusal.StepsStillOpen() -> said("steps-still-open");
            case Refusal.NotAnEarlierStep _ -> said("not-an-earlier-step");
            case Refusal.WordsMissing(var field) ->
                    said("words-missing", texts.localize("words.field." + field));
            case Refusal.NothingToCorrect() -> said("nothing-to-correct");
            case Refusal.AlreadyToldOnce() -> said("already-told-once");
            case Refusal.NothingToldYet() -> said("nothing-told-yet");
            case Refusal.OneOfficeOnly() -> said("one-office-only");
            case Refusal.ObjectionMismatch(var made) ->
                    said(made ? "no-objection-now" : "no-objection-made");
            case Refusal.NothingMoves() -> said("nothing-moves");
            case Refusal.HearingComesFirst() -> said("hearing-comes-first");
            case Refusal.HearingMismatch() -> said("hearing-mismatch");
            case Refusal.HearingTooSoon(var earliest) -> said("hearing-too-soon", day(earliest));
            case Refusal.ChairHasReviewed() -> said("chair-has-reviewed");
            case Refusal.NotForwarded(var item) -> said(item ? "only-forwarded" : "not-forwarded");
            case Refusal.NotSimulated() -> said("not-simulated");
            case Refusal.OnlySimulated() -> said("only-simulated");
            case Refusal.NotProven() -> said("not-proven");
            case Refusal.ProcedureMismatch(var running) ->
                    said(running ? "procedure-runs" : "no-procedure-runs");
            case Refusal.ProcedureUnknown(var procedure) -> said("procedure-unknown", procedure);
            case Refusal.AlreadyExtended() -> said("already-extended");
            case Refusal.TermAlreadyOver(var dueOn) -> said("term-already-over", day(dueOn));
            case Refusal.TermNotOver(var dueOn) -> said("term-not-over", day(dueOn));
            case Refusal.NotTolerated _ -> said("not-tolerated");
            case Refusal.NoCommitment _ -> said("no-commitment");
            case Refusal.CreditLost() -> said("credit-lost");
            case Refusal.PapersOwed(var names) -> said("papers-owed", names);
            case Refusal.EvidenceSpoilt(var which) ->
                    said(
                            "evidence-spoilt",
                            which.stream().map(words::spoilt).collect(Collectors.joining("；")));
            case Refusal.NothingOwed _ -> said("nothing-owed");
            case Refusal.NothingDoubted() -> said("nothing-doubted");
            case Refusal.OthersStillAsked() -> said("others-still-asked");
            case Refusal.OthersAgainst() -> said("others-against");
            case Refusal.NobodySignsAfterADecision() -> said("nobody-signs-after-a-decision");
            case Refusal.NoColleague() -> said("no-colleague");
            case Refusal.TooFewOfficers(var fewest) -> said("too-few-officers", fewest);
        };
    }

    private Said said(String reason, Object... arguments) {
        return new Said(
                texts.localize("words.refusal." + reason, arguments),
                texts.localize("words.refusal." + reason + ".way", arguments));
    }

    private String day(LocalDate day) {
        return dates.day(day);
    }
}
