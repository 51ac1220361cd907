package org.tongban.packages.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.ItemDefinition.Choice;
import org.tongban.catalogue.ItemDefinition.Question;
import org.tongban.packages.PackageDefinition;
import org.tongban.packages.PackageDefinition.Element;
import org.tongban.packages.PackageDefinition.HandOut;
import org.tongban.packages.PackageDefinition.Member;
import org.tongban.packages.PackageDefinition.Merged;
import org.tongban.packages.PackageDefinition.MergedApproval;
import org.tongban.packages.PackageDefinition.Need;
import org.tongban.packages.PackageDefinition.SharedMaterial;
import org.tongban.web.Typed;

/**
 * Makes a package of the rows of the form. What the form does not show stays as it was; what
 * belonged to an item that was taken out goes with it. Pure.
 */
final class ShapePackage {

    private static final Pattern IN_ITEM =
            Pattern.compile("items\\[(\\d+)](?:\\.needs\\[(\\d+)])?(?:\\.([A-Za-z]+))?.*");
    private static final Pattern IN_QUESTION = Pattern.compile("questions\\[(\\d+)].*");
    private static final Set<String> OWN_BOXES =
            Set.of("key", "name", "summary", "lead", "audience", "limitDays", "visits");

    private final PackageDefinition base;
    private final PackageRows rows;
    private final List<Integer> itemRows = new ArrayList<>();
    private final List<List<Integer>> needRows = new ArrayList<>();
    private final List<Integer> questionRows = new ArrayList<>();

    private final List<Member> members;
    private final List<Question> questions;

    ShapePackage(PackageDefinition base, PackageRows rows) {
        this.base = base;
        this.rows = rows;
        this.members = members();
        this.questions = questions();
    }

    PackageDefinition shaped() {
        var items = new LinkedHashSet<>(members.stream().map(Member::item).toList());
        return new PackageDefinition(
                rows.at("key").isEmpty() ? base.key() : rows.at("key"),
                rows.at("name"),
                rows.at("summary"),
                base.alsoCalled(),
                rows.audience(),
                rows.at("lead"),
                base.source(),
                base.note(),
                questions,
                members,
                base.queries(),
                base.stages(),
                base.projectCode(),
                merged(items),
                base.elements().stream().flatMap(one -> left(one, items)).toList(),
                base.materials().stream().flatMap(one -> left(one, items)).toList(),
                number("limitDays"),
                number("visits"),
                rows.at("handOut").equals(HandOut.TOGETHER.name())
                        ? HandOut.TOGETHER
                        : HandOut.AS_READY,
                base.plannedBy());
    }

    /** The box at which a fault of the shaped package stands; empty where no row shows it. */
    String boxOf(String path) {
        var item = IN_ITEM.matcher(path);
        if (item.matches()) {
            var at = Integer.parseInt(item.group(1));
            if (at >= itemRows.size()) return "";
            if (item.group(2) != null) {
                var needs = needRows.get(at);
                var need = Integer.parseInt(item.group(2));
                return need < needs.size() ? "n" + needs.get(need) + ".on" : "";
            }
            var box = item.group(3);
            return "i"
                    + itemRows.get(at)
                    + (box != null && (box.equals("when") || box.equals("stage"))
                            ? "." + box
                            : ".item");
        }
        var question = IN_QUESTION.matcher(path);
        if (question.matches()) {
            var at = Integer.parseInt(question.group(1));
            return at < questionRows.size() ? "q" + questionRows.get(at) + ".text" : "";
        }
        return OWN_BOXES.contains(path) ? path : "";
    }

    /** Rows that say half of what they should, by box. */
    Map<String, Half> halves() {
        var halves = new LinkedHashMap<String, Half>();
        for (var row : rows.rows("n", "item")) {
            var item = rows.at("n" + row + ".item");
            var on = rows.at("n" + row + ".on");
            if (item.isEmpty() != on.isEmpty()) {
                halves.put("n" + row + (item.isEmpty() ? ".item" : ".on"), Half.NEED);
            } else if (!item.isEmpty() && members.stream().noneMatch(m -> m.item().equals(item))) {
                halves.put("n" + row + ".item", Half.NO_SUCH_ITEM);
            }
        }
        for (var row : rows.rows("q", "text")) {
            var text = rows.at("q" + row + ".text");
            if (!text.isEmpty() && lines("q" + row + ".choices").size() < 2) {
                halves.put("q" + row + ".choices", Half.CHOICES);
            }
        }
        for (var box : List.of("limitDays", "visits")) {
            if (Typed.integer(rows.at(box)).isEmpty()) halves.put(box, Half.NUMBER);
        }
        if (rows.audience().isEmpty()) halves.put("audience", Half.AUDIENCE);
        return halves;
    }

    /** What is missing in a row. */
    enum Half {
        NEED,
        NO_SUCH_ITEM,
        CHOICES,
        NUMBER,
        AUDIENCE
    }

    private List<Member> members() {
        var members = new ArrayList<Member>();
        for (var row : rows.used("i", "item")) {
            var item = rows.at("i" + row + ".item");
            var before = base.member(item);
            var stage = rows.at("i" + row + ".stage");
            itemRows.add(row);
            members.add(
                    new Member(
                            item,
                            when(row, before),
                            rows.at("i" + row + ".optional").equals("yes"),
                            before.map(Member::verified).orElse(false),
                            stage.isEmpty() ? null : stage,
                            before.map(Member::answers).orElse(List.of()),
                            needs(item, before)));
        }
        return members;
    }

    private @Nullable String when(int row, Optional<Member> before) {
        var chosen = rows.at("i" + row + ".when");
        if (chosen.equals(PackageRows.AS_WRITTEN)) return before.map(Member::when).orElse(null);
        var sign = chosen.indexOf('=');
        return sign < 0
                ? null
                : "situation.%s == '%s'"
                        .formatted(
                                chosen.substring(0, sign),
                                chosen.substring(sign + 1).replace("'", ""));
    }

    /** What stood in a need that is still there stays in it: the fields that the result fills. */
    private List<Need> needs(String item, Optional<Member> before) {
        var needs = new ArrayList<Need>();
        var own = new ArrayList<Integer>();
        for (var row : rows.used("n", "item")) {
            var on = rows.at("n" + row + ".on");
            if (on.isEmpty() || !rows.at("n" + row + ".item").equals(item)) continue;
            own.add(row);
            needs.add(
                    before.stream()
                            .flatMap(member -> member.needs().stream())
                            .filter(need -> need.on().equals(on))
                            .findFirst()
                            .orElseGet(() -> new Need(on, List.of(), List.of(), List.of())));
        }
        needRows.add(own);
        return needs;
    }

    private List<Question> questions() {
        var taken = new LinkedHashSet<>(base.questions().stream().map(Question::key).toList());
        var questions = new ArrayList<Question>();
        for (var row : rows.used("q", "text")) {
            questionRows.add(row);
            var known = rows.at("q" + row + ".key");
            var before =
                    base.questions().stream().filter(one -> one.key().equals(known)).findFirst();
            var key = before.map(Question::key).orElseGet(() -> fresh("q", taken));
            taken.add(key);
            questions.add(
                    new Question(
                            key,
                            rows.at("q" + row + ".text"),
                            choices(
                                    lines("q" + row + ".choices"),
                                    before.map(Question::choices).orElse(List.of()))));
        }
        return questions;
    }

    /** An answer that was there keeps its value, so that conditions go on meaning it. */
    private static List<Choice> choices(List<String> labels, List<Choice> before) {
        var taken = new LinkedHashSet<>(before.stream().map(Choice::value).toList());
        var choices = new ArrayList<Choice>();
        for (var at = 0; at < labels.size(); at++) {
            var label = labels.get(at);
            var same = before.stream().filter(one -> one.label().equals(label)).findFirst();
            // As many as before, and the one in this place is gone: it was put into other words.
            var place =
                    labels.size() == before.size() && !labels.contains(before.get(at).label())
                            ? Optional.of(before.get(at))
                            : same;
            var value = same.or(() -> place).map(Choice::value).orElseGet(() -> fresh("c", taken));
            taken.add(value);
            choices.add(new Choice(value, label));
        }
        return choices;
    }

    private static String fresh(String letter, Set<String> taken) {
        var number = 1;
        while (taken.contains(letter + number)) number++;
        return letter + number;
    }

    private List<String> lines(String box) {
        return rows.at(box).lines().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private int number(String box) {
        return Typed.integer(rows.at(box))
                .filter(value -> value.bitLength() < Integer.SIZE)
                .map(Number::intValue)
                .orElse(0);
    }

    private @Nullable Merged merged(Set<String> items) {
        var merged = base.merged();
        if (merged == null) return null;
        return new Merged(
                merged.announced(),
                merged.source(),
                merged.note(),
                merged.list().stream()
                        .map(
                                one ->
                                        one.item() == null || items.contains(one.item())
                                                ? one
                                                : new MergedApproval(
                                                        one.key(),
                                                        one.name(),
                                                        one.agency(),
                                                        one.stage(),
                                                        null,
                                                        one.verified(),
                                                        one.of()))
                        .toList());
    }

    private static Stream<Element> left(Element element, Set<String> items) {
        var fields = ofItems(element.fields(), items);
        return fields.isEmpty()
                ? Stream.empty()
                : Stream.of(new Element(element.key(), element.label(), element.hint(), fields));
    }

    private static Stream<SharedMaterial> left(SharedMaterial shared, Set<String> items) {
        var materials = ofItems(shared.materials(), items);
        return materials.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new SharedMaterial(shared.key(), shared.name(), shared.hint(), materials));
    }

    private static List<String> ofItems(List<String> references, Set<String> items) {
        return references.stream()
                .filter(one -> items.contains(one.substring(0, Math.max(0, one.indexOf('.')))))
                .toList();
    }
}
