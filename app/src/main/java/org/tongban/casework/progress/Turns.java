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
        var owed = file.papersOwed().stream().map(Pledge::name).toList();
        var doubted =
                file.pledges().stream()
                        .filter(pledge -> pledge.state() == Pledge.State.DOUBTED)
                        .map(Pledge::name)
                        .toList();
        return corrections(path)
                // Promised papers that have not come.
                .or(() -> until(ClockKind.SUPPLEMENT, "bring", owed, path))
                // A grant in doubt, while the person may speak.
                .or(() -> until(ClockKind.PLEADING, "plead", doubted, path))
                // A hearing that may be asked for.
                .or(() -> until(ClockKind.HEARING_REQUEST, "hearing", List.of(), path));
    }

    /**
     * What may be done while a clock runs.
     *
     * @param act names the words and the end of the address
     * @param about what it is about, one by one
     */
    private Optional<ProgressPage.Turn> until(
            ClockKind clock, String act, List<String> about, String path) {
        var words = "progress." + act;
        return file.openClock(clock)
                .flatMap(Clock::due)
                .map(
                        due ->
                                new ProgressPage.Turn(
                                        texts.count(words + ".title", about.size()),
                                        texts.localize(words + ".until", dates.day(due)),
                                        about,
                                        new Link(
                                                texts.localize(words + ".act"), path + "/" + act)));
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
