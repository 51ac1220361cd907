package org.tongban.casework.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.calendar.CountedDay;
import org.tongban.calendar.DayKind;
import org.tongban.calendar.TermResult;
import org.tongban.calendar.WorkingCalendar;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.Procedure;
import org.tongban.casework.engine.Terms;
import org.tongban.web.Dates;
import org.tongban.web.DayCell;
import org.tongban.web.DayRole;
import org.tongban.web.DayStripView;
import org.tongban.web.DayStripView.LegendEntry;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/**
 * Unfolds a clock into its days. Everything drawn and said here comes from {@link Terms#explained},
 * the walk that also gives the due day, so the two cannot disagree.
 */
public final class DayStrips {

    /** A strip that is later than this says so in words; more cells would explain nothing. */
    private static final int MOST_LATE_CELLS = 31;

    private final Texts texts;
    private final Dates dates;
    private final Terms terms;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final int soonDays;

    /**
     * Draws as of a day.
     *
     * @param soonDays with so many days left a clock is shown amber; in the unit of the clock
     */
    public DayStrips(Texts texts, WorkingCalendar calendar, LocalDate today, int soonDays) {
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.terms = new Terms(calendar);
        this.calendar = calendar;
        this.today = today;
        this.soonDays = soonDays;
    }

    /** The strip of the clock that people look at now; empty when no clock has run. */
    public Optional<DayStripView> view(CaseFile file) {
        return file.leadingClock().map(clock -> view(clock, file.procedures()));
    }

    /** The same as small bars; empty when no clock has run. */
    public List<DayCell> days(CaseFile file) {
        return file.leadingClock().map(clock -> days(clock, file.procedures())).orElse(List.of());
    }

    /** The mark that stands beside the bars of a case. */
    public Tag tag(CaseFile file) {
        if (file.state() == CaseState.CLOSED) {
            return Tag.plain(new CaseWords(texts).status(file));
        }
        var running = file.runningProcedure().filter(Procedure::stops);
        if (file.state() == CaseState.REVIEWING && running.isPresent()) {
            return Tag.stop(texts.localize("words.day.tag.stopped", running.get().kind()));
        }
        if (file.state() == CaseState.CORRECTING) {
            return file.leadingClock()
                    .map(clock -> left(clock, file.procedures()))
                    .filter(left -> left < 0)
                    .map(this::lateness)
                    .orElseGet(() -> Tag.you(texts.localize("words.day.tag.correcting")));
        }
        return file.leadingClock()
                .map(clock -> tag(clock, file.procedures()))
                .orElseGet(() -> Tag.plain(new CaseWords(texts).status(file)));
    }

    /** The mark of one clock: what is left of it, or how it ended. */
    public Tag tag(Clock clock, List<Procedure> procedures) {
        if (clock.state() == Clock.State.STOPPED) {
            return Tag.stop(
                    texts.localize(
                            "words.day.tag.stopped",
                            procedures.stream()
                                    .filter(Procedure::isRunning)
                                    .filter(Procedure::stops)
                                    .map(Procedure::kind)
                                    .collect(Collectors.joining("、"))));
        }
        return switch (clock.state()) {
            case MET -> Tag.plain(texts.localize("words.day.tag.met"));
            case LATE -> Tag.late(texts.localize("words.day.tag.missed"));
            case VOID -> Tag.plain(texts.localize("words.day.tag.void"));
            case RUNNING, STOPPED -> lateness(left(clock, procedures));
        };
    }

    /**
     * Days left after today, in the unit of the clock: 0 on the last day, negative when late. A
     * stopped clock is counted as if it went on tomorrow.
     */
    public int left(Clock clock, List<Procedure> procedures) {
        var result = terms.explained(clock, procedures);
        var counted = result.dueOn().isPresent() ? result : result.asOf(today);
        return counted.remainingDays(reference(clock));
    }

    private Tag lateness(int left) {
        if (left < 0) {
            return Tag.late(texts.count("words.day.tag.late", -left));
        }
        if (left == 0) {
            return Tag.soon(texts.localize("words.day.tag.today"));
        }
        var words = texts.count("words.day.tag.left", left);
        return left <= soonDays ? Tag.soon(words) : Tag.plain(words);
    }

    /** Every day of the clock, from the first after its start. */
    public List<DayCell> days(Clock clock, List<Procedure> procedures) {
        return cells(clock, terms.explained(clock, procedures));
    }

    /** The strip with its sentence and legend. */
    public DayStripView view(Clock clock, List<Procedure> procedures) {
        var result = terms.explained(clock, procedures);
        var cells = cells(clock, result);
        return new DayStripView(
                cells, summary(clock, result, procedures), legend(clock, result, cells));
    }

    private List<DayCell> cells(Clock clock, TermResult result) {
        var reference = reference(clock);
        var stopped = result.dueOn().isEmpty();
        var walked = stopped ? result.asOf(reference) : result;
        var cells = new ArrayList<DayCell>();
        for (var day : walked.days()) {
            // What comes after an open stoppage, or after the clock has ended, is not known or did
            // not happen.
            var beyond = day.day().isAfter(reference) && (stopped || !clock.isOpen());
            if (!(day.role() instanceof CountedDay.Started) && !beyond) {
                cells.add(cell(clock, result, day));
            }
        }
        result.dueOn().ifPresent(due -> cells.addAll(lateCells(clock, due)));
        return List.copyOf(cells);
    }

    private DayCell cell(Clock clock, TermResult result, CountedDay day) {
        var isLast = result.dueOn().filter(day.day()::equals).isPresent();
        var passed = !day.day().isAfter(reference(clock));
        var role =
                switch (day.role()) {
                    case CountedDay.Stopped _ -> DayRole.STOPPED;
                    case CountedDay.Rest() -> DayRole.REST;
                    case CountedDay.Started(), CountedDay.Counted(_), CountedDay.Moved() ->
                            isLast ? DayRole.DUE : passed ? DayRole.COUNTED : DayRole.TODO;
                };
        return new DayCell(day.day(), role, isToday(clock, day.day()), label(day, isLast));
    }

    private List<DayCell> lateCells(Clock clock, LocalDate due) {
        var reference = reference(clock);
        var cells = new ArrayList<DayCell>();
        for (var day = due.plusDays(1);
                !day.isAfter(reference) && cells.size() < MOST_LATE_CELLS;
                day = day.plusDays(1)) {
            var works = clock.unit() == Clock.TermUnit.CALENDAR || calendar.isWorkingDay(day);
            cells.add(
                    new DayCell(
                            day,
                            works ? DayRole.OVER : DayRole.REST,
                            isToday(clock, day),
                            works ? texts.localize("words.day.over") : rest(calendar.kindOf(day))));
        }
        return cells;
    }

    /** The day up to which a clock has run: today, or the day on which it ended. */
    private LocalDate reference(Clock clock) {
        var ended = clock.endedOn();
        return ended == null ? today : ended;
    }

    private boolean isToday(Clock clock, LocalDate day) {
        return clock.isOpen() && day.equals(today);
    }

    private String label(CountedDay day, boolean isLast) {
        var words =
                switch (day.role()) {
                    case CountedDay.Started() -> "";
                    case CountedDay.Counted(var number) -> counted(day.kind(), number);
                    case CountedDay.Rest() -> rest(day.kind());
                    case CountedDay.Stopped(var kind, var basis) ->
                            texts.localize("words.day.stopped", kind, basis);
                    case CountedDay.Moved() -> texts.localize("words.day.moved");
                };
        var full = isLast ? words + texts.localize("words.day.last") : words;
        return day.provisional() ? full + texts.localize("words.day.provisional") : full;
    }

    private String counted(DayKind kind, int number) {
        return kind instanceof DayKind.MakeUpWorkday(var holiday)
                ? texts.localize("words.day.make-up", number, holiday)
                : texts.localize("words.day.counted", number);
    }

    private String rest(DayKind kind) {
        return switch (kind) {
            case DayKind.Holiday(var name) -> texts.localize("words.day.holiday", name);
            case DayKind.Weekend(), DayKind.Workday(), DayKind.MakeUpWorkday(_) ->
                    texts.localize("words.day.weekend");
        };
    }

    /** One sentence that says what the picture says. */
    private String summary(Clock clock, TermResult result, List<Procedure> procedures) {
        var started = dates.day(clock.startedOn());
        var used = Math.min(clock.days(), used(clock, result));
        if (result.dueOn().isEmpty()) {
            var kind =
                    procedures.stream()
                            .filter(Procedure::isRunning)
                            .map(Procedure::kind)
                            .collect(Collectors.joining("、"));
            return texts.localize("words.day.summary.stopped", started, used, clock.days(), kind);
        }
        var due = dates.day(result.dueOn().get());
        var left = result.remainingDays(reference(clock));
        var sentence =
                !clock.isOpen()
                        ? texts.localize("words.day.summary.ended", started, due, used)
                        : left < 0
                                ? texts.localize("words.day.summary.late", started, due, -left)
                                : texts.localize("words.day.summary", started, due, used, left);
        return result.provisional()
                ? sentence + texts.localize("words.day.summary.provisional")
                : sentence;
    }

    private int used(Clock clock, TermResult result) {
        return (result.dueOn().isPresent() ? result : result.asOf(reference(clock)))
                .usedDays(reference(clock));
    }

    private List<LegendEntry> legend(Clock clock, TermResult result, List<DayCell> cells) {
        var counts = new EnumMap<DayRole, Integer>(DayRole.class);
        cells.forEach(cell -> counts.merge(cell.role(), 1, Integer::sum));
        var legend = new ArrayList<LegendEntry>();
        counts.forEach(
                (role, count) ->
                        legend.add(new LegendEntry(role, words(role, count, clock, result))));
        return legend;
    }

    private String words(DayRole role, int count, Clock clock, TermResult result) {
        var unit = clock.unit() == Clock.TermUnit.CALENDAR ? ".calendar" : "";
        return switch (role) {
            case COUNTED -> texts.localize("words.day.legend.counted" + unit, count);
            case REST -> texts.localize("words.day.legend.rest");
            case STOPPED ->
                    texts.localize("words.day.legend.stopped", count, stoppageKinds(result));
            case TODO -> texts.localize("words.day.legend.todo" + unit, count);
            case DUE ->
                    texts.localize(
                            result.provisional()
                                    ? "words.day.legend.due.provisional"
                                    : "words.day.legend.due",
                            result.dueOn().map(dates::day).orElse(""));
            case OVER ->
                    texts.localize(
                            "words.day.legend.over", -result.remainingDays(reference(clock)));
        };
    }

    private static String stoppageKinds(TermResult result) {
        return result.stoppages().stream()
                .map(stoppage -> stoppage.kind())
                .distinct()
                .collect(Collectors.joining("、"));
    }
}
