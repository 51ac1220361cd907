package org.tongban.ratings.report;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.access.StaffPrincipal;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.ratings.Rating;
import org.tongban.ratings.Ratings;
import org.tongban.ratings.Satisfaction;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * What an agency was told lately. Who said it is not shown: a rating is given freely only by those
 * who need not fear it.
 */
@Controller
class ShowRatings {

    /** A quarter of a year: long enough to compare, short enough to read in one go. */
    private static final int DAYS = 90;

    private static final int MOST_WORDS = 30;

    /** Numbers that could be an identity number, a telephone, a case: five digits and more. */
    private static final Pattern TELLING = Pattern.compile("\\d{5,}[Xx]?");

    private final Ratings ratings;
    private final Directory directory;
    private final TextBundles bundles;
    private final Clock clock;

    ShowRatings(Ratings ratings, Directory directory, TextBundles bundles, Clock clock) {
        this.ratings = ratings;
        this.directory = directory;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping("/staff/ratings")
    @Open(door = Door.STAFF, audit = "ratings.shown")
    Rendered show(
            @RequestParam(defaultValue = "") String agency,
            StaffPrincipal staff,
            HttpServletRequest request) {
        var rated = ratings.ratedAgencies(clock.instant().minus(Duration.ofDays(DAYS)));
        var within = within(staff, rated);
        var shown =
                within.stream()
                        .filter(one -> agency.isEmpty() || one.key().equals(agency))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Rendered.of("ratings/report/page", page(shown, within, rated, texts(request)));
    }

    private List<Agency> within(StaffPrincipal staff, List<String> rated) {
        return directory.current().agencies().stream()
                .filter(agency -> staff.reaches(agency.key()))
                // One's own agency first, then those of which something was said, the most first.
                .sorted(
                        Comparator.comparing(
                                        (Agency agency) -> !staff.agencies().contains(agency.key()))
                                .thenComparing(
                                        agency ->
                                                rated.contains(agency.key())
                                                        ? rated.indexOf(agency.key())
                                                        : Integer.MAX_VALUE))
                .toList();
    }

    private ReportPage page(Agency shown, List<Agency> within, List<String> rated, Texts texts) {
        var since = clock.instant().minus(Duration.ofDays(DAYS));
        var counts = ratings.counts(shown.key(), since);
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var good =
                counts.entrySet().stream()
                        .filter(entry -> !entry.getKey().isBad())
                        .mapToInt(Map.Entry::getValue)
                        .sum();
        return new ReportPage(
                shown.name(),
                texts.localize("ratings.period", DAYS),
                within.stream()
                        .filter(agency -> !agency.equals(shown) && rated.contains(agency.key()))
                        .map(a -> new Link(a.shortName(), "/staff/ratings?agency=" + a.key()))
                        .toList(),
                rated.isEmpty() ? "ratings.report.none.place" : "ratings.report.none.text",
                total,
                share(good, total),
                counts.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue(), total, texts))
                        .toList(),
                ratings.latestWords(shown.key(), since, MOST_WORDS).stream()
                        .map(rating -> said(rating, texts))
                        .toList());
    }

    private static ReportPage.Row row(Satisfaction level, int count, int total, Texts texts) {
        return new ReportPage.Row(word(level, texts), level.stars(), count, share(count, total));
    }

    private ReportPage.Said said(Rating rating, Texts texts) {
        var level = rating.satisfaction();
        var word = word(level, texts);
        var at = LocalDateTime.ofInstant(rating.at(), clock.getZone());
        return new ReportPage.Said(
                level.isBad() ? Tag.late(word) : Tag.got(word),
                TELLING.matcher(rating.words().orElse("")).replaceAll("*****"),
                new Dates(texts.locale()).day(at.toLocalDate()));
    }

    private static String word(Satisfaction level, Texts texts) {
        return texts.localize("ratings.level." + level.key());
    }

    private static String share(int part, int total) {
        return total == 0 ? "" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / total);
    }

    private Texts texts(HttpServletRequest request) {
        return bundles.in(Preferences.of(request).locale());
    }
}
