package org.tongban.pack.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongban.pack.text.Node;

/** The longest way through the steps should fit into the promised term. */
final class StepDays implements ItemRule {

    @Override
    public void check(Item item) {
        var steps = item.node().list("steps");
        var promised = item.promisedTerm().filter(term -> term.text("unit").equals("working"));
        if (steps.isEmpty() || promised.isEmpty()) return;
        var longest = longestWay(steps);
        var days = promised.get().whole("days");
        if (longest > days) {
            item.sheet()
                    .finding(
                            item.node(),
                            "",
                            "steps",
                            "各步骤最长要 " + longest + " 个工作日，超过承诺的 " + days + " 个");
        }
    }

    /**
     * Working days until the end of the last step. One that names no other follows the one above.
     */
    private static int longestWay(List<Node> steps) {
        Map<String, Integer> end = new HashMap<>();
        var previous = "";
        for (var step : steps) {
            var after =
                    step.list("after").isEmpty()
                            ? List.of(previous)
                            : step.list("after").stream().map(Node::text).toList();
            var start = after.stream().mapToInt(key -> end.getOrDefault(key, 0)).max().orElse(0);
            end.put(step.text("key"), start + step.whole("days"));
            previous = step.text("key");
        }
        return end.getOrDefault(previous, 0);
    }
}
