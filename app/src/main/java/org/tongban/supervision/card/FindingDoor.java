package org.tongban.supervision.card;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.tongban.access.StaffPrincipal;
import org.tongban.casework.PlaceSettings;
import org.tongban.catalogue.Catalogue;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.supervision.ActOnFinding;
import org.tongban.supervision.Finding;
import org.tongban.supervision.FindingKey;
import org.tongban.supervision.Findings;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/** Who sees which finding, under which address, and how its item and office are called. */
@Component
class FindingDoor {

    static final String FINDINGS = "/staff/findings";

    private final Findings findings;
    private final Catalogue catalogue;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final TextBundles bundles;
    private final Clock clock;

    FindingDoor(
            Findings findings,
            Catalogue catalogue,
            Directory directory,
            PlaceSettings.Source place,
            TextBundles bundles,
            Clock clock) {
        this.findings = findings;
        this.catalogue = catalogue;
        this.directory = directory;
        this.place = place;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** A card is there for the office that answers it and for who supervises that office. */
    Finding visible(UUID caseId, String kind, int ref, StaffPrincipal staff) {
        return Arrays.stream(FindingKey.Kind.values())
                .filter(each -> FindingWords.code(each).equals(kind))
                .findFirst()
                .flatMap(each -> findings.find(new FindingKey(caseId, each, ref)))
                .filter(
                        finding ->
                                ActOnFinding.isOffice(staff, finding.agency())
                                        || ActOnFinding.isSupervisor(staff, finding.agency()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whose cards the reader sees; empty for the whole place. */
    static Optional<Set<String>> scope(StaffPrincipal staff) {
        if (!staff.has("decide") && !staff.has("supervise")) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return staff.has("supervise") && staff.wholeRegion()
                ? Optional.empty()
                : Optional.of(staff.agencies());
    }

    static String href(Finding finding) {
        var key = finding.key();
        return FINDINGS
                + "/"
                + key.caseId()
                + "/"
                + FindingWords.code(key.kind())
                + "/"
                + key.ref();
    }

    String item(Finding finding) {
        return catalogue.version(finding.itemKey(), finding.itemVersion()).name();
    }

    String agency(Finding finding) {
        return directory
                .current()
                .agency(finding.agency())
                .map(Agency::shortName)
                .orElse(finding.agency());
    }

    FindingWords words(HttpServletRequest request) {
        return new FindingWords(
                bundles.in(Preferences.of(request).locale()), clock, place.current().zone());
    }
}
