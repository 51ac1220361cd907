package org.tongban.pack.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tongban.pack.text.Node;

/** Steps follow earlier ones, lie with posts that may take them, and end in one decision. */
final class ItemSteps implements ItemRule {

    @Override
    public void check(Item item) {
        var steps = item.node().list("steps");
        item.sheet().unique(steps, "steps", "key");
        var before = new HashSet<String>();
        FaultSheet.each(
                steps,
                "steps",
                (step, path) -> {
                    item.condition(step, path);
                    post(step, path, item);
                    FaultSheet.each(
                            step.list("after"),
                            path + ".after",
                            (after, below) -> follows(after, below, before, item.sheet()));
                    before.add(step.text("key"));
                });
        if (!steps.isEmpty()) decision(steps, item);
    }

    private static void follows(Node after, String path, Set<String> before, FaultSheet sheet) {
        if (!before.contains(after.text())) {
            sheet.errorAt(
                    after.line(), path, "前面没有步骤“" + after.text() + "”", String.join("、", before));
        }
    }

    private static void post(Node step, String path, Item item) {
        var post = step.text("post");
        var rights = item.known().posts().get(post);
        var needed = step.text("kind").equals("decision") ? "decide" : "review";
        if (rights == null) {
            item.sheet().error(step, path, "post", "没有岗位“" + post + "”", "staff.yaml 里的岗位");
        } else if (!rights.contains(needed)) {
            item.sheet().error(step, path, "post", "岗位“" + post + "”没有权限 " + needed);
        }
    }

    private static void decision(List<Node> steps, Item item) {
        var last = steps.getLast();
        var decisions = steps.stream().filter(s -> s.text("kind").equals("decision")).count();
        if (!last.text("kind").equals("decision") || decisions != 1) {
            item.sheet().error(item.node(), "", "steps", "只有一个决定，而且是最后一步");
        }
        if (!last.text("when").isEmpty()) {
            item.sheet().error(last, "steps", "when", "决定这一步不能有条件");
        }
        if (item.isAtOnce() && steps.size() != 1) {
            item.sheet().error(item.node(), "", "steps", "即办件只有一步：决定");
        }
    }
}
