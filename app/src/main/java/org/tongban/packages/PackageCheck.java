package org.tongban.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Field;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.catalogue.PublishedItem;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.graph.Needs;
import org.tongban.packages.merge.Merge;
import org.tongban.packages.merge.Selection;
import org.tongban.packages.merge.Wording;
import org.tongban.rules.Compiled;
import org.tongban.rules.Names;
import org.tongban.rules.RuleCompiler;

/**
 * Whether a package can be published: nothing waits for itself, every condition can be read, every
 * field and paper that is named exists and fits, and every result is there before it is needed.
 * Pure; the words are those of the pack check.
 */
public final class PackageCheck {

    private static final RuleCompiler RULES = RuleCompiler.shared();

    /** Longest key that a form takes. */
    private static final int LONGEST_KEY = 64;

    /** More than these combinations of answers nobody tries by hand either. */
    private static final int MOST_SITUATIONS = 4096;

    private static final Set<String> KINDS = Set.of("person", "firm");

    private final PackageDefinition pack;
    private final Known known;
    private final List<Fault> faults = new ArrayList<>();

    private PackageCheck(PackageDefinition pack, Known known) {
        this.pack = pack;
        this.known = known;
    }

    /**
     * What is wrong, and where.
     *
     * @param path such as {@code items[2].needs[0].on}; empty for the whole package
     */
    public record Fault(String path, String message) {}

    /**
     * What a package may refer to.
     *
     * @param items as they will be published with it
     * @param certificates types with the keys of the lines on their faces
     */
    public record Known(
            Function<String, Optional<ItemDefinition>> items,
            Set<String> agencies,
            Map<String, Set<String>> certificates) {
        public Known {
            agencies = Set.copyOf(agencies);
            certificates = Map.copyOf(certificates);
        }
    }

    /** Names everything that is wrong. */
    public static List<Fault> check(PackageDefinition pack, Known known) {
        var check = new PackageCheck(pack, known);
        check.references();
        check.members();
        check.elements();
        check.materials();
        if (check.faults.isEmpty()) check.whole();
        return List.copyOf(check.faults);
    }

    private void fault(String path, String message) {
        faults.add(new Fault(path, message));
    }

    private Optional<ItemDefinition> item(String key) {
        return pack.member(key).flatMap(member -> known.items().apply(member.item()));
    }

    private void references() {
        if (known.items().apply(pack.key()).isPresent()) {
            fault("key", "“" + pack.key() + "”已经是一个事项的 key");
        }
        if (!known.agencies().contains(pack.lead())) fault("lead", "没有“" + pack.lead() + "”");
        once(pack.parts().toList(), "items");
        once(pack.questions().stream().map(Question::key).toList(), "questions");
        for (var at = 0; at < pack.queries().size(); at++) {
            var query = pack.queries().get(at);
            if (!known.agencies().contains(query.agency())) {
                fault("queries[" + at + "].agency", "没有“" + query.agency() + "”");
            }
            if (!known.certificates().containsKey(query.certificate())) {
                fault("queries[" + at + "].certificate", "没有“" + query.certificate() + "”");
            }
        }
    }

    private void once(List<String> keys, String path) {
        var seen = new HashSet<String>();
        keys.stream()
                .filter(key -> !seen.add(key))
                .forEach(key -> fault(path, "“" + key + "”写了两次"));
    }

    private void members() {
        var parts = pack.parts().collect(Collectors.toSet());
        var needs = new LinkedHashMap<String, List<String>>();
        for (var at = 0; at < pack.items().size(); at++) {
            var member = pack.items().get(at);
            var path = "items[" + at + "]";
            var item = known.items().apply(member.item());
            if (item.isEmpty()) {
                fault(path + ".item", "没有“" + member.item() + "”");
                continue;
            }
            audience(member, item.get(), path);
            if (member.when() != null)
                condition(member.when(), Selection.names(pack), path + ".when");
            answers(member, item.get(), path);
            for (var n = 0; n < member.needs().size(); n++) {
                var need = member.needs().get(n);
                if (!parts.contains(need.on())) {
                    fault(path + ".needs[" + n + "].on", "这一件事里没有“" + need.on() + "”");
                } else {
                    need(need, item.get(), path + ".needs[" + n + "]");
                }
            }
            needs.put(member.item(), member.needs().stream().map(Need::on).toList());
        }
        var circle = Needs.circle(needs);
        if (!circle.isEmpty()) fault("items", "互相等结果，谁也开始不了：" + String.join(" → ", circle));
    }

    private void audience(Member member, ItemDefinition item, String path) {
        pack.audience().stream()
                .filter(one -> !item.audience().contains(one) && member.when() == null)
                .forEach(
                        one ->
                                fault(
                                        path + ".item",
                                        "“"
                                                + item.name()
                                                + "”不受理这一件事的服务对象 "
                                                + one
                                                + "，要用 when 分开"));
        if (item.onlineDepth().equals("info")) {
            fault(path + ".item", "“" + item.name() + "”不能网上申请");
        }
    }

    private void condition(String when, Names names, String path) {
        if (RULES.compile(when, names) instanceof Compiled.Faulty<?>(var wrong)) {
            fault(path, "表达式第 " + wrong.getFirst().column() + " 个字符处不对：" + wrong.getFirst().what());
        }
    }

    private void answers(Member member, ItemDefinition item, String path) {
        for (var at = 0; at < member.answers().size(); at++) {
            var answer = member.answers().get(at);
            var here = path + ".answers[" + at + "]";
            var question =
                    item.questions().stream()
                            .filter(one -> one.key().equals(answer.question()))
                            .findFirst();
            if (question.isEmpty()) {
                fault(here + ".question", "“" + item.name() + "”没有问题“" + answer.question() + "”");
                continue;
            }
            if ((answer.as() == null) == (answer.value() == null)) {
                fault(here, "as 和 value 写一个，只写一个");
                continue;
            }
            var allowed =
                    question.get().choices().stream()
                            .map(Choice::value)
                            .collect(Collectors.toSet());
            if (answer.value() != null && !allowed.contains(answer.value())) {
                fault(here + ".value", "不是“" + answer.question() + "”的选项");
            }
            if (answer.as() != null) mapped(answer.as(), allowed, here + ".as");
        }
    }

    private void mapped(String as, Set<String> allowed, String path) {
        var own = pack.questions().stream().filter(one -> one.key().equals(as)).findFirst();
        if (own.isEmpty()) {
            fault(path, "这一件事没有问题“" + as + "”");
            return;
        }
        own.get().choices().stream()
                .filter(choice -> !allowed.contains(choice.value()))
                .forEach(choice -> fault(path, "选项“" + choice.value() + "”事项里没有"));
    }

    private void need(Need need, ItemDefinition item, String path) {
        var result = item(need.on()).map(ItemDefinition::result);
        var lines =
                result.map(ItemDefinition.Result::certificate)
                        .map(type -> known.certificates().getOrDefault(type, Set.of()))
                        .orElse(Set.of());
        for (var fill : need.fills()) {
            if (field(item, fill.field()).isEmpty()) {
                fault(path + ".fills", "“" + item.name() + "”没有字段“" + fill.field() + "”");
            }
            if (result.map(ItemDefinition.Result::certificate).isEmpty()) {
                fault(path + ".fills", "“" + need.on() + "”不发证照，没有可以填的内容");
            } else if (!fill.line().equals(PackageDefinition.NUMBER)
                    && !lines.contains(fill.line())) {
                fault(path + ".fills", "结果上没有“" + fill.line() + "”这一栏");
            }
        }
        for (var material : need.stands()) {
            if (item.material(material).isEmpty()) {
                fault(path + ".stands", "“" + item.name() + "”没有材料“" + material + "”");
            }
        }
        if (!need.stands().isEmpty()
                && result.filter(r -> r.kind() != ItemDefinition.ResultKind.NONE).isEmpty()) {
            fault(path + ".stands", "“" + need.on() + "”没有结果文书，不能顶替材料");
        }
    }

    private static Optional<Field> field(ItemDefinition item, String key) {
        return item.fields().stream().filter(one -> one.key().equals(key)).findFirst();
    }

    private void elements() {
        var taken = new HashSet<String>();
        for (var at = 0; at < pack.elements().size(); at++) {
            var element = pack.elements().get(at);
            var path = "elements[" + at + "]";
            if (element.key().contains("__")) fault(path + ".key", "不能有两个连着的下划线");
            Field first = null;
            for (var reference : element.fields()) {
                if (!taken.add(reference)) fault(path + ".fields", "“" + reference + "”写了两次");
                var field = referred(reference, this::fieldOf, path + ".fields", "字段");
                if (field == null) continue;
                if (field.isGroup() || field.type() == FieldType.FILE) {
                    fault(path + ".fields", "“" + reference + "”是一组或者文件，不能合并");
                }
                if (first == null) {
                    first = field;
                } else if (field.type() != first.type()
                        || !field.choices().equals(first.choices())) {
                    fault(path + ".fields", "“" + reference + "”的类型或者选项和前面的不一样，不能当成一个数据元");
                }
            }
        }
    }

    private Optional<Field> fieldOf(ItemDefinition item, String key) {
        return field(item, key);
    }

    private void materials() {
        var taken = new HashSet<String>();
        for (var at = 0; at < pack.materials().size(); at++) {
            var shared = pack.materials().get(at);
            var path = "materials[" + at + "]";
            if (shared.key().contains("--")) fault(path + ".key", "不能有两个连着的连字符");
            var fetched = new HashSet<String>();
            for (var reference : shared.materials()) {
                if (!taken.add(reference)) fault(path + ".materials", "“" + reference + "”写了两次");
                var material =
                        referred(
                                reference,
                                (item, key) -> item.material(key),
                                path + ".materials",
                                "材料");
                if (material != null && material.fetch() != null) {
                    fetched.add(material.fetch().certificate());
                }
            }
            if (fetched.size() > 1) {
                fault(path + ".materials", "取用的证照不是同一种：" + String.join("、", fetched));
            }
        }
    }

    /** Something of an item, named as {@code item.key}. */
    private interface Part<T> {
        Optional<T> of(ItemDefinition item, String key);
    }

    private <T> @Nullable T referred(String reference, Part<T> part, String path, String what) {
        var point = reference.indexOf('.');
        var item =
                point < 0 ? Optional.<ItemDefinition>empty() : item(reference.substring(0, point));
        var found = item.flatMap(of -> part.of(of, reference.substring(point + 1)));
        if (found.isEmpty()) fault(path, "没有" + what + "“" + reference + "”");
        return found.orElse(null);
    }

    /** What only shows once everything fits together. */
    private void whole() {
        var published = new HashMap<String, PublishedItem>();
        pack.items()
                .forEach(
                        member ->
                                known.items()
                                        .apply(member.item())
                                        .ifPresent(
                                                item ->
                                                        published.put(
                                                                member.item(),
                                                                new PublishedItem(
                                                                        1,
                                                                        java.time.Instant.EPOCH,
                                                                        item))));
        Function<String, Optional<PublishedItem>> items =
                key -> Optional.ofNullable(published.get(key));
        var words = new PlainWords();
        var questions = Selection.questions(pack, key -> key, words);
        var widest = Selection.widest(pack, items);
        var merged = Merge.of(pack, widest, questions, words);
        conditions(merged);
        if (pack.limitDays() < Merge.days(pack, widest)) {
            fault(
                    "limitDays",
                    "比最长的一条路短："
                            + String.join(" → ", Merge.path(widest).keys())
                            + " 要 "
                            + Merge.days(pack, widest)
                            + " 个工作日");
        }
        reachable();
    }

    private void conditions(ItemDefinition merged) {
        var names = Applicability.names(merged);
        var seen = new HashSet<String>();
        for (var field : merged.fields()) {
            if (!seen.add(field.key())) fault("elements", "“" + field.key() + "”重名");
            if (field.key().length() > LONGEST_KEY) fault("items", "“" + field.key() + "”太长");
            if (field.when() != null) carried(field.when(), names, "“" + field.key() + "”");
        }
        for (var material : merged.materials()) {
            if (material.when() != null)
                carried(material.when(), names, "“" + material.key() + "”");
        }
    }

    /** An item's condition that does not survive the merging looks at what a result fills in. */
    private void carried(String when, Names names, String of) {
        if (RULES.compile(when, names) instanceof Compiled.Faulty<?>(var wrong)) {
            fault("items", of + "的条件合并以后不能用：" + wrong.getFirst().what());
        }
    }

    /** Every item applies in some situation to somebody. */
    private void reachable() {
        var situations = situations();
        if (situations.size() >= MOST_SITUATIONS) return;
        for (var at = 0; at < pack.items().size(); at++) {
            var when = pack.items().get(at).when();
            if (when == null) continue;
            var ever =
                    situations.stream()
                            .anyMatch(
                                    situation ->
                                            KINDS.stream()
                                                    .anyMatch(
                                                            kind ->
                                                                    Selection.holds(
                                                                            pack,
                                                                            when,
                                                                            situation,
                                                                            Map.of("kind", kind))));
            if (!ever) fault("items[" + at + "].when", "没有哪一种情形会用到它");
        }
    }

    private List<Map<String, String>> situations() {
        List<Map<String, String>> all = List.of(Map.of());
        for (var question : pack.questions()) {
            var more = new ArrayList<Map<String, String>>();
            for (var before : all) {
                for (var choice : question.choices()) {
                    if (more.size() >= MOST_SITUATIONS) return List.copyOf(more);
                    var one = new HashMap<>(before);
                    one.put(question.key(), choice.value());
                    more.add(one);
                }
            }
            all = more;
        }
        return List.copyOf(all);
    }

    /** The check looks at keys and conditions, not at words. */
    private static final class PlainWords implements Wording {
        @Override
        public String neededBy(List<String> items) {
            return String.join("、", items);
        }

        @Override
        public String wanted(String item) {
            return item;
        }

        @Override
        public String yes() {
            return "yes";
        }

        @Override
        public String no() {
            return "no";
        }

        @Override
        public String situationPage() {
            return "situation";
        }
    }
}
