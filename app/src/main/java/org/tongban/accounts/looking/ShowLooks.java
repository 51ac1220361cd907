package org.tongban.accounts.looking;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.accounts.CaseLinks;
import org.tongban.accounts.LookSource;
import org.tongban.accounts.LookSource.Line;
import org.tongban.database.RowIds;
import org.tongban.law.LegalBasis;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Option;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;

/**
 * Shows a person in one place who looked at their data: staff, registers that were asked, other
 * systems that checked a fact, whoever used a certificate. Complete, a page at a time.
 */
@Controller
class ShowLooks {

    private static final String HERE = "/my/looks";
    private static final int PAGE = 30;
    private static final int MONTHS = 24;

    /** Nothing is older, and nothing will be asked about beyond. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2999;

    private final List<LookSource> sources;
    private final ObjectProvider<CaseLinks> links;
    private final TextBundles bundles;
    private final Clock clock;

    ShowLooks(
            List<LookSource> sources,
            ObjectProvider<CaseLinks> links,
            TextBundles bundles,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.links = links;
        this.bundles = bundles;
        this.clock = clock;
    }

    /**
     * Shows the page.
     *
     * @param month {@code yyyy-MM}; anything else: all months
     * @param before the last line of the page before
     */
    @GetMapping(HERE)
    @Open(door = Door.APPLICANT, audit = "looks.shown")
    @LegalBasis("practice/identity/ledger")
    Rendered show(
            @RequestParam(defaultValue = "") String month,
            @RequestParam Optional<UUID> before,
            HttpServletRequest request,
            ApplicantPrincipal caller) {
        var texts = bundles.in(Preferences.of(request).locale());
        var dates = new Dates(texts.locale());
        var chosen = month(month);
        var span = span(chosen, before);
        var found = new ArrayList<Line>();
        sources.forEach(source -> found.addAll(source.about(caller.personId(), span, texts)));
        // As the database orders ids; of each record at most a page was read, so none is missed.
        found.sort(Comparator.comparing((Line line) -> line.id().toString()).reversed());
        var shown = found.stream().limit(PAGE).toList();
        var cases = cases(shown, caller);
        var here = HERE + "?month=" + chosen.map(YearMonth::toString).orElse("");
        return Rendered.of(
                "accounts/looks",
                new LooksPage(
                        shown.stream().map(line -> line(line, cases, dates)).toList(),
                        months(),
                        chosen.map(YearMonth::toString).orElse(""),
                        Pager.of(
                                here,
                                before.isEmpty(),
                                found,
                                PAGE,
                                end -> here + "&before=" + end.id())));
    }

    private LookSource.Span span(Optional<YearMonth> month, Optional<UUID> before) {
        var zone = clock.getZone();
        var from =
                month.orElse(YearMonth.of(FIRST_YEAR, 1)).atDay(1).atStartOfDay(zone).toInstant();
        var until =
                month.map(one -> one.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant())
                        .orElseGet(() -> clock.instant().plusSeconds(1));
        var end = RowIds.first(until);
        return new LookSource.Span(
                RowIds.first(from),
                before.filter(id -> id.toString().compareTo(end.toString()) < 0).orElse(end),
                PAGE + 1);
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return Optional.of(YearMonth.parse(typed))
                    .filter(one -> one.getYear() >= FIRST_YEAR && one.getYear() <= LAST_YEAR);
        } catch (DateTimeException all) {
            return Optional.empty();
        }
    }

    private List<Option> months() {
        var now = YearMonth.now(clock);
        return IntStream.range(0, MONTHS)
                .mapToObj(now::minusMonths)
                .map(one -> new Option(one.toString(), one.toString()))
                .toList();
    }

    private Map<UUID, Link> cases(List<Line> shown, ApplicantPrincipal caller) {
        var ids = shown.stream().flatMap(line -> line.caseId().stream()).distinct().toList();
        return links.stream().findFirst().map(some -> some.of(ids, caller)).orElse(Map.of());
    }

    private LooksPage.Line line(Line line, Map<UUID, Link> cases, Dates dates) {
        var at = LocalDateTime.ofInstant(line.at(), clock.getZone());
        return new LooksPage.Line(
                // With the year: the record goes back further than one.
                dates.paperDay(at.toLocalDate()) + " " + dates.time(at),
                line.who(),
                line.office(),
                line.what(),
                line.purpose(),
                line.caseId().flatMap(id -> Optional.ofNullable(cases.get(id))).stream().toList());
    }
}
