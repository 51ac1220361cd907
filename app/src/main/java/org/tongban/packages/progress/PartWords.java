package org.tongban.packages.progress;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Clock;
import org.tongban.casework.line.CaseLine;
import org.tongban.casework.words.CaseWords;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PartState;
import org.tongban.web.Dates;
import org.tongban.web.Texts;

/** What is said of one part: where it is, since when, what it waits for. */
public final class PartWords {

    private final PackageCase whole;
    private final ZoneId zone;
    private final Texts texts;

    public PartWords(PackageCase whole, ZoneId zone, Texts texts) {
        this.whole = whole;
        this.zone = zone;
        this.texts = texts;
    }

    /**
     * The sentences, the most telling first.
     *
     * @param file its case; empty before there is one
     * @param last what happened last that the reader may know
     */
    public List<String> of(
            PackageCase.Part part, Optional<CaseFile> file, Optional<CaseLine> last) {
        var said = new ArrayList<String>();
        part.note().map(this::note).filter(words -> !words.isEmpty()).ifPresent(said::add);
        switch (part.state()) {
            case WAITING -> said.add(texts.localize("packages.part.waits-for", waitsFor(part)));
            case STOPPED ->
                    said.add(
                            texts.localize(
                                    "packages.part.stopped-by",
                                    name(part.becauseOf().orElse("")),
                                    texts.localize(
                                            "packages.part."
                                                    + whole.part(part.becauseOf().orElse(""))
                                                            .map(PackageCase.Part::state)
                                                            .orElse(PartState.REFUSED)
                                                            .name()
                                                            .toLowerCase(Locale.ROOT))));
            case READY -> {
                if (part.note().isEmpty()) said.add(texts.localize("packages.part.begins"));
            }
            case RUNNING, GRANTED, REFUSED, WITHDRAWN -> {}
        }
        last.ifPresent(line -> said.add(happened(line)));
        file.filter(one -> one.result().isEmpty())
                .flatMap(CaseFile::leadingClock)
                .flatMap(Clock::due)
                .ifPresent(
                        due ->
                                said.add(
                                        texts.localize(
                                                "packages.part.due",
                                                new Dates(texts.locale()).fullDay(due))));
        return said;
    }

    private String happened(CaseLine line) {
        return texts.localize(
                "packages.part.last",
                new Dates(texts.locale()).moment(LocalDateTime.ofInstant(line.at(), zone)),
                new CaseWords(texts).event(line.event()).title());
    }

    /** The names of what has not come yet. */
    private String waitsFor(PackageCase.Part part) {
        return part.needs().stream()
                .filter(
                        need ->
                                whole.part(need)
                                        .filter(one -> one.state() != PartState.GRANTED)
                                        .isPresent())
                .map(this::name)
                .collect(Collectors.joining("、"));
    }

    private String name(String key) {
        return whole.part(key).map(PackageCase.Part::name).orElse(key);
    }

    private String note(String code) {
        var bar = code.indexOf('|');
        var key = "packages.note." + (bar < 0 ? code : code.substring(0, bar));
        return texts.has(key) ? texts.localize(key, bar < 0 ? "" : code.substring(bar + 1)) : "";
    }
}
