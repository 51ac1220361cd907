package org.tongban.catalogue.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tongban.catalogue.BaseList;
import org.tongban.catalogue.EntryCheck;
import org.tongban.catalogue.Inheritance;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.check.GuideCheck;
import org.tongban.catalogue.entry.EntryTree;
import org.tongban.catalogue.entry.FilledTree;
import org.tongban.directory.Directory;
import tools.jackson.core.JacksonException;

/** Judges the rows of a file: what writing each would do, and what is wrong with it. */
@Component
class RowCheck {

    private static final int MOST_FAULTS = 20;

    private final BaseList bases;
    private final EntryCheck check;
    private final GuideCheck guides;
    private final Directory directory;

    RowCheck(BaseList bases, EntryCheck check, GuideCheck guides, Directory directory) {
        this.bases = bases;
        this.check = check;
        this.guides = guides;
        this.directory = directory;
    }

    /**
     * One row.
     *
     * @param known fingerprints of the entries that are there, by key
     * @param seen keys of the rows before it; this one's is added
     */
    JudgedRow of(EntryFile.Line row, Map<String, String> known, Set<String> seen) {
        var faults = new ArrayList<>(row.faults());
        var tree = new LinkedHashMap<>(row.tree());
        var agency = text(tree, "agency");
        if (!seen.add(row.key())) faults.add("key：这个文件里有两行是“" + row.key() + "”");
        if (directory.current().agency(agency).isEmpty()) {
            faults.add("agency：没有“" + agency + "”这个部门");
        }
        var item =
                faults.isEmpty()
                        ? composed(agency, tree, faults)
                        : Optional.<ItemDefinition>empty();
        var before = Optional.ofNullable(known.get(row.key()));
        var verdict =
                item.isEmpty() || !faults.isEmpty()
                        ? Verdict.REFUSED
                        : before.isEmpty()
                                ? Verdict.ADDED
                                : before.get().equals(ItemJson.fingerprint(item.get()))
                                        ? Verdict.SAME
                                        : Verdict.CHANGED;
        return new JudgedRow(
                row.line(),
                row.key(),
                text(tree, "name"),
                verdict,
                faults.stream().limit(MOST_FAULTS).toList(),
                verdict == Verdict.REFUSED ? Optional.empty() : item,
                before);
    }

    /** The definition, held to everything that a draft is held to. */
    private Optional<ItemDefinition> composed(
            String agency, Map<String, Object> tree, List<String> faults) {
        tree.remove("agency");
        var whole = inherited(tree, faults);
        check.check(agency, whole).stream()
                .filter(EntryCheck.Found::stops)
                .forEach(found -> faults.add(found.path() + "：" + found.message()));
        if (!faults.isEmpty()) return Optional.empty();
        // What a row leaves out is empty; what it may not leave out was found missing above.
        var filled = new LinkedHashMap<>(FilledTree.of(whole, ""));
        filled.put("agency", agency);
        try {
            var item = ItemJson.of(filled);
            guides.of(item).stream()
                    .filter(EntryCheck.Found::stops)
                    .forEach(found -> faults.add(found.path() + "：" + found.message()));
            return Optional.of(item);
        } catch (JacksonException | IllegalArgumentException notWhole) {
            faults.add("这一行缺少要素，或者有的要素写法不对，请照导出的样子填写");
            return Optional.empty();
        }
    }

    /** What is inherited cannot drift: a row that says it otherwise without a reason is refused. */
    private Map<String, Object> inherited(Map<String, Object> tree, List<String> faults) {
        var base = bases.current(text(tree, "catalogCode")).map(BaseList.Version::item);
        if (base.isEmpty()) return tree;
        var whole = new LinkedHashMap<>(EntryTree.stated(Inheritance.compose(tree, base.get())));
        for (var element : Inheritance.ELEMENTS) {
            var said = tree.get(element);
            if (said != null && !said.equals(whole.get(element))) {
                faults.add(element + "：和基本目录不一致；确实不同的，在 overrides 里写明原因");
            }
        }
        if (tree.get("level") instanceof Integer level && !base.get().levels().contains(level)) {
            faults.add("level：基本目录没有这一行使层级");
        }
        return whole;
    }

    private static String text(Map<String, Object> tree, String key) {
        return tree.get(key) instanceof String text ? text : "";
    }
}
