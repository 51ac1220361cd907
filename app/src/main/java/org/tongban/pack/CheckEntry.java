package org.tongban.pack;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.EntryCheck;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import org.tongban.directory.Post;
import org.tongban.pack.check.Known;
import org.tongban.pack.check.PackRules;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackShapes;
import tools.jackson.databind.json.JsonMapper;

/** Holds an entry that is being drafted to everything a pack is held to. */
@Component
class CheckEntry implements EntryCheck {

    private final Directory directory;
    private final CertificateTypes certificates;

    CheckEntry(Directory directory, CertificateTypes certificates) {
        this.directory = directory;
        this.certificates = certificates;
    }

    @Override
    public List<Found> check(String agency, Map<String, Object> tree) {
        var kept = new LinkedHashMap<>(tree);
        // The folder says it in a pack.
        kept.remove("agency");
        if (kept.get("fee") instanceof List<?> fees && fees.isEmpty()) kept.put("fee", "none");
        kept.putIfAbsent("fee", "none");
        var node = node(kept);
        var file = "items/" + agency + "/" + node.text("key") + ".yaml";
        return PackRules.check(file, node, known()).stream()
                .map(
                        fault ->
                                new Found(
                                        fault.keyPath(),
                                        fault.allowed().isEmpty()
                                                ? fault.message()
                                                : fault.message() + "（可以是：" + fault.allowed() + "）",
                                        fault.isError()))
                .distinct()
                .toList();
    }

    @Override
    public Map<String, String> certificates() {
        var names = new LinkedHashMap<String, String>();
        certificates.all().forEach(type -> names.put(type.key(), type.name()));
        return names;
    }

    private Known known() {
        var place = directory.current();
        return new Known(
                Set.of(),
                place.agencies().stream().map(Agency::key).collect(Collectors.toSet()),
                Set.of(),
                place.posts().stream().collect(Collectors.toMap(Post::key, Post::rights)),
                certificates().keySet(),
                procedures(place));
    }

    /** 特别程序 of the law, and of the place's dictionary. */
    private static Set<String> procedures(Place place) {
        var names = new HashSet<>(PackShapes.PROCEDURES_OF_THE_LAW);
        place.identity().stream()
                .flatMap(
                        identity ->
                                JsonMapper.shared()
                                        .readTree(identity.policies())
                                        .path("procedures")
                                        .valueStream())
                .forEach(one -> names.add(one.path("name").asString()));
        return names;
    }

    /** A tree as a file would have it; it stands on no line. */
    private static Node node(@Nullable Object value) {
        return switch (value) {
            case null -> new Node.Scalar("", Node.Kind.NOTHING, 1);
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, Node>();
                map.forEach((key, below) -> entries.put(key.toString(), node(below)));
                yield new Node.Mapping(entries, Map.of(), 1);
            }
            case List<?> list -> new Node.Listing(list.stream().map(CheckEntry::node).toList(), 1);
            case Number number -> new Node.Scalar(number.toString(), Node.Kind.NUMBER, 1);
            case Boolean truth -> new Node.Scalar(truth.toString(), Node.Kind.TRUTH, 1);
            default -> new Node.Scalar(value.toString(), Node.Kind.TEXT, 1);
        };
    }
}
