package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Signed;
import org.tongban.casework.Clock;
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
    private final TextBundles bundles;

    WaitingCases(ApplicantCases cases, CaseDoor door, TextBundles bundles) {
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
        var dates = new Dates(texts.locale());
        return cases.waiting(caller.accountId()).stream()
                .map(
                        one ->
                                new Waiting(
                                        texts.localize("my.correct", door.item(one).name()),
                                        texts.localize(
                                                "my.correct.text",
                                                one.file().corrections().size(),
                                                one.file()
                                                        .leadingClock()
                                                        .flatMap(Clock::due)
                                                        .map(dates::day)
                                                        .orElse("")),
                                        new Link(
                                                texts.localize("progress.correct.act"),
                                                one.path() + "/correct")))
                .toList();
    }
}
