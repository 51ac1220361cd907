package org.tongban.packages.apply;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.access.ApplicantPrincipal;
import org.tongban.casework.Applicant;
import org.tongban.casework.CombinedApplications;
import org.tongban.casework.OwnReach;
import org.tongban.casework.PlaceSettings;
import org.tongban.casework.draft.Drafts;
import org.tongban.catalogue.Catalogue;
import org.tongban.catalogue.PublishedItem;
import org.tongban.codes.InvestmentProjectCode;
import org.tongban.codes.Parsed;
import org.tongban.codes.RegionCode;
import org.tongban.database.RowIds;
import org.tongban.database.RunningNumbers;
import org.tongban.directory.Directory;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.Packages;
import org.tongban.packages.PublishedPackage;
import org.tongban.packages.course.PackageCase;
import org.tongban.packages.course.PackageCases;
import org.tongban.packages.course.PackageCases.NewPart;
import org.tongban.packages.course.PartState;
import org.tongban.packages.course.PartsReady;
import org.tongban.packages.course.Share;
import org.tongban.packages.course.WholeState;
import org.tongban.packages.course.WholeTags;
import org.tongban.packages.merge.Chosen;
import org.tongban.packages.merge.Split;
import org.tongban.web.TextBundles;
import org.tongban.web.Texts;

/**
 * Writing and sending an application for a package. Sending stores one row with its parts and marks
 * the draft, in one transaction; the cases are made afterwards, each by itself.
 */
@Component
class ApplyForPackage implements CombinedApplications {

    private final Packages packages;
    private final Catalogue catalogue;
    private final OwnReach reach;
    private final PackageOffers offers;
    private final Shares shares;
    private final Lookups lookups;
    private final PackageCases store;
    private final Drafts drafts;
    private final Directory directory;
    private final PlaceSettings.Source place;
    private final RunningNumbers numbers;
    private final RowIds ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TextBundles bundles;
    private final ApplicationEventPublisher publisher;

    ApplyForPackage(
            Packages packages,
            Catalogue catalogue,
            OwnReach reach,
            PackageOffers offers,
            Shares shares,
            Lookups lookups,
            PackageCases store,
            Drafts drafts,
            Directory directory,
            PlaceSettings.Source place,
            RunningNumbers numbers,
            RowIds ids,
            Clock clock,
            TransactionTemplate transaction,
            TextBundles bundles,
            ApplicationEventPublisher publisher) {
        this.packages = packages;
        this.catalogue = catalogue;
        this.reach = reach;
        this.offers = offers;
        this.shares = shares;
        this.lookups = lookups;
        this.store = store;
        this.drafts = drafts;
        this.directory = directory;
        this.place = place;
        this.numbers = numbers;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        this.bundles = bundles;
        this.publisher = publisher;
    }

    @Override
    public Optional<PublishedItem> current(String key) {
        return packages.current(key).flatMap(offers::widestOf);
    }

    @Override
    public Optional<PublishedItem> narrowed(
            String key, Applicant applicant, Map<String, String> situation) {
        return packages.latest(key)
                .map(
                        pack ->
                                offers.merged(
                                        pack,
                                        offers.chosen(pack.definition(), applicant, situation)));
    }

    @Override
    public List<PublishedItem> parts(String key) {
        return packages.current(key).stream()
                .flatMap(pack -> pack.definition().items().stream())
                .flatMap(member -> catalogue.current(member.item()).stream())
                .toList();
    }

    @Override
    public String guide(String key) {
        return "/packages/" + key;
    }

    @Override
    public Optional<String> address(UUID draft) {
        return store.find(draft).map(PackageCase::path);
    }

    @Override
    public List<Line> latest(ApplicantPrincipal caller, Locale language) {
        var texts = bundles.in(language);
        return store.latest(caller.accountId()).stream()
                // A name says what somebody else is about, once the right to act for them has
                // ended.
                .filter(one -> reach.isStillTheirs(caller, one.caseIds()))
                .map(
                        one ->
                                new Line(
                                        name(one),
                                        one.no(),
                                        one.submittedAt(),
                                        one.path(),
                                        WholeTags.of(one, texts)))
                .toList();
    }

    private String name(PackageCase one) {
        return packages.version(one.packageKey(), one.packageVersion())
                .map(pack -> pack.definition().name())
                .orElse(one.packageKey());
    }

    @Override
    public Sent send(Ready ready) {
        var chinese = bundles.in(Locale.SIMPLIFIED_CHINESE);
        var open = packages.current(ready.key());
        if (open.isEmpty()) {
            return new Sent.Missing(List.of(chinese.localize("packages.closed")));
        }
        var pack = open.get();
        var chosen = offers.chosen(pack.definition(), ready.applicant(), ready.situation());
        if (chosen.isEmpty()) {
            return new Sent.Missing(List.of(chinese.localize("packages.nothing-chosen")));
        }
        var split = new Split(pack.definition());
        var judged =
                chosen.stream().map(one -> shares.judge(one, share(split, one, ready))).toList();
        var missing = missing(chosen, judged, chinese);
        if (!missing.isEmpty()) return new Sent.Missing(missing);
        var sent = transaction.execute(_ -> store(ready, pack, chosen, judged));
        publisher.publishEvent(new PartsReady());
        return sent == null ? new Sent.Changed() : sent;
    }

    private static Share share(Split split, Chosen one, Ready ready) {
        var own = split.of(one, ready.situation(), ready.typed(), ready.files(), ready.pledges());
        return new Share(
                ready.applicant(),
                own.situation(),
                own.typed(),
                own.files(),
                own.pledges(),
                Set.of());
    }

    private static List<String> missing(
            List<Chosen> chosen, List<Shares.Judged> judged, Texts chinese) {
        var sentences = new ArrayList<String>();
        for (var at = 0; at < chosen.size(); at++) {
            var lacks = judged.get(at).missing();
            if (!lacks.isEmpty()) {
                sentences.add(
                        chinese.localize(
                                "packages.part-lacks",
                                chosen.get(at).definition().name(),
                                String.join("、", lacks)));
            }
        }
        return sentences;
    }

    private Sent store(
            Ready ready, PublishedPackage pack, List<Chosen> chosen, List<Shares.Judged> judged) {
        if (!drafts.markSent(ready.draft(), ready.seen())) {
            return store.find(ready.draft())
                    .<Sent>map(there -> new Sent.Done(there.path()))
                    .orElseGet(Sent.Changed::new);
        }
        var settings = place.current();
        var now = clock.instant();
        var today = now.atZone(settings.zone()).toLocalDate();
        var whole =
                new Share(
                        ready.applicant(),
                        ready.situation(),
                        ready.typed(),
                        ready.files(),
                        ready.pledges(),
                        Set.of());
        var made =
                new PackageCase(
                        ready.draft(),
                        number(settings, today),
                        pack.key(),
                        pack.version(),
                        ready.accountId(),
                        ready.callerName(),
                        ready.delivery(),
                        WholeState.RUNNING,
                        now,
                        today,
                        settings.calendar().plusWorkingDays(today, pack.definition().limitDays()),
                        Optional.empty(),
                        Saved.of(
                                offers.merged(pack, chosen).definition(),
                                whole,
                                chosen,
                                judged.stream().map(Shares.Judged::applies).toList(),
                                directory.current().offeredRegions()),
                        projectCode(ready, pack),
                        List.of());
        return new Sent.Done(store.open(made, newParts(ready, pack, chosen, judged)).path());
    }

    /** As the form has taken it; one that is not of the right form is not there. */
    private static Optional<String> projectCode(Ready ready, PublishedPackage pack) {
        return Optional.ofNullable(pack.definition().projectCode()).map(ready.typed()::get).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(InvestmentProjectCode::read)
                .flatMap(
                        read ->
                                read instanceof Parsed.Valid<InvestmentProjectCode>(var code)
                                        ? Optional.of(code.value())
                                        : Optional.empty());
    }

    private List<NewPart> newParts(
            Ready ready, PublishedPackage pack, List<Chosen> chosen, List<Shares.Judged> judged) {
        var parts = new ArrayList<NewPart>();
        var wanted = new HashSet<String>();
        chosen.forEach(one -> one.needs().forEach(need -> wanted.add(need.on())));
        for (var query : pack.definition().queries()) {
            // Nobody's certificate is looked at for nothing.
            if (!wanted.contains(query.key())) continue;
            var found = lookups.look(query, ready.applicant());
            parts.add(
                    new NewPart(
                            part(
                                    query.key(),
                                    parts.size(),
                                    Optional.empty(),
                                    query.agency(),
                                    query.name(),
                                    List.of(),
                                    found.state(),
                                    Optional.of(found.note())),
                            Optional.empty()));
        }
        for (var at = 0; at < chosen.size(); at++) {
            var one = chosen.get(at);
            parts.add(
                    new NewPart(
                            part(
                                    one.key(),
                                    parts.size(),
                                    Optional.of(one.item().version()),
                                    one.definition().agency(),
                                    one.definition().name(),
                                    one.needs().stream().map(Need::on).toList(),
                                    PartState.WAITING,
                                    Optional.empty()),
                            Optional.of(judged.get(at).share())));
        }
        return parts;
    }

    private PackageCase.Part part(
            String key,
            int place,
            Optional<Integer> version,
            String agency,
            String name,
            List<String> needs,
            PartState state,
            Optional<String> note) {
        return new PackageCase.Part(
                key,
                place,
                version,
                agency,
                name,
                version.map(_ -> ids.next()),
                needs,
                state,
                Optional.empty(),
                note,
                false,
                Optional.empty(),
                state.isOver() ? Optional.of(clock.instant()) : Optional.empty());
    }

    private String number(PlaceSettings settings, java.time.LocalDate today) {
        var region = RegionCode.of(settings.regionCode()).six();
        var day = today.toString().replace("-", "");
        return "YJS%s%s%05d"
                .formatted(region, day, numbers.next("package:" + region + ":" + today));
    }
}
