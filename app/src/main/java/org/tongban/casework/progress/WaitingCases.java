package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Signed;
import org.tongban.casework.CaseBelongings;
import org.tongban.casework.CaseFile;
import org.tongban.casework.CaseState;
import org.tongban.casework.Clock;
import org.tongban.casework.ClockKind;
import org.tongban.catalogue.WaitsForYou;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** What the office waits for from a person: corrections, with the day by which they are due. */
@Component
class WaitingCases implements WaitsForYou {

    private static final int MOST_AT_HOME = 3;

    private final ApplicantCases cases;
    private final CaseDoor door;
    private final ObjectProvider<CaseBelongings> belongings;
    private final TextBundles bundles;

    WaitingCases(
            ApplicantCases cases,
            CaseDoor door,
            ObjectProvider<CaseBelongings> belongings,
            TextBundles bundles) {
        this.belongings = belongings;
        this.cases = cases;
        this.door = door;
        this.bundles = bundles;
    }

    @Override
    public List<Waiting> of(HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        return Signed.applicant(request).stream()
                .flatMap(caller -> of(caller, texts).stream())
                .limit(MOST_AT_HOME)
                .toList();
    }

    List<Waiting> of(ApplicantPrincipal caller, Texts texts) {
        return cases.waiting(caller).stream()
                .flatMap(one -> waiting(one, texts).stream())
                // Several offices of one application are answered in one place.
                .collect(
                        Collectors.toMap(
                                waiting -> waiting.act().href(),
                                Function.identity(),
                                (first, _) -> first,
                                LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private Optional<Waiting> waiting(FoundCase one, Texts texts) {
        var file = one.file();
        var item = door.item(one).name();
        var whole = belongings.stream().flatMap(all -> all.of(one.id()).stream()).findFirst();
        if (file.state() == CaseState.CORRECTING && whole.isPresent()) {
            return Optional.of(
                    new Waiting(
                            texts.localize("my.correct", whole.get().name()),
                            texts.localize(
                                    "my.correct.together", due(file, ClockKind.CORRECTION, texts)),
                            new Link(
                                    texts.localize("progress.correct.act"),
                                    whole.get().applicantHref() + "/correct")));
        }
        if (file.state() == CaseState.CORRECTING) {
            return Optional.of(
                    new Waiting(
                            texts.localize("my.correct", item),
                            texts.localize(
                                    "my.correct.text",
                                    file.corrections().size(),
                                    due(file, ClockKind.CORRECTION, texts)),
                            new Link(
                                    texts.localize("progress.correct.act"),
                                    one.path() + "/correct")));
        }
        if (file.openClock(ClockKind.SUPPLEMENT).isPresent()) {
            return Optional.of(
                    new Waiting(
                            texts.localize("my.bring", item),
                            texts.localize(
                                    "my.bring.text",
                                    file.papersOwed().size(),
                                    due(file, ClockKind.SUPPLEMENT, texts)),
                            new Link(texts.localize("progress.bring.act"), one.path() + "/bring")));
        }
        return file.openClock(ClockKind.PLEADING)
                .map(
                        _ ->
                                new Waiting(
                                        texts.localize("my.plead", item),
                                        texts.localize(
                                                "my.plead.text",
                                                due(file, ClockKind.PLEADING, texts)),
                                        new Link(
                                                texts.localize("progress.plead.act"),
                                                one.path() + "/plead")));
    }

    private static String due(CaseFile file, ClockKind kind, Texts texts) {
        return file.openClock(kind)
                .flatMap(Clock::due)
                .map(new Dates(texts.locale())::day)
                .orElse("");
    }
}
