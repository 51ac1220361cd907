package org.tongban.pack.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.Inheritance;
import org.tongban.codes.ItemCode;
import org.tongban.pack.text.Node;
import org.tongban.pack.text.PackFault;
import org.tongban.pack.text.PackFault.Severity;
import org.tongban.pack.text.PackText;

/**
 * Checks the base list and lets the items inherit from it. A pack without a base list may have
 * items that say everything themselves.
 */
final class BaseCheck {

    private final Map<String, Node> files;
    private final List<PackFault> faults;
    private final Map<String, Node> known = new HashMap<>();

    /**
     * Works on the files of a pack.
     *
     * @param files the items among them are replaced by what they are with their inheritance
     */
    BaseCheck(Map<String, Node> files, List<PackFault> faults) {
        this.files = files;
        this.faults = faults;
    }

    void check() {
        files.forEach(
                (file, node) -> {
                    if (file.startsWith(PackText.BASE)) {
                        FaultSheet.each(node.list(), "", (base, path) -> base(file, base, path));
                    }
                });
        files.replaceAll(
                (file, node) -> file.startsWith(PackText.ITEMS) ? inherit(file, node) : node);
    }

    private void base(String file, Node base, String path) {
        var code = base.text("code");
        var type = base.text("type");
        ItemCode.read(code)
                .fault()
                .ifPresent(
                        fault ->
                                error(
                                        file,
                                        base.lineOf("code"),
                                        path + ".code",
                                        "基本编码不对：" + FaultSheet.words(fault)));
        if (ItemCodes.isOfOtherType(code, type)) {
            error(file, base.lineOf("type"), path + ".type", ItemCodes.otherType(code, type));
        }
        if (known.putIfAbsent(code, base) != null) {
            error(file, base.lineOf("code"), path + ".code", "“" + code + "”重复");
        }
        columns(file, base, path, type);
    }

    /** The columns of the family, all of them and no others. */
    private void columns(String file, Node base, String path, String type) {
        var allowed = BaseItem.columns(type);
        var particulars = base.at("particulars");
        Set<String> present =
                particulars.filter(Node.Mapping.class::isInstance).stream()
                        .flatMap(node -> ((Node.Mapping) node).entries().keySet().stream())
                        .collect(Collectors.toSet());
        for (var column : allowed) {
            if (!present.contains(column)) {
                error(
                        file,
                        base.lineOf("particulars"),
                        path + ".particulars",
                        "这一类事项要写“" + column + "”");
            }
        }
        present.stream()
                .filter(column -> !allowed.contains(column))
                .sorted()
                .forEach(
                        column ->
                                error(
                                        file,
                                        base.lineOf("particulars"),
                                        path + ".particulars." + column,
                                        allowed.isEmpty()
                                                ? "依申请的事项不写 particulars"
                                                : "这一类事项没有“" + column + "”"));
    }

    private Node inherit(String file, Node item) {
        if (!(item instanceof Node.Mapping(var own, var lines, var line))) return item;
        var code = item.text("catalogCode");
        var base = known.get(code);
        if (base == null) {
            standsAlone(file, item, code);
            return item;
        }
        var whole = new LinkedHashMap<>(own);
        for (var element : Inheritance.ELEMENTS) inherit(file, item, base, element, whole);
        levels(file, item, base);
        if (!BaseItem.isAppliedFor(base.text("type"))) {
            error(
                    file,
                    item.lineOf("catalogCode"),
                    "catalogCode",
                    "“" + base.text("name") + "”不是依申请的事项，没有实施清单里的表单和材料");
        }
        return new Node.Mapping(whole, lines, line);
    }

    private void inherit(
            String file, Node item, Node base, String element, Map<String, Node> whole) {
        var own = item.at(element);
        var reason = item.at("overrides").map(node -> node.text(element)).orElse("");
        if (own.isEmpty()) {
            if (!reason.isEmpty()) {
                error(
                        file,
                        item.lineOf("overrides"),
                        "overrides." + element,
                        "写了不同的原因，却没有写 " + element);
            }
            base.at(element).ifPresent(value -> whole.put(element, moved(value, item.line())));
        } else if (reason.isEmpty() || !Inheritance.MAY_DIFFER.contains(element)) {
            error(
                    file,
                    item.lineOf(element),
                    element,
                    Inheritance.MAY_DIFFER.contains(element)
                            ? "基本目录里已经有 " + element + "，不用再写；确实不同的，在 overrides 里写明原因"
                            : element + " 以基本目录为准，不能另写");
        }
    }

    /** What is inherited stands on no line of the item's own file; its first line stands for it. */
    private static Node moved(Node node, int line) {
        return switch (node) {
            case Node.Scalar(var text, var kind, var _) -> new Node.Scalar(text, kind, line);
            case Node.Listing(var items, var _) ->
                    new Node.Listing(items.stream().map(item -> moved(item, line)).toList(), line);
            case Node.Mapping(var entries, var _, var _) -> {
                var moved = new LinkedHashMap<String, Node>();
                entries.forEach((key, value) -> moved.put(key, moved(value, line)));
                yield new Node.Mapping(moved, Map.of(), line);
            }
        };
    }

    private void levels(String file, Node item, Node base) {
        var allowed = base.list("levels").stream().map(Node::text).toList();
        if (!allowed.contains(item.text("level"))) {
            faults.add(
                    new PackFault(
                            file,
                            item.lineOf("level"),
                            "level",
                            "基本目录没有这一行使层级",
                            String.join("、", allowed),
                            Severity.ERROR));
        }
    }

    private void standsAlone(String file, Node item, String code) {
        if (!known.isEmpty() && !code.isEmpty()) {
            error(file, item.lineOf("catalogCode"), "catalogCode", "基本目录里没有“" + code + "”");
            return;
        }
        for (var element : Inheritance.ELEMENTS) {
            if (item.at(element).isEmpty()) {
                error(file, item.line(), element, "缺少“" + element + "”");
            }
        }
    }

    private void error(String file, int line, String path, String message) {
        faults.add(new PackFault(file, line, path, message, "", Severity.ERROR));
    }
}
