package org.tongban.pack;

import static org.tongban.schema.Tables.ITEM;
import static org.tongban.schema.Tables.ITEM_VERSION;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.search.PeoplesWords;
import org.tongban.catalogue.search.WordBook;
import org.tongban.directory.Agency;
import org.tongban.directory.Centre;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.directory.StaffMember;
import org.tongban.pack.text.PackReader;
import org.tongban.pack.text.PackShapes;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.Shape;
import org.tongban.packages.PackageJson;
import org.tongban.packages.Packages;
import org.tongban.packages.Zones;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Writes what is in force as a pack that can be imported again. Applicants are not written: they
 * are personal data, and belong to a place's people, not to its configuration.
 */
@Component
public class PackExport {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final YAMLMapper YAML =
            YAMLMapper.builder()
                    .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                    .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
                    .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .disable(YAMLWriteFeature.SPLIT_LINES)
                    .build();

    private final DSLContext db;
    private final Directory directory;
    private final CertificateTypes certificateTypes;
    private final SharedResources resources;
    private final WordBook words;
    private final BaseList bases;
    private final Packages packages;
    private final Zones zones;

    PackExport(
            DSLContext db,
            Directory directory,
            CertificateTypes certificateTypes,
            SharedResources resources,
            WordBook words,
            BaseList bases,
            Packages packages,
            Zones zones) {
        this.zones = zones;
        this.packages = packages;
        this.db = db;
        this.words = words;
        this.directory = directory;
        this.certificateTypes = certificateTypes;
        this.resources = resources;
        this.bases = bases;
    }

    /**
     * Writes the pack.
     *
     * @param folder empty or not there yet, so that nothing of an older pack stays in it
     * @return the number of items written
     * @throws IOException when the folder is not empty or cannot be written
     */
    public int run(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var present = Files.list(folder)) {
            if (present.findAny().isPresent()) throw new FolderNotEmpty(folder);
        }
        if (directory.current().identity().isEmpty()) throw new NothingToExport();
        var place = directory.current();
        place(folder, place);
        regions(folder, place);
        write(
                folder.resolve("agencies.yaml"),
                PackShapes.AGENCIES,
                place.agencies().stream().map(agency -> agency(agency, place)).toList());
        write(
                folder.resolve("centres.yaml"),
                PackShapes.CENTRES,
                place.centres().stream().map(PackExport::centre).toList());
        write(
                folder.resolve("staff.yaml"),
                PackShapes.STAFF,
                Map.of(
                        "posts",
                        place.posts().stream().map(PackExport::post).toList(),
                        "people",
                        place.staff().stream()
                                .filter(StaffMember::active)
                                .map(PackExport::person)
                                .toList()));
        write(
                folder.resolve("certificate-types.yaml"),
                PackShapes.CERTIFICATE_TYPES,
                certificateTypes.all().stream()
                        .map(type -> JSON.convertValue(type, Map.class))
                        .toList());
        resources(folder.resolve("resources"));
        words(folder);
        base(folder.resolve("base"));
        packages(folder.resolve(PackText.PACKAGES));
        var composed = zones.trees();
        if (!composed.isEmpty()) write(folder.resolve(PackText.ZONES), PackShapes.ZONES, composed);
        return items(folder.resolve("items"));
    }

    private void resources(Path folder) throws IOException {
        var all = resources.all();
        if (!all.isEmpty()) Files.createDirectories(folder);
        for (var resource : all) {
            write(
                    folder.resolve(resource.key() + ".yaml"),
                    PackShapes.RESOURCE,
                    JSON.convertValue(resource, Map.class));
        }
    }

    /** No pack has been imported yet. */
    public static final class NothingToExport extends IOException {
        NothingToExport() {
            super("no pack has been imported yet");
        }
    }

    /** An export would mix with what is in the folder. */
    public static final class FolderNotEmpty extends IOException {
        FolderNotEmpty(Path folder) {
            super(folder.toString());
        }
    }

    private void place(Path folder, Place place) throws IOException {
        var identity = place.identity();
        if (identity.isEmpty()) return;
        var stored =
                JSON.readValue(
                        identity.get().policies(), new TypeReference<Map<String, Object>>() {});
        write(
                folder.resolve("place.yaml"),
                PackShapes.PLACE,
                PlaceFile.tree(
                        identity.get().name(),
                        identity.get().region(),
                        identity.get().hotline(),
                        stored));
        var notices = PlaceFile.notices(stored);
        if (!notices.isEmpty()) {
            write(folder.resolve("notices.yaml"), PackShapes.NOTICES, notices);
        }
    }

    private void words(Path folder) throws IOException {
        var known = words.read();
        if (known.equals(PeoplesWords.NONE)) return;
        write(folder.resolve("words.yaml"), PackShapes.WORDS, JSON.convertValue(known, Map.class));
    }

    private static void regions(Path folder, Place place) throws IOException {
        var format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
        try (var writer =
                        Files.newBufferedWriter(
                                folder.resolve(PackReader.REGIONS), StandardCharsets.UTF_8);
                var csv = new CSVPrinter(writer, format)) {
            csv.printRecord("code", "name", "level", "parent", "virtual");
            for (var region : place.regions()) {
                csv.printRecord(
                        region.code(),
                        region.name(),
                        lower(region.level()),
                        region.parent().orElse(""),
                        region.virtual());
            }
        }
    }

    /** The base list, a file for each type. */
    private void base(Path folder) throws IOException {
        var byType = new TreeMap<String, List<Map<String, Object>>>();
        bases.after("", PackReader.MOST_FILES)
                .forEach(
                        item ->
                                byType.computeIfAbsent(item.type(), _ -> new ArrayList<>())
                                        .add(ItemJson.tree(item)));
        if (!byType.isEmpty()) Files.createDirectories(folder);
        for (var type : byType.entrySet()) {
            write(
                    folder.resolve("type-" + type.getKey() + ".yaml"),
                    PackShapes.BASE,
                    type.getValue());
        }
    }

    private void packages(Path folder) throws IOException {
        var all = packages.all();
        if (!all.isEmpty()) Files.createDirectories(folder);
        for (var one : all) {
            write(
                    folder.resolve(one.key() + ".yaml"),
                    PackShapes.PACKAGE,
                    PackageJson.tree(one.definition()));
        }
    }

    private int items(Path folder) {
        var written = new int[1];
        db.select(ITEM_VERSION.DEFINITION, DSL.coalesce(ITEM.BASE_CODE, ""))
                .from(ITEM)
                .join(ITEM_VERSION)
                .on(ITEM_VERSION.ITEM_KEY.eq(ITEM.ITEM_KEY))
                .and(ITEM_VERSION.VERSION.eq(ITEM.CURRENT_VERSION))
                .where(ITEM.STATE.eq("in_use"))
                .orderBy(ITEM.AGENCY_KEY, ITEM.PLACE_IN_LIST, ITEM.ITEM_KEY)
                .forEach(
                        row -> {
                            item(
                                    folder,
                                    ItemJson.read(row.value1().data()),
                                    !row.value2().isEmpty());
                            written[0]++;
                        });
        return written[0];
    }

    private static void item(Path folder, ItemDefinition item, boolean inherits) {
        try {
            var ofAgency = folder.resolve(item.agency());
            Files.createDirectories(ofAgency);
            write(
                    ofAgency.resolve(item.key() + ".yaml"),
                    PackShapes.ITEM,
                    inherits ? Inheritance.own(item) : ItemJson.tree(item));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, @Nullable Object> agency(Agency agency, Place place) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("key", agency.key());
        tree.put("name", agency.name());
        tree.put("shortName", agency.shortName());
        tree.put("noticeMark", agency.noticeMark());
        tree.put("creditCode", agency.creditCode());
        tree.put("kind", lower(agency.kind()));
        tree.put("windowKind", lower(agency.windowKind()));
        tree.put("windows", figure(agency.windows()));
        tree.put("front", figure(agency.front()));
        tree.put("back", figure(agency.back()));
        tree.put("note", agency.note().orElse(null));
        tree.put("phone", agency.phone());
        tree.put("complaintPhone", agency.complaintPhone());
        tree.put("address", agency.address());
        var own = place.identity().map(Place.Identity::region).orElse("");
        tree.put("region", agency.region().equals(own) ? null : agency.region());
        return tree;
    }

    private static Map<String, Object> centre(Centre centre) {
        return Map.of(
                "key", centre.key(),
                "name", centre.name(),
                "region", centre.region(),
                "address", centre.address(),
                "hours", centre.hours(),
                "windows",
                        centre.windows().stream()
                                .map(
                                        window -> {
                                            var tree = new LinkedHashMap<String, Object>();
                                            tree.put("key", window.key());
                                            tree.put("name", window.name());
                                            tree.put(
                                                    "kind",
                                                    window.isComprehensive()
                                                            ? "comprehensive"
                                                            : "agency");
                                            window.agency()
                                                    .ifPresent(key -> tree.put("agency", key));
                                            return tree;
                                        })
                                .toList());
    }

    private static Map<String, Object> post(Post post) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("key", post.key());
        tree.put("name", post.name());
        post.agency().ifPresent(agency -> tree.put("agency", agency));
        post.window().ifPresent(window -> tree.put("window", window));
        tree.put("rights", post.rights().stream().sorted().toList());
        tree.put("scope", lower(post.scope()));
        return tree;
    }

    private static Map<String, Object> person(StaffMember member) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("login", member.login());
        tree.put("name", member.name());
        tree.put("staffNo", member.staffNo());
        tree.put("posts", member.posts());
        member.demoRole().ifPresent(role -> tree.put("demoRole", role));
        return tree;
    }

    private static void write(Path file, Shape shape, Object tree) throws IOException {
        Files.writeString(file, text(shape, tree));
    }

    /** The text of one file. */
    static String text(Shape shape, Object tree) {
        return YAML.writeValueAsString(shape.written(tree));
    }

    private static @Nullable Integer figure(OptionalInt figure) {
        return figure.isPresent() ? Integer.valueOf(figure.getAsInt()) : null;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
