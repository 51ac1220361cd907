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
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.CaseTask;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Notice;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.words.CaseWords;
import org.tongban.casework.words.DayStrips;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;
import org.tongban.web.TimelineEntry;

/** Tells one case in the words of a page. */
final class ProgressView {

    private final CaseFile file;
    private final String agency;
    private final Texts texts;
    private final Dates dates;
    private final CaseWords words;
    private final DayStrips strips;
    private final ZoneId zone;

    ProgressView(CaseFile file, String agency, DayStrips strips, ZoneId zone, Texts texts) {
        this.file = file;
        this.agency = agency;
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.words = new CaseWords(texts);
        this.strips = strips;
        this.zone = zone;
    }

    String title(String item) {
        return texts.localize("progress.title", item, words.status(file));
    }

    /** By which day, and whose turn it is. */
    String sentence() {
        return switch (file.state()) {
            case RECEIVED -> term("progress.received") + officesTurn();
            case CORRECTING -> term("progress.correcting") + texts.localize("progress.turn.yours");
            case REVIEWING -> reviewing();
            case FORWARDED -> term("progress.forwarded");
            case PREPARED -> texts.localize("progress.prepared", lacking());
            case DECIDED ->
                    term("progress.decided")
                            + texts.localize(
                                    file.delivery() == DeliveryWay.WINDOW
                                            ? "progress.decided.window"
                                            : "progress.decided.electronic");
            case CLOSED -> closed();
        };
    }

    private String lacking() {
        var simulation = file.simulation();
        return simulation == null ? "" : String.join("、", simulation.lacking());
    }

    private String reviewing() {
        var running = file.runningProcedure().filter(Procedure::stops);
        return running.isPresent()
                ? texts.localize(
                        "progress.stopped",
                        running.get().kind(),
                        dates.day(running.get().startedOn()),
                        running.get().expectedDays())
                : term("progress.reviewing") + officesTurn();
    }

    private String closed() {
        return file.result()
                .map(
                        outcome ->
                                texts.localize(
                                        switch (outcome) {
                                            case GRANTED -> "progress.closed.granted";
                                            case REFUSED -> "progress.closed.refused";
                                            case NOT_ACCEPTED -> "progress.closed.not-accepted";
                                            case WITHDRAWN -> "progress.closed.withdrawn";
                                            case NOT_CORRECTED -> "progress.closed.not-corrected";
                                            case NOT_SUPPLEMENTED ->
                                                    "progress.closed.not-supplemented";
                                            case REVOKED -> "progress.closed.revoked";
                                            case VOIDED -> "progress.closed.voided";
                                            case NOT_PREPARED -> "progress.closed.not-prepared";
                                        }))
                .orElse("");
    }

    private String term(String key) {
        var clock = file.leadingClock();
        var due = clock.flatMap(Clock::due);
        if (clock.isEmpty() || due.isEmpty()) {
            return "";
        }
        var left = strips.left(clock.get(), file.procedures());
        var day = dates.day(due.get());
        return left < 0
                ? texts.localize(key + ".late", day, -left)
                : left == 0 ? texts.localize(key + ".today", day) : texts.localize(key, day, left);
    }

    private String officesTurn() {
        return texts.localize("progress.turn.office", agency);
    }

    String stripTitle() {
        return file.leadingClock()
                .flatMap(Clock::due)
                .map(due -> texts.localize("progress.why", dates.day(due)))
                .orElseGet(() -> texts.localize("progress.why.stopped"));
    }

    /** What waits for the applicant here; absent when nothing does. */
    Optional<ProgressPage.Turn> turn(String path) {
        return corrections(path)
                .or(() -> papers(path))
                .or(() -> hearing(path))
                .or(() -> hearingRight(path));
    }

    /**
     * What a decision against the applicant says: nobody should have to look for the reasons, and
     * for what can be done against it and until when.
     */
    Optional<ProgressPage.Answered> answered(List<Paper> papers, String paperBase) {
        return file.result()
                .flatMap(ProgressView::paperAgainst)
                .flatMap(
                        kind ->
                                papers.reversed().stream()
                                        .filter(paper -> paper.notice().kind() == kind)
                                        .findFirst())
                .map(
                        paper ->
                                new ProgressPage.Answered(
                                        paper.notice().paragraphs(),
                                        new Link(paper.notice().title(), paperBase + paper.no())));
    }

    private static Optional<Notice.Kind> paperAgainst(Outcome outcome) {
        return switch (outcome) {
            case NOT_ACCEPTED -> Optional.of(Notice.Kind.NON_ACCEPTANCE);
            case REFUSED -> Optional.of(Notice.Kind.REFUSAL);
            case REVOKED -> Optional.of(Notice.Kind.REVOCATION);
            case NOT_CORRECTED, NOT_SUPPLEMENTED, VOIDED, NOT_PREPARED ->
                    Optional.of(Notice.Kind.ENDED);
            case GRANTED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Promised papers that have not come. */
    private Optional<ProgressPage.Turn> papers(String path) {
        var owed = file.papersOwed();
        return file.openClock(ClockKind.SUPPLEMENT)
                .flatMap(Clock::due)
                .map(
                        due ->
                                new ProgressPage.Turn(
                                        texts.count("progress.bring.title", owed.size()),
                                        texts.localize("progress.bring.until", dates.day(due)),
                                        owed.stream().map(Pledge::name).toList(),
                                        new Link(
                                                texts.localize("progress.bring.act"),
                                                path + "/bring")));
    }

    /** A grant in doubt, while the person may speak. */
    private Optional<ProgressPage.Turn> hearing(String path) {
        return file.openClock(ClockKind.PLEADING)
                .flatMap(Clock::due)
                .map(
                        due ->
                                new ProgressPage.Turn(
                                        texts.localize("progress.plead.title"),
                                        texts.localize("progress.plead.until", dates.day(due)),
                                        file.pledges().stream()
                                                .filter(p -> p.state() == Pledge.State.DOUBTED)
                                                .map(Pledge::name)
                                                .toList(),
                                        new Link(
                                                texts.localize("progress.plead.act"),
                                                path + "/plead")));
    }

    /** A hearing that may be asked for. */
    private Optional<ProgressPage.Turn> hearingRight(String path) {
        return file.openClock(ClockKind.HEARING_REQUEST)
                .flatMap(Clock::due)
                .map(
                        due ->
                                new ProgressPage.Turn(
                                        texts.localize("progress.hearing.title"),
                                        texts.localize("progress.hearing.until", dates.day(due)),
                                        List.of(),
                                        new Link(
                                                texts.localize("progress.hearing.act"),
                                                path + "/hearing")));
    }

    /** Whether a grant is in doubt, so that the person may speak. */
    static boolean isDoubted(CaseFile file) {
        return file.pledges().stream().anyMatch(p -> p.state() == Pledge.State.DOUBTED);
    }

    private Optional<ProgressPage.Turn> corrections(String path) {
        if (file.state() != CaseState.CORRECTING) {
            return Optional.empty();
        }
        var due = file.leadingClock().flatMap(Clock::due).map(dates::day).orElse("");
        return Optional.of(
                new ProgressPage.Turn(
                        texts.count("progress.correct.title", file.corrections().size()),
                        texts.localize("progress.correct.until", due),
                        file.corrections().stream()
                                .map(one -> one.name() + "：" + one.what())
                                .toList(),
                        new Link(texts.localize("progress.correct.act"), path + "/correct")));
    }

    /** Newest first; what goes on now stands on top. */
    List<TimelineEntry> timeline(List<CaseLine> lines, List<Paper> papers, String paperBase) {
        var unread = byKind(papers);
        var entries = new ArrayList<TimelineEntry>();
        for (var line : lines) {
            if (line.event().isInternal()) continue;
            entries.add(entry(line, unread, paperBase));
        }
        Collections.reverse(entries);
        now().ifPresent(entry -> entries.add(0, entry));
        return entries;
    }

    private TimelineEntry entry(
            CaseLine line, Map<Notice.Kind, Deque<Paper>> unread, String paperBase) {
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
                told.sentence(),
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
                    CaseEvent.VisitRecorded _,
                    CaseEvent.NoteWritten _,
                    CaseEvent.PapersBrought _,
                    CaseEvent.CommitmentHeld _,
                    CaseEvent.Pleaded _,
                    CaseEvent.GrantLetStand _,
                    CaseEvent.StepPassed _,
                    CaseEvent.StepReturned _,
                    CaseEvent.ProcedureEnded _,
                    CaseEvent.Withdrawn _,
                    CaseEvent.HearingAsked _,
                    CaseEvent.HearingHeld _,
                    CaseEvent.HigherDecided _,
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

    /** Whether the case can still be taken back. */
    static boolean isWithdrawable(CaseFile file) {
        return switch (file.state()) {
            case RECEIVED, CORRECTING, REVIEWING, FORWARDED, PREPARED -> true;
            case DECIDED, CLOSED -> false;
        };
    }

    /** Whether there is something to say about how it was. */
    static boolean isRateable(CaseFile file) {
        return file.state() == CaseState.CLOSED
                && file.result()
                        .filter(o -> o == Outcome.GRANTED || o == Outcome.REFUSED)
                        .isPresent();
    }
}
