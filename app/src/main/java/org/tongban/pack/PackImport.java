package org.tongban.pack;

import static org.tongban.schema.Tables.ITEM;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongban.accounts.Accounts;
import org.tongban.accounts.DemonstrationApplicants;
import org.tongban.accounts.PrivatePart;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.LegalToday;
import org.tongban.catalogue.publish.ChangeBase;
import org.tongban.catalogue.publish.Publication;
import org.tongban.catalogue.publish.PublishItems;
import org.tongban.catalogue.publish.PublishItems.Placed;
import org.tongban.catalogue.publish.Terms;
import org.tongban.catalogue.search.WordBook;
import org.tongban.directory.Agency;
import org.tongban.directory.Centre;
import org.tongban.directory.Directory;
import org.tongban.directory.DirectoryImport;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.Region;
import org.tongban.directory.Window;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackReader;
import org.tongban.packages.Packages;
import org.tongban.packages.Zones;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a pack in force: all of it or nothing. Importing the same pack again changes nothing; an
 * item that says the same as before gets no new version.
 */
@Component
public class PackImport {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Directory directory;
    private final Accounts accounts;
    private final CertificateTypes certificateTypes;
    private final SharedResources resources;
    private final ChangeBase bases;
    private final PublishItems items;
    private final WordBook words;
    private final Packages packages;
    private final Zones zones;
    private final Clock clock;

    PackImport(
            DSLContext db,
            PlatformTransactionManager transactions,
            Directory directory,
            Accounts accounts,
            CertificateTypes certificateTypes,
            SharedResources resources,
            ChangeBase bases,
            PublishItems items,
            WordBook words,
            Packages packages,
            Zones zones,
            Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.directory = directory;
        this.accounts = accounts;
        this.certificateTypes = certificateTypes;
        this.resources = resources;
        this.bases = bases;
        this.items = items;
        this.words = words;
        this.packages = packages;
        this.zones = zones;
        this.clock = clock;
    }

    /**
     * What an import came to.
     *
     * @param faults of the check; with an error among them nothing was imported
     * @param baseChanged entries of the base list that are new or changed
     * @param noLongerNamed keys of items in the database that the pack does not have; they stay
     */
    public record Imported(
            List<PackFault> faults,
            int created,
            int changed,
            int unchanged,
            int baseChanged,
            List<String> noLongerNamed) {

        public Imported {
            faults = List.copyOf(faults);
            noLongerNamed = List.copyOf(noLongerNamed);
        }

        /** The errors, a line each, as a person reads them. */
        public List<String> errors() {
            return faults.stream().filter(PackFault::isError).map(PackFault::printed).toList();
        }

        public boolean isDone() {
            return faults.stream().noneMatch(PackFault::isError);
        }
    }

    /**
     * Checks and imports.
     *
     * @param demonstrationPassword given to the staff and applicants of a demonstration; empty: the
     *     pack's applicants are left out and staff get their passwords one by one
     * @throws IOException when the folder cannot be read
     */
    public Imported run(Path folder, Optional<String> demonstrationPassword) throws IOException {
        var checked = PackCheck.check(PackReader.read(folder));
        if (checked.content().isEmpty()) {
            return new Imported(checked.faults(), 0, 0, 0, 0, List.of());
        }
        var content = checked.content().get();
        var published = new ArrayList<Publication>();
        var baseChanges = new ArrayList<ChangeBase.Changed>();
        transaction.executeWithoutResult(
                _ -> {
                    directory.replaceWith(directory(content), demonstrationPassword);
                    demonstrationPassword.ifPresent(
                            password ->
                                    accounts.importDemonstration(applicants(content), password));
                    content.certificateTypes().forEach(certificateTypes::put);
                    content.resources().forEach(resources::put);
                    var today = LegalToday.of(clock);
                    content.base().forEach(base -> baseChanges.add(bases.put(base, today, "配置包")));
                    published.addAll(publish(content.items(), today));
                    words.replaceWith(content.words());
                    packages.replaceWith(content.packages());
                    zones.replaceWith(content.zones());
                });
        return new Imported(
                checked.faults(),
                count(published, Publication.Created.class),
                count(published, Publication.Changed.class),
                count(published, Publication.Unchanged.class),
                (int) baseChanges.stream().filter(ChangeBase.Changed::isNew).count(),
                noLongerNamed(content.items()));
    }

    private List<Publication> publish(List<ItemDefinition> definitions, LocalDate today) {
        var places = new HashMap<String, Integer>();
        return items.publish(
                definitions.stream()
                        .map(item -> new Placed(item, places.merge(item.agency(), 1, Integer::sum)))
                        .toList(),
                Terms.from(today, Terms.Cause.PACK));
    }

    private List<String> noLongerNamed(List<ItemDefinition> definitions) {
        var named = new HashSet<>(definitions.stream().map(ItemDefinition::key).toList());
        return db
                .select(ITEM.ITEM_KEY)
                .from(ITEM)
                .orderBy(ITEM.ITEM_KEY)
                .fetch(ITEM.ITEM_KEY)
                .stream()
                .filter(key -> !named.contains(key))
                .toList();
    }

    private static int count(List<Publication> all, Class<? extends Publication> kind) {
        return (int) all.stream().filter(kind::isInstance).count();
    }

    private static DirectoryImport directory(PackContent pack) {
        var place = pack.place();
        var region = String.valueOf(place.get("region"));
        return new DirectoryImport(
                new Place.Identity(
                        String.valueOf(place.get("name")),
                        region,
                        String.valueOf(place.get("hotline")),
                        MAPPER.writeValueAsString(PlaceFile.policies(place, pack.notices()))),
                pack.regions().stream()
                        .map(
                                r ->
                                        new Region(
                                                r.code(),
                                                r.name(),
                                                Region.Level.valueOf(upper(r.level())),
                                                Optional.ofNullable(r.parent()),
                                                r.virtual()))
                        .toList(),
                pack.agencies().stream().map(agency -> agency(agency, region)).toList(),
                pack.centres().stream().map(PackImport::centre).toList(),
                pack.staff().posts().stream()
                        .map(
                                post ->
                                        new Post(
                                                post.key(),
                                                post.name(),
                                                Optional.ofNullable(post.agency()),
                                                Optional.ofNullable(post.window()),
                                                new HashSet<>(post.rights()),
                                                Post.Scope.valueOf(upper(post.scope()))))
                        .toList(),
                pack.staff().people().stream()
                        .map(
                                person ->
                                        new DirectoryImport.Person(
                                                person.login(),
                                                person.name(),
                                                person.staffNo(),
                                                person.posts(),
                                                Optional.ofNullable(person.demoRole())))
                        .toList());
    }

    private static Agency agency(PackContent.Agency agency, String region) {
        return new Agency(
                agency.key(),
                agency.name(),
                agency.shortName(),
                agency.noticeMark(),
                agency.creditCode(),
                Agency.Kind.valueOf(upper(agency.kind())),
                Agency.WindowKind.valueOf(upper(agency.windowKind())),
                figure(agency.windows()),
                figure(agency.front()),
                figure(agency.back()),
                Optional.ofNullable(agency.note()),
                agency.phone(),
                agency.complaintPhone(),
                agency.address(),
                Optional.ofNullable(agency.region()).orElse(region));
    }

    private static Centre centre(PackContent.Centre centre) {
        return new Centre(
                centre.key(),
                centre.name(),
                centre.region(),
                centre.address(),
                centre.hours(),
                centre.windows().stream()
                        .map(
                                window ->
                                        new Window(
                                                window.key(),
                                                centre.key(),
                                                window.name(),
                                                Optional.ofNullable(window.agency())))
                        .toList());
    }

    private static DemonstrationApplicants applicants(PackContent pack) {
        return new DemonstrationApplicants(
                pack.applicants().people().stream()
                        .map(
                                person ->
                                        new DemonstrationApplicants.DemonstrationPerson(
                                                Optional.ofNullable(person.login()),
                                                person.name(),
                                                new PrivatePart(
                                                        person.idNumber(),
                                                        person.mobile(),
                                                        person.address()),
                                                Optional.ofNullable(person.demoRole())))
                        .toList(),
                pack.applicants().firms().stream()
                        .map(
                                firm ->
                                        new DemonstrationApplicants.DemonstrationFirm(
                                                firm.name(),
                                                firm.creditCode(),
                                                firm.representative(),
                                                firm.address(),
                                                firm.agents()))
                        .toList());
    }

    private static OptionalInt figure(@Nullable Integer figure) {
        return figure == null ? OptionalInt.empty() : OptionalInt.of(figure);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
