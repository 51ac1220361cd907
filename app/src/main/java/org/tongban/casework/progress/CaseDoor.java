package org.tongban.casework.progress;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.Actor;
import org.tongban.casework.CaseBelongings;
import org.tongban.casework.CaseEvent;
import org.tongban.casework.Outcome;
import org.tongban.casework.OwnReach;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.notice.OfficeName;
import org.tongban.casework.words.CaseWords;
import org.tongban.casework.words.DayStrips;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.ResultKind;
import org.tongban.codes.CaseNumber;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Texts;

/**
 * The one way to a case of one's own: it is the caller's, or it does not exist. Puts together what
 * its pages share.
 */
@Component
public class CaseDoor {

    private final ApplicantCases cases;
    private final Catalogue catalogue;
    private final OfficeName.Source offices;
    private final PlaceSettings.Source place;
    private final Clock clock;
    private final ObjectProvider<CaseBelongings> belongings;
    private final OwnReach reach;

    CaseDoor(
            ApplicantCases cases,
            Catalogue catalogue,
            OfficeName.Source offices,
            PlaceSettings.Source place,
            Clock clock,
            ObjectProvider<CaseBelongings> belongings,
            OwnReach reach) {
        this.belongings = belongings;
        this.reach = reach;
        this.cases = cases;
        this.catalogue = catalogue;
        this.offices = offices;
        this.place = place;
        this.clock = clock;
    }

    /** The caller's own case of that number; for others there is none. */
    public FoundCase own(String caseNo, ApplicantPrincipal caller) {
        return cases.own(caseNo, caller).orElseThrow(CaseDoor::notFound);
    }

    /**
     * The caller as they stand on the line of a case: as an agent or a guardian, if they are one.
     */
    public Actor actor(FoundCase found, ApplicantPrincipal caller) {
        return reach.actor(caller, found.applicantHash());
    }

    /** The item as it was when the case was handed in. */
    public ItemDefinition item(FoundCase found) {
        return catalogue.version(found.file().itemKey(), found.file().itemVersion()).definition();
    }

    OfficeName office(FoundCase found) {
        return offices.of(found.file().agency());
    }

    PlaceSettings place() {
        return place.current();
    }

    DayStrips strips(Texts texts) {
        var settings = place.current();
        return new DayStrips(
                texts,
                settings.calendar(),
                LocalDate.now(clock.withZone(settings.zone())),
                settings.soonDays());
    }

    ProgressView view(FoundCase found, Texts texts) {
        return new ProgressView(found.file(), office(found).name(), strips(texts), texts);
    }

    private Timeline timeline(FoundCase found, Texts texts) {
        return new Timeline(found.file(), office(found).name(), place.current().zone(), texts);
    }

    /** Who did what last, and when, in a sentence. An officer is named by the office. */
    public String latest(FoundCase found, Texts texts) {
        var last = cases.lines(found.id()).getLast();
        var byPerson =
                last.event() instanceof CaseEvent.Withdrawn
                        || last.event() instanceof CaseEvent.CorrectionsSupplied;
        return texts.localize(
                "correct.changed",
                byPerson ? last.actorName() : office(found).name(),
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(last.at(), place.current().zone())),
                new CaseWords(texts).event(last.event()).title());
    }

    /** The page of one's own case. */
    ProgressPage ownPage(FoundCase found, Texts texts) {
        var view = view(found, texts);
        var papers = cases.papers(found.id());
        return new ProgressPage(
                CaseNumber.of(found.file().caseNo()).printed(),
                view.title(item(found).name()),
                view.sentence(),
                new Turns(found.file(), texts).first(found.path()),
                view.answered(papers, found.path() + "/papers/"),
                view.stripTitle(),
                strips(texts).view(found.file()),
                timeline(found, texts)
                        .of(
                                cases.lines(found.id()),
                                papers,
                                found.path() + "/papers/",
                                cases.doneByOthers(found)),
                acts(found, texts),
                reads(found, texts),
                cases.files(found.id()).stream()
                        .map(
                                file ->
                                        new Link(
                                                file.name(),
                                                found.path() + "/files/" + file.fileNo()))
                        .toList());
    }

    /** The page for whoever holds number and query code: no files, no acts. */
    ProgressPage openPage(FoundCase found, Texts texts) {
        var view = view(found, texts);
        return new ProgressPage(
                CaseNumber.of(found.file().caseNo()).printed(),
                view.title(item(found).name()),
                view.sentence(),
                new Turns(found.file(), texts).first(found.path()),
                Optional.empty(),
                view.stripTitle(),
                strips(texts).view(found.file()),
                timeline(found, texts).of(cases.lines(found.id()), List.of(), "", Map.of()),
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Link> acts(FoundCase found, Texts texts) {
        var file = found.file();
        return Stream.of(
                        link(
                                ProgressView.isRateable(file),
                                texts.localize("progress.rate"),
                                found.path() + "/rate"),
                        link(
                                ProgressView.isObjectable(file),
                                texts.localize("progress.object"),
                                found.path() + "/object"),
                        link(
                                ProgressView.isWithdrawable(file),
                                texts.localize("progress.withdraw"),
                                found.path() + "/withdraw"))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Link> reads(FoundCase found, Texts texts) {
        var certificate =
                item(found).result().kind() == ResultKind.CERTIFICATE
                        && found.file().result().filter(o -> o == Outcome.GRANTED).isPresent();
        return Stream.of(
                        link(
                                certificate,
                                texts.localize("progress.certificate"),
                                "/my/certificates"),
                        link(true, texts.localize("progress.receipt"), found.path() + "/receipt"),
                        belongings.stream()
                                .flatMap(some -> some.of(found.id()).stream())
                                .map(
                                        whole ->
                                                new Link(
                                                        texts.localize(
                                                                "progress.belongs", whole.name()),
                                                        whole.applicantHref()))
                                .findFirst())
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Link> link(boolean shown, String text, String href) {
        return shown ? Optional.of(new Link(text, href)) : Optional.empty();
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
