package org.tongban.casework.words;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Pledge;
import org.tongban.web.Dates;
import org.tongban.web.Texts;
import org.tongban.web.Typed;

/** What happened in a case, in the reader's language. */
final class EventWords {

    private final Texts texts;
    private final Dates dates;
    private final CaseWords words;

    EventWords(Texts texts, CaseWords words) {
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.words = words;
    }

    /**
     * What happened, as the applicant is told. Opinions that officers write for each other are not
     * in it.
     */
    Told event(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted it ->
                    new Told(
                            title(event),
                            texts.localize(
                                    "words.event.submitted.text",
                                    words.channel(it.channel()),
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
            case CaseEvent.HearingDeclined it -> told(event, "text", Typed.clause(it.reason()));
            case CaseEvent.SlipCorrected it ->
                    told(event, "text", it.paper(), it.wrong(), it.right());
            case CaseEvent.ObjectionMade it -> told(event, "text", day(it.answerBy()));
            case CaseEvent.ObjectionAnswered it ->
                    told(event, it.founded() ? "founded" : "text", it.words());
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
                                                            words.clock(one.clock()),
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
                            texts.localize(
                                    "words.event.consulted", it.name(), words.form(it.form())),
                            it.question());
            case CaseEvent.OpinionGiven it ->
                    new Told(
                            texts.localize(
                                    "words.event.opinion_given",
                                    it.name(),
                                    words.form(it.form()),
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
                            texts.localize(
                                    "words.event.visit_recorded." + CaseWords.code(it.kind())),
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
            case CaseEvent.Granted it -> new Told(title(event), granted(it));
            case CaseEvent.Refused it -> told(event, "text", it.reasons());
            case CaseEvent.Withdrawn it ->
                    it.reason().isBlank()
                            ? new Told(title(event), "")
                            : told(event, "text", it.reason());
            case CaseEvent.Delivered it ->
                    it.consignment() == null
                            ? told(event, "text", words.delivery(it.way()), it.receivedBy())
                            : told(event, "posted", it.consignment(), it.receivedBy());
        };
    }

    /** As {@link #event}, with what officers wrote for each other: for staff only. */
    Told eventForStaff(CaseEvent event) {
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
            case CaseEvent.ObjectionMade it -> joined(told, it.words());
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
                    CaseEvent.HearingDeclined _,
                    CaseEvent.SlipCorrected _,
                    CaseEvent.ObjectionAnswered _,
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

    /** That it is granted, on what conditions and until when. */
    private String granted(CaseEvent.Granted it) {
        var said = new StringBuilder(texts.localize("words.event.granted.text"));
        if (it.conditions() != null) {
            said.append(texts.localize("words.event.granted.conditions", it.conditions()));
        }
        if (it.validUntil() != null) {
            said.append(
                    texts.localize("words.event.granted.until", dates.fullDay(it.validUntil())));
        }
        return said.toString();
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

    private String day(LocalDate day) {
        return dates.day(day);
    }
}
