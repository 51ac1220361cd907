package org.tongban.casework.notice;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Notice;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.engine.Known;
import org.tongban.casework.engine.Ruling;
import org.tongban.casework.notice.wording.PaperForm;
import org.tongban.casework.notice.wording.PaperWords;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.database.RunningNumbers;
import org.tongban.web.Dates;

/**
 * Writes the paper that belongs to an act, in the words of the place. What was written once is kept
 * with the case and never made again, whatever the place says later.
 */
@Component
public class NoticeWriter {

    private final Dates dates = new Dates(Locale.SIMPLIFIED_CHINESE);
    private final OfficeName.Source offices;
    private final ToLongFunction<String> numbers;

    @Autowired
    NoticeWriter(OfficeName.Source offices, RunningNumbers numbers) {
        this(offices, numbers::next);
    }

    NoticeWriter(OfficeName.Source offices, ToLongFunction<String> numbers) {
        this.offices = offices;
        this.numbers = numbers;
    }

    /** The paper of a ruling; empty for acts that go without one. */
    public Optional<Notice> paperFor(
            Ruling.Done done, String applicantName, Known known, PlaceSettings place) {
        return draft(done.event(), new Occasion(done.next(), known, place, dates))
                .map(draft -> issued(draft, done.next(), applicantName, known, place.paperWords()));
    }

    private static Optional<PaperDraft> draft(CaseEvent event, Occasion of) {
        return switch (event) {
            case CaseEvent.Submitted it -> Optional.of(IntakePapers.receipt(it, of));
            case CaseEvent.Accepted it -> Optional.of(IntakePapers.acceptance(it, of));
            case CaseEvent.AcceptedTolerantly it ->
                    Optional.of(PromisePapers.tolerantAcceptance(it, of));
            case CaseEvent.SupplementExtended it -> Optional.of(PromisePapers.moreTime(it, of));
            case CaseEvent.PapersNeverCame it -> Optional.of(PromisePapers.papersNeverCame(it, of));
            case CaseEvent.CommitmentDoubted it ->
                    Optional.of(PromisePapers.revocationIntent(it, of));
            case CaseEvent.GrantRevoked it -> Optional.of(PromisePapers.revocation(it, of));
            case CaseEvent.CorrectionsTold it -> Optional.of(IntakePapers.correction(it, of));
            case CaseEvent.AcceptanceRefused it -> Optional.of(IntakePapers.nonAcceptance(it, of));
            case CaseEvent.ProcedureStarted it -> Optional.of(ReviewPapers.procedure(it, of));
            case CaseEvent.Extended it -> Optional.of(ReviewPapers.extension(it, of));
            case CaseEvent.Granted it -> Optional.of(DecisionPapers.grant(it, of));
            case CaseEvent.Refused it -> Optional.of(DecisionPapers.refusal(it, of));
            case CaseEvent.NotCorrected it -> Optional.of(IntakePapers.ended(it, of));
            case CaseEvent.CorrectionsToldAgain it ->
                    Optional.of(IntakePapers.correctionAgain(it, of));
            case CaseEvent.PapersRejected it -> Optional.of(PromisePapers.papersRejected(it, of));
            case CaseEvent.HearingRightTold it -> Optional.of(ReviewPapers.hearingRight(it, of));
            case CaseEvent.HearingCalled it -> Optional.of(ReviewPapers.hearingCall(it, of));
            case CaseEvent.HearingDeclined it -> Optional.of(ReviewPapers.hearingDeclined(it, of));
            case CaseEvent.HearingHeld it -> Optional.of(RecordPapers.hearing(it, of));
            case CaseEvent.VisitRecorded it ->
                    it.kind() == Act.Visit.SITE_VISIT
                            ? Optional.of(RecordPapers.site(it, of))
                            : Optional.empty();
            case CaseEvent.Withdrawn _ -> Optional.of(DecisionPapers.withdrawal(of));
            case CaseEvent.HigherDecided it -> Optional.of(DecisionPapers.higher(it, of));
            case CaseEvent.GrantLetStand it -> Optional.of(PromisePapers.letStand(it, of));
            case CaseEvent.SlipCorrected it -> Optional.of(LaterPapers.slip(it, of));
            case CaseEvent.ObjectionAnswered it -> Optional.of(LaterPapers.objection(it, of));
            case CaseEvent.Forwarded it -> Optional.of(ReviewPapers.forwarding(it, of));
            case CaseEvent.SimulationBegun it -> Optional.of(ReviewPapers.simulation(it, of));
            case CaseEvent.MadeReal it -> Optional.of(DecisionPapers.madeReal(it, of));
            case CaseEvent.SimulationEnded it ->
                    Optional.of(DecisionPapers.endedFor("simulation-ended", it.reason(), of));
            case CaseEvent.AutomaticallyGranted it ->
                    Optional.of(DecisionPapers.automaticGrant(it, of));
            case CaseEvent.Voided it ->
                    Optional.of(DecisionPapers.endedFor("voided", it.reason(), of));
            case CaseEvent.CorrectionsSupplied _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.ProcedureEnded _,
                    CaseEvent.HearingAsked _,
                    CaseEvent.ObjectionMade _,
                    CaseEvent.SimulationPassed _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _,
                    CaseEvent.Transferred _,
                    CaseEvent.Delivered _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.Pleaded _ ->
                    Optional.empty();
        };
    }

    private Notice issued(
            PaperDraft draft, CaseFile file, String applicantName, Known known, PaperWords words) {
        var office = offices.of(file.agency());
        return new Notice(
                draft.kind(),
                title(draft, known.item(), words),
                number(draft.kind(), office, known.item(), known.today(), words),
                office.name(),
                applicantName,
                draft.said().stream()
                        .map(said -> words.say(draft.name(), said.part(), said.values()))
                        .toList(),
                known.today());
    }

    private static String title(PaperDraft draft, ItemDefinition item, PaperWords words) {
        return Optional.of(PaperForm.LICENCE_TITLE)
                .filter(_ -> item.isLicence())
                .flatMap(part -> words.find(draft.name(), part))
                .map(title -> title.with(Map.of()))
                .orElseGet(() -> words.say(draft.name(), PaperForm.TITLE, Map.of()));
    }

    /** 文号: the office's mark, what is decided, the sign of the paper, year and running number. */
    private String number(
            Notice.Kind kind,
            OfficeName office,
            ItemDefinition item,
            LocalDate today,
            PaperWords words) {
        var series = "paper:%s:%s:%d".formatted(office.mark(), kind.sign(), today.getYear());
        var numbering = PaperForm.NUMBERING.name();
        return words.say(
                numbering,
                "number",
                Map.of(
                        "mark", office.mark(),
                        "nature",
                                words.say(
                                        numbering,
                                        item.isLicence() ? "licence" : "service",
                                        Map.of()),
                        "sign", kind.sign(),
                        "year", String.valueOf(today.getYear()),
                        "number", String.valueOf(numbers.applyAsLong(series))));
    }
}
