package org.tongban.casework.progress;

import java.util.List;
import java.util.Optional;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.casework.Pledge;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/** What waits for the applicant: one thing at a time, the nearest first. */
final class Turns {

    private final CaseFile file;
    private final Texts texts;
    private final Dates dates;

    Turns(CaseFile file, Texts texts) {
        this.file = file;
        this.texts = texts;
        this.dates = new Dates(texts.locale());
    }

    /** What waits for the applicant here; absent when nothing does. */
    Optional<ProgressPage.Turn> first(String path) {
        return corrections(path)
                .or(() -> papers(path))
                .or(() -> hearing(path))
                .or(() -> hearingRight(path));
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
}
