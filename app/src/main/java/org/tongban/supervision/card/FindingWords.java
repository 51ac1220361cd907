package org.tongban.supervision.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.tongban.supervision.Finding;
import org.tongban.supervision.Findings;
import org.tongban.web.Dates;
import org.tongban.web.Tag;
import org.tongban.web.Texts;
import org.tongban.web.TimelineEntry;

/** What is said of a finding, at one moment, in the reader's language. */
final class FindingWords {

    private final Texts texts;
    private final Dates dates;
    private final LocalDate today;
    private final ZoneId zone;

    FindingWords(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.dates = new Dates(texts.locale());
        this.zone = zone;
        this.today = clock.instant().atZone(zone).toLocalDate();
    }

    LocalDate today() {
        return today;
    }

    String say(String key, Object... arguments) {
        return texts.localize(key, arguments);
    }

    boolean has(String key) {
        return texts.has(key);
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    /** 督〔2026〕00012. */
    String number(Finding finding) {
        return say(
                "findings.number",
                Integer.toString(finding.openedOn().getYear()),
                String.format(Locale.ROOT, "%05d", finding.number()));
    }

    String what(Finding finding) {
        var kind = finding.key().kind().name().toLowerCase(Locale.ROOT);
        return finding.missedClock()
                .filter(_ -> kind.equals("late"))
                .map(clock -> say("findings.what.late", say("todo.clock." + code(clock))))
                .orElseGet(() -> say("findings.what." + kind));
    }

    /** Whose turn it is, and how near. */
    Tag tag(Finding finding) {
        return switch (finding.state()) {
            case OPEN ->
                    finding.isRed(today)
                            ? Tag.late(say("findings.tag.red"))
                            : Tag.soon(say("findings.tag.yellow", day(finding.answerBy())));
            case ANSWERED -> Tag.you(say("findings.tag.answered"));
            case REBUTTED -> Tag.you(say("findings.tag.rebutted"));
            case UPHELD -> Tag.plain(say("findings.tag.upheld"));
            case DROPPED -> Tag.plain(say("findings.tag.dropped"));
        };
    }

    TimelineEntry line(Findings.Line line) {
        return new TimelineEntry(
                TimelineEntry.State.DONE,
                say("findings.line." + line.act()),
                dates.moment(LocalDateTime.ofInstant(line.at(), zone)) + " · " + line.actorName(),
                line.words(),
                List.of());
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
