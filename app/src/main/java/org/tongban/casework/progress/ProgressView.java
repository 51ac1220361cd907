package org.tongban.casework.progress;

import java.util.List;
import java.util.Optional;
import org.tongban.casework.Act.DeliveryWay;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Notice;
import org.tongban.casework.Outcome;
import org.tongban.casework.Pledge;
import org.tongban.casework.Procedure;
import org.tongban.casework.words.CaseWords;
import org.tongban.casework.words.DayStrips;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/** Tells one case in the words of a page. */
final class ProgressView {

    private final CaseFile file;
    private final String agency;
    private final Texts texts;
    private final Dates dates;
    private final CaseWords words;
    private final DayStrips strips;

    ProgressView(CaseFile file, String agency, DayStrips strips, Texts texts) {
        this.file = file;
        this.agency = agency;
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.words = new CaseWords(texts);
        this.strips = strips;
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

    /** Whether a grant is in doubt, so that the person may speak. */
    static boolean isDoubted(CaseFile file) {
        return file.pledges().stream().anyMatch(p -> p.state() == Pledge.State.DOUBTED);
    }

    /** Whether the case can still be taken back. */
    static boolean isWithdrawable(CaseFile file) {
        return switch (file.state()) {
            case RECEIVED, CORRECTING, REVIEWING, FORWARDED, PREPARED -> true;
            case DECIDED, CLOSED -> false;
        };
    }

    /** Whether there is a decision of the office's, and no objection to it that waits. */
    static boolean isObjectable(CaseFile file) {
        return file.openClock(ClockKind.OBJECTION).isEmpty()
                && file.result()
                        .filter(
                                outcome ->
                                        outcome != Outcome.WITHDRAWN
                                                && outcome != Outcome.NOT_PREPARED)
                        .isPresent();
    }

    /** Whether there is something to say about how it was. */
    static boolean isRateable(CaseFile file) {
        return file.state() == CaseState.CLOSED
                && file.result()
                        .filter(o -> o == Outcome.GRANTED || o == Outcome.REFUSED)
                        .isPresent();
    }
}
