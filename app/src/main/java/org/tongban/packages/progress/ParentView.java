package org.tongban.packages.progress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseRegister;
import org.tongban.casework.Casework;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.line.CaseLine;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.packages.Packages;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.course.WholeTags;
import org.tongban.packages.graph.Needs;
import org.tongban.packages.later.JointCorrections;
import org.tongban.packages.later.TellTogether;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/** Puts an application with its parts into words, from how its cases stand at this moment. */
@Component
public class ParentView {

    private final Packages packages;
    private final Casework casework;
    private final CaseRegister register;
    private final Catalogue catalogue;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final JointCorrections corrections;
    private final TellTogether together;

    ParentView(
            Packages packages,
            Casework casework,
            CaseRegister register,
            Catalogue catalogue,
            Directory directory,
            PlaceSettings.Source place,
            JointCorrections corrections,
            TellTogether together) {
        this.corrections = corrections;
        this.together = together;
        this.packages = packages;
        this.casework = casework;
        this.register = register;
        this.catalogue = catalogue;
        this.directory = directory;
        this.place = place;
    }

    /** What the package is called under which it was sent. */
    public String name(PackageCase whole) {
        return packages.version(whole.packageKey(), whole.packageVersion())
                .map(pack -> pack.definition().name())
                .orElse(whole.packageKey());
    }

    /**
     * The page.
     *
     * @param forStaff whether parts lead to the pages of officers
     */
    public ParentPage page(PackageCase whole, boolean forStaff, Texts texts) {
        var files = new LinkedHashMap<String, CaseFile>();
        for (var part : whole.parts()) {
            part.caseId()
                    .filter(_ -> part.startedAt().isPresent())
                    .flatMap(casework::find)
                    .ifPresent(file -> files.put(part.key(), file));
        }
        return new ParentPage(
                name(whole),
                whole.no(),
                WholeTags.of(whole, texts),
                sentence(whole, texts),
                forStaff ? List.of() : turns(whole, texts),
                together.toldBy(whole.id())
                        .map(
                                day ->
                                        texts.localize(
                                                "packages.gathering",
                                                new Dates(texts.locale()).fullDay(day)))
                        .orElse(""),
                stages(whole, files, forStaff, texts),
                forStaff ? List.of() : results(whole, files, texts),
                !forStaff && whole.parts().stream().anyMatch(PackageCase.Part::isOpen)
                        ? whole.path() + "/withdraw"
                        : "",
                saved(whole, texts),
                whole.projectCode()
                        .map(
                                code ->
                                        List.of(
                                                new Link(
                                                        texts.localize("project.link", code),
                                                        (forStaff
                                                                        ? "/staff/packages/projects/"
                                                                        : "/my/projects/")
                                                                + code)))
                        .orElse(List.of()));
    }

    private static String sentence(PackageCase whole, Texts texts) {
        var dates = new Dates(texts.locale());
        var lost = whole.parts().stream().filter(part -> part.state().isLost()).count();
        return texts.localize(
                switch (whole.state()) {
                    case RUNNING ->
                            lost == 0
                                    ? "packages.says.running"
                                    : "packages.says.running-with-losses";
                    case DONE -> "packages.says.done";
                    case PARTLY_DONE -> "packages.says.partly-done";
                    case NOT_DONE -> "packages.says.not-done";
                },
                dates.fullDay(whole.submittedOn()),
                dates.fullDay(whole.promisedOn()));
    }

    /** One thing to do for all offices, not one for each. */
    private List<ParentPage.Turn> turns(PackageCase whole, Texts texts) {
        var turns = new ArrayList<ParentPage.Turn>();
        var offices = corrections.offices(whole);
        if (!offices.isEmpty()) {
            turns.add(
                    new ParentPage.Turn(
                            texts.localize("packages.turn.correct", offices.size()),
                            texts.localize("packages.turn.correct.text", String.join("、", offices)),
                            new Link(
                                    texts.localize("packages.turn.correct.act"),
                                    whole.path() + "/correct")));
        }
        if (whole.parts().stream().anyMatch(PackageCase.Part::isAsking)) {
            turns.add(
                    new ParentPage.Turn(
                            texts.localize("packages.turn.answers"),
                            texts.localize("packages.turn.answers.text"),
                            new Link(
                                    texts.localize("packages.turn.answers.act"),
                                    whole.path() + "/answers")));
        }
        return turns;
    }

    private List<ParentPage.Stage> stages(
            PackageCase whole, Map<String, CaseFile> files, boolean forStaff, Texts texts) {
        var needs = new LinkedHashMap<String, List<String>>();
        whole.parts().forEach(part -> needs.put(part.key(), part.needs()));
        var words = new PartWords(whole, place.current().zone(), texts);
        var steps = new TreeMap<Integer, List<PackageCase.Part>>();
        whole.parts()
                .forEach(
                        part ->
                                steps.computeIfAbsent(
                                                Needs.step(part.key(), needs),
                                                _ -> new ArrayList<>())
                                        .add(part));
        return steps.values().stream()
                .map(
                        parts ->
                                new ParentPage.Stage(
                                        texts.localize(
                                                parts.size() > 1
                                                        ? "packages.stage.together"
                                                        : "packages.stage.alone"),
                                        css(parts),
                                        parts.stream()
                                                .map(
                                                        part ->
                                                                branch(
                                                                        part,
                                                                        Optional.ofNullable(
                                                                                files.get(
                                                                                        part
                                                                                                .key())),
                                                                        words,
                                                                        forStaff,
                                                                        texts))
                                                .toList()))
                .toList();
    }

    private static String css(List<PackageCase.Part> parts) {
        if (parts.stream().allMatch(part -> part.state().isOver())) {
            return parts.stream().allMatch(part -> part.state().isLost()) ? "stopped" : "done";
        }
        return parts.stream().anyMatch(part -> part.state() == PartState.RUNNING) ? "now" : "next";
    }

    private ParentPage.Branch branch(
            PackageCase.Part part,
            Optional<CaseFile> file,
            PartWords words,
            boolean forStaff,
            Texts texts) {
        return new ParentPage.Branch(
                part.name(),
                file.map(
                                one ->
                                        forStaff
                                                ? "/staff/cases/" + one.caseId()
                                                : "/my/cases/" + one.caseNo())
                        .orElse(""),
                WholeTags.of(part, texts),
                directory.current().agency(part.agency()).map(Agency::name).orElse(part.agency()),
                words.of(part, file, file.flatMap(this::last)));
    }

    private Optional<CaseLine> last(CaseFile file) {
        return register.line(file.caseId()).stream()
                .filter(line -> !line.event().isInternal())
                .reduce((_, later) -> later);
    }

    /** 一并出件: together, once everything has ended, where the package says so. */
    private List<Link> results(PackageCase whole, Map<String, CaseFile> files, Texts texts) {
        var together =
                packages.version(whole.packageKey(), whole.packageVersion())
                        .filter(
                                pack ->
                                        pack.definition().handOut()
                                                == org.tongban.packages.PackageDefinition.HandOut
                                                        .TOGETHER)
                        .isPresent();
        var links = new ArrayList<Link>();
        if (together && whole.state() == WholeState.RUNNING) return links;
        for (var part : whole.parts()) {
            var file = files.get(part.key());
            if (part.state() != PartState.GRANTED || file == null) continue;
            var result =
                    catalogue.version(file.itemKey(), file.itemVersion()).definition().result();
            if (result.kind() == ResultKind.NONE) continue;
            links.add(
                    new Link(
                            texts.localize("packages.result-of", result.name(), part.name()),
                            result.kind() == ResultKind.CERTIFICATE
                                    ? "/my/certificates"
                                    : "/my/cases/" + file.caseNo()));
        }
        return links;
    }

    private static String saved(PackageCase whole, Texts texts) {
        var counted = whole.counted();
        return texts.localize(
                "packages.was-saved",
                Math.max(0, counted.fieldsApart() - counted.fields()),
                Math.max(0, counted.materialsApart() - counted.materials()),
                Math.max(0, counted.visitsApart() - counted.visits()));
    }
}
