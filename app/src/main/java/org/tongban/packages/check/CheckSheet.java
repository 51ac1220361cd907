package org.tongban.packages.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.packages.PackageCheck.Fault;
import org.tongban.packages.PackageCheck.Known;
import org.tongban.packages.PackageDefinition;
import org.tongban.rules.Compiled;
import org.tongban.rules.Names;
import org.tongban.rules.RuleCompiler;

/** The package that is looked at, what it may refer to, and what has been found wrong so far. */
public final class CheckSheet {

    private static final RuleCompiler RULES = RuleCompiler.shared();

    private final PackageDefinition pack;
    private final Known known;
    private final List<Fault> faults = new ArrayList<>();

    public CheckSheet(PackageDefinition pack, Known known) {
        this.pack = pack;
        this.known = known;
    }

    /** What has been found, in the order of the rules. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    PackageDefinition pack() {
        return pack;
    }

    Known known() {
        return known;
    }

    void fault(String path, String message) {
        faults.add(new Fault(path, message));
    }

    /** An item that the package names and the place has. */
    Optional<ItemDefinition> item(String key) {
        return pack.member(key).flatMap(member -> known.items().apply(member.item()));
    }

    /** A question of an item's form. */
    static Optional<Field> field(ItemDefinition item, String key) {
        return item.fields().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** Something of an item, named as {@code item.key}. */
    interface Part<T> {
        Optional<T> of(ItemDefinition item, String key);
    }

    /** What a reference of the package leads to; said to be missing when it leads nowhere. */
    <T> Optional<T> referred(String reference, Part<T> part, String path, String what) {
        var point = reference.indexOf('.');
        var item =
                point < 0 ? Optional.<ItemDefinition>empty() : item(reference.substring(0, point));
        var found = item.flatMap(of -> part.of(of, reference.substring(point + 1)));
        if (found.isEmpty()) fault(path, "没有" + what + "“" + reference + "”");
        return found;
    }

    void agency(String key, String path) {
        if (!known.agencies().contains(key)) fault(path, "没有“" + key + "”");
    }

    void once(List<String> keys, String path) {
        var seen = new HashSet<String>();
        keys.stream()
                .filter(key -> !seen.add(key))
                .forEach(key -> fault(path, "“" + key + "”写了两次"));
    }

    void condition(String when, Names names, String path) {
        if (RULES.compile(when, names) instanceof Compiled.Faulty<?>(var wrong)) {
            fault(path, "表达式第 " + wrong.getFirst().column() + " 个字符处不对：" + wrong.getFirst().what());
        }
    }

    /** An item's condition that does not survive the merging looks at what a result fills in. */
    void carried(String when, Names names, String of) {
        if (RULES.compile(when, names) instanceof Compiled.Faulty<?>(var wrong)) {
            fault("items", of + "的条件合并以后不能用：" + wrong.getFirst().what());
        }
    }
}
