package org.tongban.casework.publication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tongban.access.Door;
import org.tongban.access.Open;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.law.LegalBasis;
import org.tongban.web.Dates;
import org.tongban.web.Link;
import org.tongban.web.Pager;
import org.tongban.web.Preferences;
import org.tongban.web.Rendered;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/** The public list of grants. */
@Controller
@LegalBasis("licensing/40")
class ShowGrants {

    private static final String GRANTS = "/permits";

    private final PublishedGrants grants;
    private final Directory directory;
    private final TextBundles bundles;

    ShowGrants(PublishedGrants grants, Directory directory, TextBundles bundles) {
        this.grants = grants;
        this.directory = directory;
        this.bundles = bundles;
    }

    @GetMapping(GRANTS)
    @Open(door = Door.PUBLIC, audit = "grants.read")
    Rendered show(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        var texts = bundles.in(Preferences.of(request).locale());
        var chosen = directory.current().agency(agency);
        var firm = code.strip().toUpperCase(Locale.ROOT);
        var asked = Optional.of(firm).filter(each -> !each.isEmpty());
        var found = grants.page(chosen.map(Agency::key), asked, behind(after));
        var first =
                GRANTS
                        + "?agency="
                        + chosen.map(Agency::key).orElse("")
                        + (firm.matches("[0-9A-Z]{1,18}") ? "&code=" + firm : "");
        var next = "";
        if (found.size() > PublishedGrants.PAGE) {
            var last = found.get(PublishedGrants.PAGE - 1);
            next = first + "&after=" + last.decidedOn() + "_" + last.caseId();
        }
        return Rendered.of(
                "casework/publication/grants",
                new GrantsPage(
                        chosen.map(Agency::name).orElse(""),
                        code.strip(),
                        directory.current().agencies().stream()
                                .map(a -> new Link(a.shortName(), GRANTS + "?agency=" + a.key()))
                                .toList(),
                        found.stream()
                                .limit(PublishedGrants.PAGE)
                                .map(grant -> row(grant, texts))
                                .toList(),
                        new Pager(after.isEmpty() ? "" : first, next, "")));
    }

    private GrantsPage.Row row(PublishedGrant grant, Texts texts) {
        var dates = new Dates(texts.locale());
        return new GrantsPage.Row(
                grant.item(),
                grant.holder(),
                grant.creditCode(),
                directory.current().agency(grant.agency()).map(Agency::name).orElse(grant.agency()),
                grant.number(),
                dates.fullDay(grant.decidedOn()),
                grant.revokedOn()
                        .map(day -> texts.localize("grants.revoked", dates.fullDay(day)))
                        .orElse(""));
    }

    /** An address that nobody here wrote begins at the front. */
    private static Optional<PublishedGrants.Place> behind(String text) {
        var parts = text.split("_", -1);
        if (parts.length != 2) return Optional.empty();
        try {
            return Optional.of(
                    new PublishedGrants.Place(
                            LocalDate.parse(parts[0]), UUID.fromString(parts[1])));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
