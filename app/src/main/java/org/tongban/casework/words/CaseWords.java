package org.tongban.casework.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Channel;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Consultation;
import org.tongban.casework.Evidence;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Refusal;
import org.tongban.casework.ReliedOn;
import org.tongban.casework.Right;
import org.tongban.web.Dates;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** Puts the closed lists of casework into the reader's language. */
public final class CaseWords {

    private final Texts texts;
    private final Dates dates;

    public CaseWords(Texts texts) {
        this.texts = texts;
        this.dates = new Dates(texts.locale());
    }

    public String state(CaseState state) {
        return texts.localize("words.state." + code(state));
    }

    public String outcome(Outcome outcome) {
        return texts.localize("words.outcome." + code(outcome));
    }

    public String channel(Channel channel) {
        return texts.localize("words.channel." + code(channel));
    }

    public String delivery(Act.DeliveryWay way) {
        return texts.localize("words.delivery." + code(way));
    }

    /** What others are asked for. */
    public String form(Consultation.Form form) {
        return texts.localize("words.form." + code(form));
    }

    /** How a promise of the applicant stands. */
    public String pledge(Pledge pledge) {
        return texts.localize("words.pledge." + code(pledge.kind()) + "." + code(pledge.state()));
    }

    public String right(Right right) {
        return texts.localize("words.right." + code(right));
    }

    /**
     * Where the case stands in a few words: the outcome once there is one, the state until then.
     */
    public String status(CaseFile file) {
        return file.result().map(this::outcome).orElseGet(() -> state(file.state()));
    }

    /** What is the matter, and the way out. */
    public Said refusal(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotInThisState(var state, _) -> said("not-in-this-state", state(state));
            case Refusal.NotYours(var needed) -> said("not-yours", right(needed));
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
                            which.stream().map(this::spoilt).collect(Collectors.joining("；")));
            case Refusal.NothingOwed _ -> said("nothing-owed");
            case Refusal.NothingDoubted() -> said("nothing-doubted");
            case Refusal.OthersStillAsked() -> said("others-still-asked");
            case Refusal.OthersAgainst() -> said("others-against");
            case Refusal.NobodySignsAfterADecision() -> said("nobody-signs-after-a-decision");
            case Refusal.NoColleague() -> said("no-colleague");
            case Refusal.TooFewOfficers(var fewest) -> said("too-few-officers", fewest);
        };
    }

    /**
     * What happened, as the applicant is told. Opinions that officers write for each other are not
     * in it.
     */
    public Told event(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted it ->
                    new Told(
                            title(event),
                            texts.localize(
                                    "words.event.submitted.text",
                                    channel(it.channel()),
                                    it.files()));
            case CaseEvent.Accepted it ->
                    told(
                            event,
                            it.deemed() ? "deemed" : "text",
                            day(it.acceptedOn()),
                            day(it.promisedDue()),
                            day(it.statutoryDue()));
            case CaseEvent.AcceptedTolerantly it ->
                    told(
                            event,
                            it.deemed() ? "deemed" : "text",
                            day(it.acceptedOn()),
                            names(it.owed()),
                            day(it.supplementBy()),
                            day(it.promisedDue()));
            case CaseEvent.PapersBrought it ->
                    told(
                            event,
                            it.stillOwed().isEmpty() ? "text" : "partly",
                            String.join("、", it.names()),
                            String.join("、", it.stillOwed()));
            case CaseEvent.SupplementExtended it ->
                    told(event, "text", it.days(), Typed.clause(it.reason()), day(it.newDue()));
            case CaseEvent.PapersNeverCame it ->
                    told(event, "text", day(it.dueOn()), names(it.broken()));
            case CaseEvent.CommitmentHeld it -> told(event, "text", it.name());
            case CaseEvent.CommitmentDoubted it ->
                    told(event, "text", it.name(), it.findings(), day(it.pleadBy()));
            case CaseEvent.Pleaded _ -> told(event, "text");
            case CaseEvent.GrantRevoked it -> told(event, "text", it.reasons());
            case CaseEvent.GrantLetStand it -> told(event, "text", it.reasons());
            case CaseEvent.CorrectionsTold it ->
                    told(event, "text", it.corrections().size(), day(it.correctBy()));
            case CaseEvent.CorrectionsToldAgain it ->
                    told(event, "text", it.corrections().size(), day(it.correctBy()));
            case CaseEvent.PapersRejected it ->
                    told(
                            event,
                            "text",
                            String.join("、", it.names()),
                            it.reason(),
                            day(it.supplementBy()));
            case CaseEvent.HearingRightTold it -> told(event, "text", day(it.askBy()));
            case CaseEvent.HearingAsked it -> told(event, "text", it.by(), day(it.holdBy()));
            case CaseEvent.HearingCalled it ->
                    told(event, "text", day(it.on()), it.place(), it.chair());
            case CaseEvent.HearingHeld it ->
                    it.newDue() == null
                            ? new Told(title(event), "")
                            : told(event, "text", day(it.newDue()));
            case CaseEvent.Forwarded it ->
                    told(event, "text", it.authority(), day(it.expectedBy()));
            case CaseEvent.HigherDecided it ->
                    told(
                            event,
                            it.granted() ? "granted" : "refused",
                            it.authority(),
                            it.document(),
                            it.words());
            case CaseEvent.SimulationBegun it ->
                    told(event, "text", String.join("、", it.lacking()), day(it.promisedDue()));
            case CaseEvent.SimulationPassed _ -> told(event, "text");
            case CaseEvent.MadeReal it ->
                    told(
                            event,
                            it.granted() ? "granted" : "text",
                            it.proof(),
                            day(it.promisedDue()));
            case CaseEvent.SimulationEnded it -> told(event, "text", it.reason());
            case CaseEvent.AutomaticallyGranted it -> told(event, "text", checked(it.checked()));
            case CaseEvent.HandedToPerson it -> told(event, "text", checked(it.checked()));
            case CaseEvent.TermsRecounted it ->
                    new Told(
                            title(event),
                            it.moved().stream()
                                    .map(
                                            one ->
                                                    texts.localize(
                                                            "words.event.terms_recounted.text",
                                                            clock(one.clock()),
                                                            day(one.before()),
                                                            day(one.after())))
                                    .collect(Collectors.joining()));
            case CaseEvent.Transferred it ->
                    told(event, "text", it.fromName(), it.toName(), Typed.clause(it.reason()));
            case CaseEvent.Voided it -> told(event, "text", it.reason());
            case CaseEvent.CorrectionsSupplied it -> told(event, "text", it.files());
            case CaseEvent.NotCorrected it -> told(event, "text", day(it.dueOn()));
            case CaseEvent.AcceptanceRefused it -> told(event, "text", it.reason());
            case CaseEvent.StepPassed it -> named(event, it.name());
            case CaseEvent.StepReturned it ->
                    new Told(
                            texts.localize("words.event.step_returned", it.name()),
                            texts.localize("words.event.step_returned.text", it.toName()));
            case CaseEvent.Consulted it ->
                    new Told(
                            texts.localize("words.event.consulted", it.name(), form(it.form())),
                            it.question());
            case CaseEvent.OpinionGiven it ->
                    new Told(
                            texts.localize(
                                    "words.event.opinion_given",
                                    it.name(),
                                    form(it.form()),
                                    texts.localize(
                                            it.agrees() ? "words.agrees" : "words.disagrees")),
                            it.opinion());
            case CaseEvent.SilenceTaken it -> told(event, it.agreed() ? "agreed" : "text");
            case CaseEvent.HandedOver it ->
                    new Told(
                            texts.localize("words.event.handed_over", it.name(), it.colleague()),
                            it.reason());
            case CaseEvent.VisitRecorded it ->
                    new Told(
                            texts.localize("words.event.visit_recorded." + code(it.kind())),
                            texts.localize(
                                    "words.event.visit_recorded.text", day(it.on()), it.place()));
            case CaseEvent.NoteWritten it -> new Told(title(event), it.words());
            case CaseEvent.ProcedureStarted it ->
                    new Told(
                            texts.localize(
                                    it.stops()
                                            ? "words.event.procedure_started"
                                            : "words.event.procedure_started.going",
                                    it.procedure()),
                            texts.localize(
                                    it.stops()
                                            ? "words.event.procedure_started.text"
                                            : "words.event.procedure_started.counted",
                                    Typed.clause(it.reason()),
                                    it.expectedDays()));
            case CaseEvent.ProcedureEnded it ->
                    new Told(
                            texts.localize("words.event.procedure_ended", it.procedure()),
                            it.newDue() == null
                                    ? ""
                                    : texts.localize(
                                            "words.event.procedure_ended.text", day(it.newDue())));
            case CaseEvent.Extended it ->
                    told(event, "text", it.days(), Typed.clause(it.reason()), day(it.newDue()));
            case CaseEvent.Granted _ -> told(event, "text");
            case CaseEvent.Refused it -> told(event, "text", it.reasons());
            case CaseEvent.Withdrawn it ->
                    it.reason().isBlank()
                            ? new Told(title(event), "")
                            : told(event, "text", it.reason());
            case CaseEvent.Delivered it -> told(event, "text", delivery(it.way()), it.receivedBy());
        };
    }

    /** As {@link #event}, with what officers wrote for each other: for staff only. */
    public Told eventForStaff(CaseEvent event) {
        var told = event(event);
        return switch (event) {
            case CaseEvent.StepPassed it -> new Told(told.title(), it.opinion());
            case CaseEvent.StepReturned it -> joined(told, it.reason());
            case CaseEvent.Granted it -> joined(told, it.opinion());
            case CaseEvent.ProcedureEnded it -> joined(told, it.result());
            case CaseEvent.CorrectionsSupplied it -> joined(told, it.note());
            case CaseEvent.CommitmentHeld it -> joined(told, it.findings());
            case CaseEvent.Pleaded it -> joined(told, it.words());
            case CaseEvent.VisitRecorded it ->
                    joined(
                            told,
                            texts.localize(
                                    "words.event.visit_recorded.record",
                                    String.join("、", it.officers()),
                                    it.record()));
            case CaseEvent.CorrectionsTold it -> joined(told, listed(it.corrections()));
            case CaseEvent.CorrectionsToldAgain it ->
                    joined(
                            told,
                            listed(it.corrections())
                                    + texts.localize(
                                            "words.event.corrections_told_again.reason",
                                            it.reason()));
            case CaseEvent.HearingRightTold it ->
                    joined(told, it.reason() + " " + String.join("、", it.interested()));
            case CaseEvent.HearingAsked it -> joined(told, it.reason());
            case CaseEvent.HearingHeld it ->
                    joined(told, String.join("、", it.present()) + " " + it.transcript());
            case CaseEvent.Forwarded it -> joined(told, it.opinion());
            case CaseEvent.SimulationPassed it -> joined(told, it.opinion());
            case CaseEvent.Submitted _,
                    CaseEvent.Accepted _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.AcceptedTolerantly _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.SupplementExtended _,
                    CaseEvent.PapersNeverCame _,
                    CaseEvent.CommitmentDoubted _,
                    CaseEvent.GrantRevoked _,
                    CaseEvent.GrantLetStand _,
                    CaseEvent.NotCorrected _,
                    CaseEvent.AcceptanceRefused _,
                    CaseEvent.ProcedureStarted _,
                    CaseEvent.Extended _,
                    CaseEvent.Refused _,
                    CaseEvent.Withdrawn _,
                    CaseEvent.PapersRejected _,
                    CaseEvent.HearingCalled _,
                    CaseEvent.HigherDecided _,
                    CaseEvent.SimulationBegun _,
                    CaseEvent.MadeReal _,
                    CaseEvent.SimulationEnded _,
                    CaseEvent.AutomaticallyGranted _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _,
                    CaseEvent.Transferred _,
                    CaseEvent.Voided _,
                    CaseEvent.Delivered _ ->
                    told;
        };
    }

    /** What a clock is called. */
    public String clock(ClockKind kind) {
        return texts.localize("words.clock." + code(kind));
    }

    private static String listed(List<Act.Correction> corrections) {
        return corrections.stream()
                .map(one -> one.name() + "：" + one.what())
                .collect(Collectors.joining("；"));
    }

    /** Every rule with what came of it. */
    private String checked(List<Act.CheckedRule> rules) {
        return rules.stream()
                .map(
                        rule ->
                                texts.localize(
                                        rule.proven() ? "words.rule.proven" : "words.rule.open",
                                        rule.says()))
                .collect(Collectors.joining("；"));
    }

    private static String names(List<Pledge> pledges) {
        return pledges.stream().map(Pledge::name).collect(Collectors.joining("、"));
    }

    private static Told joined(Told told, String more) {
        return more.isBlank() ? told : new Told(told.title(), told.sentence() + " " + more);
    }

    private Told named(CaseEvent event, String name) {
        return new Told(texts.localize("words.event." + event.act(), name), "");
    }

    private Told told(CaseEvent event, String form, Object... arguments) {
        return new Told(
                title(event), texts.localize("words.event." + event.act() + "." + form, arguments));
    }

    private String title(CaseEvent event) {
        return texts.localize("words.event." + event.act());
    }

    /** What is wrong with a certificate on which a case rests. */
    public String spoilt(ReliedOn one) {
        return one.fault().map(fault -> spoilt(one.name(), fault)).orElse("");
    }

    /** What is wrong with a certificate that could have been fetched. */
    public String spoilt(String name, Evidence.Fault fault) {
        var state =
                texts.localize("words.evidence." + fault.kind().name().toLowerCase(Locale.ROOT));
        return fault.why().isEmpty()
                ? texts.localize("words.evidence", name, state)
                : texts.localize("words.evidence.why", name, state, fault.why());
    }

    private Said said(String reason, Object... arguments) {
        return new Said(
                texts.localize("words.refusal." + reason, arguments),
                texts.localize("words.refusal." + reason + ".way", arguments));
    }

    private String day(LocalDate day) {
        return dates.day(day);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
