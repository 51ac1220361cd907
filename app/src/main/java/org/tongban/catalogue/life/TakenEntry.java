package org.tongban.catalogue.life;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.directory.Agency;
import org.tongban.directory.Place;
import org.tongban.directory.Post;

/** The taker's own entry, or the right of the post that it lacks. */
sealed interface TakenEntry {

    /** 行使层级 of a town. */
    int TOWN = 5;

    /** The same form and materials, the taker's own posts. */
    record Made(ItemDefinition entry) implements TakenEntry {}

    /** Nobody there could do a step. */
    record Lacks(String right) implements TakenEntry {}

    static String keyOf(String itemKey, String agency) {
        return itemKey + "-" + agency;
    }

    static TakenEntry of(ItemDefinition item, Agency taker, Place place) {
        var tree = new LinkedHashMap<>(ItemJson.tree(item));
        tree.put("key", keyOf(item.key(), taker.key()));
        tree.put("agency", taker.key());
        tree.put("level", TOWN);
        var steps = new ArrayList<Map<String, Object>>();
        for (var step : item.steps()) {
            var isDecision = step.kind() == ItemDefinition.StepKind.DECISION;
            var right = isDecision ? "decide" : "review";
            var post = post(place, taker, right);
            if (post.isEmpty()) return new Lacks(right);
            var row = new LinkedHashMap<String, Object>();
            row.put("key", step.key());
            row.put("name", step.name());
            row.put("post", post.get());
            row.put("kind", isDecision ? "decision" : "review");
            row.put("days", step.days());
            row.put("after", step.after());
            if (step.when() != null) row.put("when", step.when());
            steps.add(row);
        }
        tree.put("steps", steps);
        return new Made(ItemJson.of(tree));
    }

    private static Optional<String> post(Place place, Agency agency, String right) {
        return place.postsOf(agency.key()).stream()
                .filter(post -> post.rights().contains(right))
                .map(Post::key)
                .findFirst();
    }
}
