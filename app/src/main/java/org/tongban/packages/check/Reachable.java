package org.tongban.packages.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Situations;

/** Everything that has a condition applies in some situation to somebody. */
record Reachable() implements CheckRule {

    private static final Set<String> KINDS = Set.of("person", "firm");

    @Override
    public void check(CheckSheet sheet) {
        var pack = sheet.pack();
        var situations = Situations.of(pack.questions());
        if (situations.size() >= Situations.MOST) return;
        for (var at = 0; at < pack.items().size(); at++) {
            ever(sheet, pack.items().get(at).when(), situations, "items[" + at + "].when");
        }
        for (var at = 0; at < pack.queries().size(); at++) {
            ever(sheet, pack.queries().get(at).when(), situations, "queries[" + at + "].when");
        }
    }

    private static void ever(
            CheckSheet sheet,
            @Nullable String when,
            List<Map<String, String>> situations,
            String path) {
        if (when == null) return;
        var ever =
                situations.stream()
                        .anyMatch(
                                situation ->
                                        KINDS.stream()
                                                .anyMatch(
                                                        kind ->
                                                                Selection.holds(
                                                                        sheet.pack(),
                                                                        when,
                                                                        situation,
                                                                        Map.of("kind", kind))));
        if (!ever) sheet.fault(path, "没有哪一种情形会用到它");
    }
}
