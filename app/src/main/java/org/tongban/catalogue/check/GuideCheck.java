package org.tongban.catalogue.check;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.EntryCheck.Found;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.directory.Directory;
import org.tongban.directory.Place;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All rules of the guide check. Whether one warns or stops is the place's decision: {@code
 * policies.guideRules} in its pack, by the key of the rule.
 */
@Component
public class GuideCheck {

    /** In the order in which they are told. */
    public static final List<GuideRule> RULES =
            List.of(
                    new ConditionsAreSaid(),
                    new VagueWording(),
                    new MaterialHasItsBasis(),
                    new MaterialSaysWhatIsLookedAt(),
                    new PaperNeedsATrip(),
                    new WayWithoutATrip(),
                    new FeeHasItsBasis(),
                    new StatutoryTermHasItsBasis(),
                    new LicenceHasItsStages(),
                    new ResultNameFitsItsKind(),
                    new QuestionIsUsed());

    private final Directory directory;

    public GuideCheck(Directory directory) {
        this.directory = directory;
    }

    /** What the rules find in an entry, as this place weighs them. */
    public List<Found> of(ItemDefinition item) {
        var weights = weights();
        return RULES.stream()
                .filter(rule -> !weight(rule, weights).equals("off"))
                .flatMap(
                        rule ->
                                rule.check(item).stream()
                                        .map(
                                                found ->
                                                        new Found(
                                                                found.path(),
                                                                found.message(),
                                                                weight(rule, weights)
                                                                        .equals("stop"))))
                .toList();
    }

    private static String weight(GuideRule rule, JsonNode weights) {
        return weights.path(rule.key()).asString(rule.stops() ? "stop" : "warn");
    }

    private JsonNode weights() {
        var tree =
                JsonMapper.shared()
                        .readTree(
                                directory
                                        .current()
                                        .identity()
                                        .map(Place.Identity::policies)
                                        .orElse("{}"));
        var policies = tree.has("policies") ? tree.get("policies") : tree;
        return policies.path("guideRules");
    }
}
