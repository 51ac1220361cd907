package org.tongban.pack.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackShapes;
import org.tongban.pack.text.PackText;

/**
 * A pack while it is checked: its files, items already with what they inherit, and where faults go.
 *
 * @param regions the rows of {@code regions.csv}
 * @param faults receives what the rules find
 */
record Pack(
        Map<String, Node> files,
        List<PackText.RegionRow> regions,
        Known known,
        List<PackFault> faults) {

    private static final Node NOTHING = new Node.Mapping(Map.of(), Map.of(), 1);

    static Pack of(
            Map<String, Node> files, List<PackText.RegionRow> regions, List<PackFault> faults) {
        var certificates =
                files.entrySet().stream()
                        .filter(file -> isOfCertificates(file.getKey()))
                        .flatMap(file -> texts(file.getValue().list(), "key").stream())
                        .collect(Collectors.toSet());
        var windows =
                files.getOrDefault("centres.yaml", NOTHING).list().stream()
                        .flatMap(centre -> texts(centre.list("windows"), "key").stream())
                        .collect(Collectors.toSet());
        return new Pack(
                files,
                regions,
                new Known(
                        regions.stream().map(PackText.RegionRow::code).collect(Collectors.toSet()),
                        texts(files.getOrDefault("agencies.yaml", NOTHING).list(), "key"),
                        windows,
                        posts(files.getOrDefault("staff.yaml", NOTHING)),
                        certificates,
                        procedures(files.getOrDefault("place.yaml", NOTHING))),
                faults);
    }

    /** Those of the law, and those of the place's dictionary. */
    private static Set<String> procedures(Node place) {
        var names = new HashSet<>(PackShapes.PROCEDURES_OF_THE_LAW);
        place.at("policies")
                .ifPresent(policies -> names.addAll(texts(policies.list("procedures"), "name")));
        return names;
    }

    private static Map<String, Set<String>> posts(Node staff) {
        var posts = new LinkedHashMap<String, Set<String>>();
        staff.list("posts")
                .forEach(
                        post ->
                                posts.put(
                                        post.text("key"),
                                        post.list("rights").stream()
                                                .map(Node::text)
                                                .collect(Collectors.toSet())));
        return posts;
    }

    /** A file of the pack; an empty one when it is not there. */
    Node file(String name) {
        return files.getOrDefault(name, NOTHING);
    }

    FaultSheet sheet(String file) {
        return new FaultSheet(file, faults);
    }

    /** The items by their files. */
    Map<String, Node> items() {
        var items = new LinkedHashMap<String, Node>();
        files.forEach(
                (file, node) -> {
                    if (file.startsWith(PackText.ITEMS)) items.put(file, node);
                });
        return items;
    }

    Stream<String> certificateFiles() {
        return files.keySet().stream().filter(Pack::isOfCertificates);
    }

    private static boolean isOfCertificates(String file) {
        return file.startsWith("certificate-types");
    }

    /** Names every key that an earlier file has already. */
    static final class OnceInAll {

        private final Map<String, String> firstIn = new HashMap<>();

        void check(Node node, String path, FaultSheet sheet) {
            var other = firstIn.putIfAbsent(node.text("key"), sheet.file());
            if (other != null) {
                sheet.error(node, path, "key", "“" + node.text("key") + "”已在 " + other + " 里");
            }
        }
    }

    /** What stands under a key of each of the values. */
    static Set<String> texts(List<Node> list, String key) {
        return list.stream()
                .map(node -> node.text(key))
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toSet());
    }
}
