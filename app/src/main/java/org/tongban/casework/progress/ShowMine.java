package org.tongban.casework.progress;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.draft.DraftLine;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.CaseNumber;
import org.tongban.web.Dates;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The list of one's own: what waits for one, drafts, cases. */
@Controller
class ShowMine {

    private final ApplicantCases cases;
    private final Drafts drafts;
    private final CaseDoor door;
    private final Catalogue catalogue;
    private final TextBundles bundles;
    private final WaitingCases waiting;
    private final ObjectProvider<CombinedApplications> combined;

    ShowMine(
            ApplicantCases cases,
            Drafts drafts,
            CaseDoor door,
            Catalogue catalogue,
            TextBundles bundles,
            WaitingCases waiting,
            ObjectProvider<CombinedApplications> combined) {
        this.combined = combined;
        this.cases = cases;
        this.drafts = drafts;
        this.door = door;
        this.catalogue = catalogue;
        this.bundles = bundles;
        this.waiting = waiting;
    }

    /**
     * Shows the list.
     *
     * @param after where the page before ended: microseconds since 1970, a dot, the case's id
     */
    @GetMapping("/my")
    @Open(door = Door.APPLICANT, audit = "cases.own-listed")
    Rendered show(
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = bundles.in(Preferences.of(request).locale());
        var cursor = cursor(after);
        var found = cases.of(caller, cursor);
        var shown = found.stream().limit(ApplicantCases.PAGE).toList();
        var strips = door.strips(texts);
        var dates = new Dates(texts.locale());
        var zone = door.place().zone();
        var rows =
                shown.stream()
                        .map(
                                one ->
                                        new MyPage.CaseRow(
                                                door.item(one).name(),
                                                CaseNumber.of(one.file().caseNo()).printed(),
                                                sent(one.submittedAt(), zone, dates, texts),
                                                one.path(),
                                                strips.days(one.file()),
                                                strips.tag(one.file())))
                        .toList();
        return Rendered.of(
                "casework/progress/my",
                new MyPage(
                        caller.name(),
                        cursor.isEmpty() ? waiting.of(caller, texts) : List.of(),
                        cursor.isEmpty() ? drafts(caller, zone, texts) : List.of(),
                        cursor.isEmpty() ? combined(caller, zone, texts) : List.of(),
                        rows,
                        pager(cursor.isPresent(), found, shown)));
    }

    private List<MyPage.DraftRow> drafts(ApplicantPrincipal caller, ZoneId zone, Texts texts) {
        var dates = new Dates(texts.locale());
        return drafts.openOf(caller.accountId()).stream()
                .map(
                        draft ->
                                new MyPage.DraftRow(
                                        name(draft),
                                        texts.localize(
                                                "my.draft.saved",
                                                dates.moment(
                                                        draft.updatedAt()
                                                                .atZone(zone)
                                                                .toLocalDateTime())),
                                        "/drafts/" + draft.id()))
                .toList();
    }

    private String name(DraftLine draft) {
        return draft.combined().isEmpty()
                ? catalogue.version(draft.itemKey(), draft.itemVersion()).name()
                : combined.stream()
                        .flatMap(some -> some.current(draft.combined()).stream())
                        .map(PublishedItem::name)
                        .findFirst()
                        .orElse(draft.combined());
    }

    /** What was applied for once and became several cases, the latest first. */
    private List<MyPage.CaseRow> combined(ApplicantPrincipal caller, ZoneId zone, Texts texts) {
        var dates = new Dates(texts.locale());
        return combined.stream()
                .flatMap(some -> some.latest(caller, texts.locale()).stream())
                .map(
                        one ->
                                new MyPage.CaseRow(
                                        one.name(),
                                        one.number(),
                                        sent(one.sentAt(), zone, dates, texts),
                                        one.href(),
                                        List.of(),
                                        one.tag()))
                .toList();
    }

    private static String sent(Instant at, ZoneId zone, Dates dates, Texts texts) {
        return texts.localize("my.sent", dates.fullDay(at.atZone(zone).toLocalDate()));
    }

    private static Pager pager(boolean further, List<FoundCase> found, List<FoundCase> shown) {
        var next = found.size() > shown.size() ? "/my?after=" + written(shown.getLast()) : "";
        return new Pager(further ? "/my" : "", next, "");
    }

    private static String written(FoundCase last) {
        var at = last.submittedAt();
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000 + "." + last.id();
    }

    private static Optional<ApplicantCases.Cursor> cursor(String written) {
        var dot = written.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            var micros = Long.parseLong(written.substring(0, dot));
            return Optional.of(
                    new ApplicantCases.Cursor(
                            Instant.ofEpochSecond(
                                    Math.floorDiv(micros, 1_000_000L),
                                    Math.floorMod(micros, 1_000_000L) * 1_000),
                            UUID.fromString(written.substring(dot + 1))));
        } catch (IllegalArgumentException | java.time.DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
