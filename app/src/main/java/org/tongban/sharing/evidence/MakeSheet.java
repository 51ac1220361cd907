package org.tongban.sharing.evidence;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.casework.EvidenceSource;
import org.tongban.database.RowIds;
import org.tongban.directory.Directory;
import org.tongban.documents.DocumentMaker;
import org.tongban.documents.Seals;
import org.tongban.documents.seal.SealOwner;
import org.tongban.files.FileStore;
import org.tongban.sharing.Resource;
import org.tongban.sharing.asking.Answer;
import org.tongban.web.Dates;
import org.tongban.web.Preferences;
import org.tongban.web.TextBundles;

/** Makes the sealed sheet of what a register said, for one case. */
@Component
class MakeSheet {

    private final DocumentMaker maker;
    private final Seals seals;
    private final FileStore store;
    private final Directory directory;
    private final TextBundles bundles;
    private final RowIds ids;
    private final Clock clock;

    MakeSheet(
            DocumentMaker maker,
            Seals seals,
            FileStore store,
            Directory directory,
            TextBundles bundles,
            RowIds ids,
            Clock clock) {
        this.maker = maker;
        this.seals = seals;
        this.store = store;
        this.directory = directory;
        this.bundles = bundles;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this machine can set type. */
    boolean canBeMade() {
        return maker.typesetter().isPresent();
    }

    SharedUse.Copy make(EvidenceSource.Purpose purpose, Resource resource, Answer.Known known) {
        // The law's language, whichever the reader of the page has chosen.
        var words = bundles.in(Preferences.CHINESE);
        var dates = new Dates(Preferences.CHINESE);
        var agency = directory.current().agency(purpose.agency()).orElseThrow();
        var at = dates.moment(LocalDateTime.ofInstant(known.at(), clock.getZone()));
        var entry = known.entry();
        var lines = new ArrayList<SharedSheet.Line>();
        lines.add(new SharedSheet.Line(words.localize("sharing.sheet.number"), entry.number()));
        lines.add(new SharedSheet.Line(words.localize("sharing.sheet.issuer"), entry.issuer()));
        lines.add(
                new SharedSheet.Line(
                        words.localize("sharing.sheet.until"),
                        entry.lastDay()
                                .map(dates::paperDay)
                                .orElseGet(() -> words.localize("sharing.sheet.without-end"))));
        resource.parts().stream()
                .filter(part -> entry.data().containsKey(part.key()))
                .forEach(
                        part ->
                                lines.add(
                                        new SharedSheet.Line(
                                                part.label(),
                                                entry.data().getOrDefault(part.key(), ""))));
        var sheet =
                new SharedSheet(
                        words.localize("sharing.sheet.title"),
                        agency.name(),
                        words.localize(
                                known.simulated()
                                        ? "sharing.sheet.lead.simulated"
                                        : "sharing.sheet.lead",
                                agency.name(),
                                purpose.itemName(),
                                at,
                                resource.name()),
                        List.copyOf(lines),
                        words.localize("sharing.sheet.foot", purpose.itemName()));
        var owner = new SealOwner(agency.key(), agency.name(), agency.creditCode());
        var seal = seals.of(owner, words.localize("sharing.sheet.seal"));
        var content = maker.make(sheet.set(maker.typesetter().orElseThrow()), seal).pdf();
        return new SharedUse.Copy(ids.next(), store.putOwn(content).sm3(), content.length);
    }
}
