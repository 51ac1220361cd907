package org.tongban.openapi.cases;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.RegisteredCase;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.words.CaseWords;
import org.tongban.casework.words.DayStrips;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.openapi.cases.CaseAnswer.ClockAnswer;
import org.tongban.openapi.cases.CaseAnswer.CorrectionAnswer;
import org.tongban.openapi.cases.CaseAnswer.DayAnswer;
import org.tongban.openapi.cases.CaseAnswer.ProcedureAnswer;
import org.tongban.openapi.cases.CaseAnswer.TaskAnswer;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Tells a case in the form of the interface, in the words that the pages use. */
@Component
class CaseAnswers {

    private final Catalogue catalogue;
    private final Directory directory;
    private final CaseRegister register;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final Texts texts;
    private final CaseWords words;

    CaseAnswers(
            Catalogue catalogue,
            Directory directory,
            CaseRegister register,
            PlaceSettings.Source place,
            Clock clock,
            TextBundles bundles) {
        this.catalogue = catalogue;
        this.directory = directory;
        this.register = register;
        this.place = place;
        this.clock = clock;
        this.texts = bundles.in(Locale.SIMPLIFIED_CHINESE);
        this.words = new CaseWords(texts);
    }

    /**
     * How the case stands.
     *
     * @param forStaff whether the caller acts for an officer, and sees the open tasks
     */
    CaseAnswer of(RegisteredCase registered, boolean forStaff) {
        var file = registered.file();
        return new CaseAnswer(
                file.caseNo(),
                file.version(),
                file.itemKey(),
                file.itemVersion(),
                catalogue.version(file.itemKey(), file.itemVersion()).name(),
                file.agency(),
                directory.current().agency(file.agency()).map(Agency::name).orElse(""),
                CaseAnswer.code(registered.channel()),
                CaseAnswer.code(file.state()),
                file.result().map(CaseAnswer::code).orElse(null),
                words.status(file),
                file.receivedOn(),
                file.acceptedOn(),
                file.decidedOn(),
                clocks(file),
                file.corrections().stream()
                        .map(c -> new CorrectionAnswer(c.material(), c.name(), c.what()))
                        .toList(),
                file.runningProcedure()
                        .map(p -> new ProcedureAnswer(p.kind(), p.startedOn(), p.expectedDays()))
                        .orElse(null),
                forStaff ? tasks(file) : null);
    }

    /**
     * What happened.
     *
     * @param forStaff whether opinions and names of officers are told as well
     */
    TimelineAnswer timeline(RegisteredCase registered, boolean forStaff) {
        var file = registered.file();
        return new TimelineAnswer(
                file.caseNo(),
                register.line(file.caseId()).stream()
                        .filter(line -> forStaff || !line.event().isInternal())
                        .map(line -> told(line, forStaff))
                        .toList());
    }

    private TimelineAnswer.Line told(CaseLine line, boolean forStaff) {
        var told = forStaff ? words.eventForStaff(line.event()) : words.event(line.event());
        return new TimelineAnswer.Line(
                line.seq(),
                line.at(),
                line.event().act().replace('_', '-'),
                told.title(),
                told.sentence(),
                forStaff ? line.actorName() : null);
    }

    private List<ClockAnswer> clocks(CaseFile file) {
        var settings = place.current();
        var today = clock.instant().atZone(settings.zone()).toLocalDate();
        var strips = new DayStrips(texts, settings.calendar(), today, settings.soonDays());
        var leading = file.leadingClock();
        return file.clocks().stream()
                .map(
                        one ->
                                new ClockAnswer(
                                        CaseAnswer.code(one.kind()),
                                        CaseAnswer.code(one.state()),
                                        one.startedOn(),
                                        one.days(),
                                        CaseAnswer.code(one.unit()),
                                        one.dueOn(),
                                        one.endedOn(),
                                        leading.equals(Optional.of(one)),
                                        one.isOpen() ? strips.left(one, file.procedures()) : null,
                                        strips.days(one, file.procedures()).stream()
                                                .map(
                                                        day ->
                                                                new DayAnswer(
                                                                        day.date(),
                                                                        CaseAnswer.code(day.role()),
                                                                        day.label()))
                                                .toList()))
                .toList();
    }

    private static List<TaskAnswer> tasks(CaseFile file) {
        return file.openTasks().stream()
                .map(
                        task ->
                                new TaskAnswer(
                                        task.no(),
                                        task.step(),
                                        task.name(),
                                        task.post(),
                                        task.decision(),
                                        task.dueOn()))
                .toList();
    }
}
