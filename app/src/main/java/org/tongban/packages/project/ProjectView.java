package org.tongban.packages.project;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.Casework;
import org.tongban.casework.PlaceSettings;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PackageDefinition.Stage;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.WholeTags;
import org.tongban.packages.later.SentParts;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Tag;
import org.tongban.web.Texts;

/** Draws the map of a project from everything that was sent for it. */
@Component
class ProjectView {

    private final SentParts sent;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final Clock clock;

    ProjectView(
            SentParts sent,
            Casework casework,
            Catalogue catalogue,
            Directory directory,
            PlaceSettings.Source place,
            Clock clock) {
        this.sent = sent;
        this.casework = casework;
        this.catalogue = catalogue;
        this.directory = directory;
        this.place = place;
        this.clock = clock;
    }

    /** How one approval stands: the part of the latest application that has one. */
    private record Standing(PackageCase whole, PackageCase.Part part, Optional<CaseFile> file) {}

    /**
     * The map.
     *
     * @param applications for the project, at least one, the first of them first
     */
    ProjectPage page(String code, List<PackageCase> applications, boolean forStaff, Texts texts) {
        var latest = applications.getLast();
        var pack = sent.pack(latest);
        var standings = standings(applications);
        var used = DaysUsed.of(place.current().calendar(), spans(standings));
        var isOver = used.days() > pack.limitDays();
        var next = next(pack, standings);
        return new ProjectPage(
                pack.name(),
                code,
                texts.localize(
                        isOver ? "project.days.over" : "project.days",
                        used.days(),
                        pack.limitDays()),
                isOver,
                next.isEmpty()
                        ? texts.localize("project.next.none")
                        : texts.localize("project.next", names(next)),
                next.isEmpty() || forStaff
                        ? new Link("", "")
                        : new Link(texts.localize("project.next.act"), "/packages/" + pack.key()),
                pack.stages().stream()
                        .map(stage -> stage(stage, pack, standings, forStaff, texts))
                        .toList(),
                used.lines().stream().map(line -> line(line, texts)).toList(),
                applications.stream().map(one -> link(one, forStaff)).toList());
    }

    private static Link link(PackageCase one, boolean forStaff) {
        return new Link(one.no(), forStaff ? "/staff/packages/cases/" + one.no() : one.path());
    }

    private Map<String, Standing> standings(List<PackageCase> applications) {
        var standings = new LinkedHashMap<String, Standing>();
        for (var one : applications) {
            for (var part : one.parts()) {
                if (part.isLookup()) continue;
                var before = standings.get(part.key());
                // What was granted once stays so, whatever was tried again afterwards.
                if (before != null && before.part().state() == PartState.GRANTED) continue;
                var file =
                        part.caseId()
                                .filter(_ -> part.startedAt().isPresent())
                                .flatMap(casework::find);
                standings.put(part.key(), new Standing(one, part, file));
            }
        }
        return standings;
    }

    private List<DaysUsed.Span> spans(Map<String, Standing> standings) {
        var zone = place.current().zone();
        var today = LocalDate.now(clock.withZone(zone));
        var spans = new ArrayList<DaysUsed.Span>();
        for (var one : standings.values()) {
            if (one.file().isEmpty()) continue;
            var file = one.file().get();
            var accepted = Optional.ofNullable(file.acceptedOn());
            if (accepted.isEmpty()) continue;
            var until =
                    Optional.ofNullable(file.decidedOn())
                            .or(() -> one.part().endedAt().map(at -> at.atZone(zone).toLocalDate()))
                            .orElse(today);
            var stills =
                    file.procedures().stream()
                            .filter(procedure -> procedure.stops())
                            .map(
                                    procedure ->
                                            new DaysUsed.Still(
                                                    procedure.startedOn(),
                                                    Optional.ofNullable(procedure.endedOn())
                                                            .orElse(until)))
                            .toList();
            spans.add(new DaysUsed.Span(one.part().name(), accepted.get(), until, stills));
        }
        return spans.stream().sorted(Comparator.comparing(DaysUsed.Span::after)).toList();
    }

    /** What nobody has applied for yet, of the first stage in which there is something. */
    private List<Member> next(PackageDefinition pack, Map<String, Standing> standings) {
        for (var stage : pack.stages()) {
            var all = members(pack, stage);
            var begun = all.stream().anyMatch(member -> standings.containsKey(member.item()));
            if (!begun) return all;
        }
        return List.of();
    }

    private static List<Member> members(PackageDefinition pack, Stage stage) {
        return pack.items().stream().filter(one -> stage.key().equals(one.stage())).toList();
    }

    private String names(List<Member> members) {
        return String.join("、", members.stream().map(one -> name(one.item())).toList());
    }

    private ProjectPage.Stage stage(
            Stage stage,
            PackageDefinition pack,
            Map<String, Standing> standings,
            boolean forStaff,
            Texts texts) {
        var members = members(pack, stage);
        var there =
                members.stream()
                        .map(one -> standings.get(one.item()))
                        .filter(one -> one != null)
                        .toList();
        var done = there.stream().allMatch(one -> one.part().state().isOver());
        return new ProjectPage.Stage(
                stage.name(),
                texts.localize("project.stage.lead", agency(stage.lead())),
                there.isEmpty() ? "next" : done ? "done" : "now",
                members.stream()
                        .map(
                                member ->
                                        approval(
                                                member.item(),
                                                Optional.ofNullable(standings.get(member.item())),
                                                forStaff,
                                                texts))
                        .toList());
    }

    private ProjectPage.Approval approval(
            String item, Optional<Standing> standing, boolean forStaff, Texts texts) {
        var agency =
                catalogue
                        .current(item)
                        .map(PublishedItem::definition)
                        .map(definition -> agency(definition.agency()))
                        .orElse("");
        if (standing.isEmpty()) {
            return new ProjectPage.Approval(
                    name(item), "", agency, Tag.plain(texts.localize("project.not-applied")), "");
        }
        var one = standing.get();
        var href =
                one.file()
                        .map(
                                file ->
                                        forStaff
                                                ? "/staff/cases/" + file.caseId()
                                                : "/my/cases/" + file.caseNo())
                        .orElse("");
        return new ProjectPage.Approval(
                one.part().name(), href, agency, WholeTags.of(one.part(), texts), said(one, texts));
    }

    private String said(Standing one, Texts texts) {
        var dates = new Dates(texts.locale());
        return switch (one.part().state()) {
            case STOPPED ->
                    texts.localize(
                            "project.stopped-by",
                            one.part()
                                    .becauseOf()
                                    .flatMap(key -> one.whole().part(key))
                                    .map(PackageCase.Part::name)
                                    .orElse(""));
            case WAITING ->
                    texts.localize(
                            "project.waits-for",
                            String.join(
                                    "、",
                                    one.part().needs().stream()
                                            .flatMap(key -> one.whole().part(key).stream())
                                            .filter(part -> part.state() != PartState.GRANTED)
                                            .map(PackageCase.Part::name)
                                            .toList()));
            case RUNNING ->
                    one.file()
                            .flatMap(CaseFile::leadingClock)
                            .flatMap(org.tongban.casework.Clock::due)
                            .map(due -> texts.localize("project.due", dates.fullDay(due)))
                            .orElse("");
            case READY, GRANTED, REFUSED, WITHDRAWN ->
                    one.file()
                            .flatMap(file -> Optional.ofNullable(file.decidedOn()))
                            .map(day -> texts.localize("project.decided", dates.fullDay(day)))
                            .orElse("");
        };
    }

    private static String line(DaysUsed.Line line, Texts texts) {
        var dates = new Dates(texts.locale());
        return texts.localize(
                line.still() == 0 ? "project.days.line" : "project.days.line.still",
                line.name(),
                dates.day(line.after()),
                dates.day(line.until()),
                line.own(),
                line.added(),
                line.still());
    }

    private String name(String item) {
        return catalogue.current(item).map(PublishedItem::name).orElse(item);
    }

    private String agency(String key) {
        return directory.current().agency(key).map(Agency::name).orElse(key);
    }
}
