package org.tongban.catalogue.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.EntryCheck;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.life.DraftFile;
import org.tongban.directory.Agency;
import org.tongban.directory.Directory;
import org.tongban.directory.Post;
import org.tongban.web.Option;
import org.tongban.web.Texts;
import tools.jackson.databind.json.JsonMapper;

/** What can be chosen here: levels of the base list, posts of the place, types of certificates. */
@Component
class PlaceChoices {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Directory directory;
    private final BaseList bases;
    private final EntryCheck check;

    PlaceChoices(Directory directory, BaseList bases, EntryCheck check) {
        this.directory = directory;
        this.bases = bases;
        this.check = check;
    }

    /** The choices for a place of a draft. */
    List<Option> of(String path, DraftFile draft, Texts texts) {
        if (path.equals("level")) return levels(draft, texts);
        if (path.equals("result.certificate")) {
            return check.certificates().entrySet().stream()
                    .map(type -> new Option(type.getKey(), type.getValue()))
                    .toList();
        }
        if (path.equals("specialProcedures")) return procedures();
        if (path.endsWith(".post")) return posts(draft);
        if (path.endsWith(".after")) return stepsAbove(path, draft);
        return List.of();
    }

    private List<Option> levels(DraftFile draft, Texts texts) {
        return bases.current(draft.baseCode()).stream()
                .flatMap(base -> base.item().levels().stream())
                .map(level -> new Option(level.toString(), texts.localize("level." + level)))
                .toList();
    }

    /** Procedures that the place has beside those of the law. */
    private List<Option> procedures() {
        return directory
                .current()
                .identity()
                .map(place -> JSON.readTree(place.policies()))
                .map(tree -> tree.has("policies") ? tree.get("policies") : tree)
                .map(
                        policies ->
                                policies.path("procedures")
                                        .valueStream()
                                        .map(kind -> kind.path("name").asString(""))
                                        .filter(name -> !name.isBlank())
                                        .map(name -> new Option(name, name))
                                        .toList())
                .orElse(List.of());
    }

    /** Posts that review or decide, those of the agency first. */
    private List<Option> posts(DraftFile draft) {
        var place = directory.current();
        var own = new ArrayList<Option>();
        var others = new ArrayList<Option>();
        for (var post : place.posts()) {
            if (!post.has("review") && !post.has("decide")) continue;
            var agency = post.agency().flatMap(place::agency);
            var option =
                    new Option(
                            post.key(),
                            agency.map(Agency::shortName).map(name -> name + " · ").orElse("")
                                    + post.name());
            (isOf(post, draft.agency()) ? own : others).add(option);
        }
        own.addAll(others);
        return own;
    }

    private static boolean isOf(Post post, String agency) {
        return post.agency().filter(agency::equals).isPresent();
    }

    private static List<Option> stepsAbove(String path, DraftFile draft) {
        var row = Integer.parseInt(path.replaceAll("\\D", ""));
        return EntryTree.rows(draft.content(), "steps").stream()
                .limit(row)
                .map(step -> new Option(String.valueOf(step.getOrDefault("key", "")), named(step)))
                .toList();
    }

    /** A step that has no name yet is known by its key: nothing can be ticked without a word. */
    private static String named(Map<String, Object> step) {
        var name = String.valueOf(step.getOrDefault("name", ""));
        return name.isBlank() ? String.valueOf(step.getOrDefault("key", "")) : name;
    }
}
