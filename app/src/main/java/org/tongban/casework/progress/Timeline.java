package org.tongban.casework.progress;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.casework.Act;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Notice;
import org.tongban.casework.Procedure;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.words.CaseWords;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;
import org.tongban.web.TimelineEntry;

/** What happened in a case and what goes on now, line by line, each with its paper. */
final class Timeline {

    private final CaseFile file;
    private final String agency;
    private final Texts texts;
    private final Dates dates;
    private final CaseWords words;
    private final ZoneId zone;

    Timeline(CaseFile file, String agency, ZoneId zone, Texts texts) {
        this.file = file;
        this.agency = agency;
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.words = new CaseWords(texts);
        this.zone = zone;
    }

    /**
     * Newest first; what goes on now stands on top.
     *
     * @param others who did what in the applicant's name, by the line's number; nobody where the
     *     reader is not known
     */
    List<TimelineEntry> of(
            List<CaseLine> lines,
            List<Paper> papers,
            String paperBase,
            Map<Integer, String> others) {
        var unread = byKind(papers);
        var entries = new ArrayList<TimelineEntry>();
        for (var line : lines) {
            if (line.event().isInternal()) continue;
            entries.add(entry(line, unread, paperBase, others));
        }
        Collections.reverse(entries);
        now().ifPresent(entry -> entries.add(0, entry));
        return entries;
    }

    private TimelineEntry entry(
            CaseLine line,
            Map<Notice.Kind, Deque<Paper>> unread,
            String paperBase,
            Map<Integer, String> others) {
        var told = words.event(line.event());
        var stopped =
                line.event() instanceof CaseEvent.ProcedureStarted started
                        && started.stops()
                        && file.runningProcedure()
                                .map(Procedure::kind)
                                .filter(started.procedure()::equals)
                                .isPresent();
        var paper =
                paperOf(line.event())
                        .flatMap(kind -> Optional.ofNullable(unread.get(kind)))
                        .flatMap(left -> Optional.ofNullable(left.poll()));
        return new TimelineEntry(
                stopped ? TimelineEntry.State.STOPPED : TimelineEntry.State.DONE,
                told.title(),
                dates.moment(LocalDateTime.ofInstant(line.at(), zone)),
                Optional.ofNullable(others.get(line.seq()))
                        .map(who -> texts.localize("progress.by", told.sentence(), who).strip())
                        .orElse(told.sentence()),
                paperBase.isEmpty()
                        ? List.of()
                        : paper.map(
                                        one ->
                                                List.of(
                                                        new Link(
                                                                one.notice().title(),
                                                                paperBase + one.no())))
                                .orElse(List.of()));
    }

    private static Map<Notice.Kind, Deque<Paper>> byKind(List<Paper> papers) {
        var byKind = new EnumMap<Notice.Kind, Deque<Paper>>(Notice.Kind.class);
        papers.forEach(
                paper ->
                        byKind.computeIfAbsent(paper.notice().kind(), _ -> new ArrayDeque<>())
                                .add(paper));
        return byKind;
    }

    private static Optional<Notice.Kind> paperOf(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Submitted _ -> Optional.of(Notice.Kind.RECEIPT);
            case CaseEvent.Accepted _ -> Optional.of(Notice.Kind.ACCEPTANCE);
            case CaseEvent.CorrectionsTold _ -> Optional.of(Notice.Kind.CORRECTION);
            case CaseEvent.AcceptanceRefused _ -> Optional.of(Notice.Kind.NON_ACCEPTANCE);
            case CaseEvent.ProcedureStarted _ -> Optional.of(Notice.Kind.PROCEDURE);
            case CaseEvent.Extended _ -> Optional.of(Notice.Kind.EXTENSION);
            case CaseEvent.Granted _ -> Optional.of(Notice.Kind.GRANT);
            case CaseEvent.Refused _ -> Optional.of(Notice.Kind.REFUSAL);
            case CaseEvent.NotCorrected _ -> Optional.of(Notice.Kind.ENDED);
            case CaseEvent.AcceptedTolerantly _ -> Optional.of(Notice.Kind.TOLERANT_ACCEPTANCE);
            case CaseEvent.SupplementExtended _ -> Optional.of(Notice.Kind.SUPPLEMENT_EXTENSION);
            case CaseEvent.PapersNeverCame _ -> Optional.of(Notice.Kind.ENDED);
            case CaseEvent.CommitmentDoubted _ -> Optional.of(Notice.Kind.REVOCATION_INTENT);
            case CaseEvent.GrantRevoked _ -> Optional.of(Notice.Kind.REVOCATION);
            case CaseEvent.CorrectionsToldAgain _ -> Optional.of(Notice.Kind.CORRECTION);
            case CaseEvent.PapersRejected _ -> Optional.of(Notice.Kind.SUPPLEMENT_REJECTION);
            case CaseEvent.HearingRightTold _ -> Optional.of(Notice.Kind.HEARING_RIGHT);
            case CaseEvent.HearingCalled _ -> Optional.of(Notice.Kind.HEARING_CALL);
            case CaseEvent.HearingDeclined _ -> Optional.of(Notice.Kind.HEARING_DECLINED);
            case CaseEvent.HearingHeld _ -> Optional.of(Notice.Kind.HEARING_RECORD);
            case CaseEvent.VisitRecorded it ->
                    it.kind() == Act.Visit.SITE_VISIT
                            ? Optional.of(Notice.Kind.SITE_RECORD)
                            : Optional.empty();
            case CaseEvent.Withdrawn _ -> Optional.of(Notice.Kind.WITHDRAWAL);
            case CaseEvent.HigherDecided _ -> Optional.of(Notice.Kind.HIGHER_DECISION);
            case CaseEvent.GrantLetStand _ -> Optional.of(Notice.Kind.REVOCATION_DROPPED);
            case CaseEvent.SlipCorrected _ -> Optional.of(Notice.Kind.SLIP_CORRECTION);
            case CaseEvent.ObjectionAnswered _ -> Optional.of(Notice.Kind.OBJECTION_ANSWER);
            case CaseEvent.Forwarded _ -> Optional.of(Notice.Kind.FORWARDING);
            case CaseEvent.SimulationBegun _ -> Optional.of(Notice.Kind.SIMULATION);
            case CaseEvent.AutomaticallyGranted _ -> Optional.of(Notice.Kind.GRANT);
            case CaseEvent.MadeReal real ->
                    Optional.of(real.granted() ? Notice.Kind.GRANT : Notice.Kind.ACCEPTANCE);
            case CaseEvent.SimulationEnded _, CaseEvent.Voided _ -> Optional.of(Notice.Kind.ENDED);
            case CaseEvent.CorrectionsSupplied _,
                    CaseEvent.Consulted _,
                    CaseEvent.OpinionGiven _,
                    CaseEvent.SilenceTaken _,
                    CaseEvent.HandedOver _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.Pleaded _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.ProcedureEnded _,
                    CaseEvent.HearingAsked _,
                    CaseEvent.ObjectionMade _,
                    CaseEvent.SimulationPassed _,
                    CaseEvent.HandedToPerson _,
                    CaseEvent.TermsRecounted _,
                    CaseEvent.Transferred _,
                    CaseEvent.Delivered _ ->
                    Optional.empty();
        };
    }

    private Optional<TimelineEntry> now() {
        var going =
                switch (file.state()) {
                    case RECEIVED -> texts.localize("progress.now.received");
                    case REVIEWING ->
                            file.runningProcedure().filter(Procedure::stops).isPresent()
                                    ? ""
                                    : file.openTasks().stream()
                                            .map(CaseTask::name)
                                            .distinct()
                                            .collect(Collectors.joining("、"));
                    case FORWARDED -> texts.localize("progress.now.forwarded");
                    case PREPARED -> texts.localize("progress.now.prepared");
                    case DECIDED -> texts.localize("progress.now.decided");
                    case CORRECTING, CLOSED -> "";
                };
        return going.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TimelineEntry(
                                TimelineEntry.State.NOW,
                                going,
                                "",
                                texts.localize("progress.now.by", agency),
                                List.of()));
    }
}
