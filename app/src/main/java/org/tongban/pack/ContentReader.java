package org.tongban.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.search.PeoplesWords;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackShapes;
import org.tongban.pack.text.PackText;
import org.tongban.pack.text.PackTrees;
import org.tongban.pack.text.Shape;
import org.tongban.packages.ServiceZone;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the content of a pack without faults.
 *
 * @param files items with what they inherit from the base list
 */
record ContentReader(Map<String, Node> files) {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Node NOTHING = new Node.Mapping(Map.of(), Map.of(), 1);

    PackContent read(List<PackText.RegionRow> regions) {
        return new PackContent(
                withoutNothing(PackTrees.map(PackShapes.PLACE.tree(file("place.yaml")))),
                regions.stream().map(ContentReader::region).toList(),
                list("agencies.yaml", PackContent.Agency.class),
                list("centres.yaml", PackContent.Centre.class),
                one("staff.yaml", PackContent.Staff.class),
                one("applicants.yaml", PackContent.Applicants.class),
                below("certificate-types")
                        .flatMap(file -> list(file, PackContent.CertificateType.class).stream())
                        .toList(),
                below(PackText.RESOURCES)
                        .map(file -> one(file, PackContent.SharedResource.class))
                        .toList(),
                base(),
                below(PackText.ITEMS).map(this::item).toList(),
                files.containsKey("words.yaml")
                        ? one("words.yaml", PeoplesWords.class)
                        : PeoplesWords.NONE,
                notices(),
                below(PackText.PACKAGES).map(file -> PackTrees.ofPackage(file(file))).toList(),
                files.containsKey(PackText.ZONES)
                        ? list(PackText.ZONES, ServiceZone.class)
                        : List.of());
    }

    private Map<String, Map<String, String>> notices() {
        var papers = new LinkedHashMap<String, Map<String, String>>();
        withoutNothing(PackTrees.map(PackShapes.NOTICES.tree(file("notices.yaml"))))
                .forEach(
                        (paper, parts) -> {
                            var words = new LinkedHashMap<String, String>();
                            PackTrees.stated(parts)
                                    .forEach((part, text) -> words.put(part, text.toString()));
                            papers.put(paper, words);
                        });
        return papers;
    }

    private static PackContent.Region region(PackText.RegionRow row) {
        return new PackContent.Region(
                row.code(),
                row.name(),
                row.level(),
                row.parent().isEmpty() ? null : row.parent(),
                row.virtual().equals("true"));
    }

    private List<BaseItem> base() {
        return below(PackText.BASE)
                .flatMap(name -> file(name).list().stream())
                .map(
                        node -> {
                            var tree =
                                    PackTrees.map(
                                            ((Shape.ListOf) PackShapes.BASE).item().tree(node));
                            tree.put("particulars", PackTrees.stated(tree.get("particulars")));
                            return ItemJson.base(tree);
                        })
                .toList();
    }

    private ItemDefinition item(String file) {
        return PackTrees.ofItem(file, file(file));
    }

    private <T> T one(String file, Class<T> type) {
        return MAPPER.convertValue(PackShapes.of(file).tree(file(file)), type);
    }

    private <T> List<T> list(String file, Class<T> type) {
        var tree = PackShapes.of(file).tree(file(file));
        return tree instanceof List<?> values
                ? values.stream().map(value -> MAPPER.convertValue(value, type)).toList()
                : List.of();
    }

    /** The files whose path begins so, in the order of the pack. */
    private Stream<String> below(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder));
    }

    private Node file(String name) {
        return files.getOrDefault(name, NOTHING);
    }

    private static Map<String, Object> withoutNothing(Map<String, Object> tree) {
        tree.values().removeIf(Objects::isNull);
        return tree;
    }
}
