package org.tongban.certificates.facts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.casework.ApplicantHashes;
import org.tongban.catalogue.Catalogue;
import org.tongban.certificates.FactChecks;
import org.tongban.certificates.FactChecks.Asked;
import org.tongban.certificates.KnownTypes;
import org.tongban.web.Dates;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.Tag;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** Shows what other systems asked: a person what concerns them, an overseer everything. */
@Controller
class ShowAsked {

    private static final String MINE = "/my/fact-checks";
    private static final String ALL = "/staff/fact-checks";

    private final FactChecks checks;
    private final ApplicantHashes hashes;
    private final KnownTypes types;
    private final Catalogue catalogue;
    private final TextBundles bundles;
    private final Clock clock;

    ShowAsked(
            FactChecks checks,
            ApplicantHashes hashes,
            KnownTypes types,
            Catalogue catalogue,
            TextBundles bundles,
            Clock clock) {
        this.checks = checks;
        this.hashes = hashes;
        this.types = types;
        this.catalogue = catalogue;
        this.bundles = bundles;
        this.clock = clock;
    }

    @GetMapping(MINE)
    @Open(door = Door.APPLICANT, audit = "fact-checks.shown")
    Rendered mine(
            @RequestParam Optional<UUID> before,
            ApplicantPrincipal caller,
            HttpServletRequest request) {
        var found = checks.about(hashes.of(caller.personId()), before);
        return Rendered.of("certificates/facts/mine", page(found, MINE, before, request));
    }

    @GetMapping(ALL)
    @Open(door = Door.STAFF, right = "supervise", audit = "fact-checks.listed")
    Rendered all(@RequestParam Optional<UUID> before, HttpServletRequest request) {
        return Rendered.of(
                "certificates/facts/all", page(checks.all(before), ALL, before, request));
    }

    private AskedPage page(
            List<Asked> found, String here, Optional<UUID> before, HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var names = types.names();
        var page = found.stream().limit(FactChecks.PAGE).toList();
        return new AskedPage(
                page.stream().map(asked -> line(asked, names, texts)).toList(),
                new Pager(
                        before.isPresent() ? here : "",
                        found.size() > page.size() ? here + "?before=" + page.getLast().id() : "",
                        ""));
    }

    private AskedPage.Line line(Asked asked, Map<String, String> names, Texts texts) {
        return new AskedPage.Line(
                asked.clientName(),
                names.getOrDefault(asked.type(), asked.type()),
                catalogue
                        .current(asked.item())
                        .map(item -> item.definition().name())
                        .orElse(asked.item()),
                asked.purpose(),
                new Dates(texts.locale())
                        .moment(LocalDateTime.ofInstant(asked.at(), clock.getZone())),
                tag(asked, texts));
    }

    private static Tag tag(Asked asked, Texts texts) {
        var words =
                texts.localize("library.fact." + asked.answer().name().toLowerCase(Locale.ROOT));
        return switch (asked.answer()) {
            case YES -> Tag.got(words);
            case NO, UNKNOWN -> Tag.plain(words);
            case REFUSED -> Tag.stop(words);
        };
    }
}
