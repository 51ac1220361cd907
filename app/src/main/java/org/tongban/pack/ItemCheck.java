package org.tongban.pack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongban.catalogue.Applicability;
import org.tongban.catalogue.ItemDefinition.FieldType;
import org.tongban.codes.ItemCode;
import org.tongban.codes.ItemType;
import org.tongban.pack.PackFault.Severity;
import org.tongban.rules.FieldKind;
import org.tongban.rules.Names;

/**
 * Checks what one item says: that it agrees with itself, with the law's rules and with the pack.
 */
final class ItemCheck {

    /**
     * Wording that lets an officer ask for anything. A list of materials is complete, or it is none
     * (art. 30 of the Licensing Law forbids asking for what is not published).
     */
    private static final Pattern CATCH_ALL =
            Pattern.compile(
                    "其他(有关|相关|需要|必要|应当提交|规定)?的?(材料|资料|文件)|(有关|相关)(材料|资料|文件)|等(材料|资料|文件)?$|等(材料|资料|文件)");

    private static final Pattern EXTENSION = Pattern.compile("1[1-9]|2[1-9]");
    private static final Set<String> WITH_CHOICES = Set.of("choice", "choices");
    private static final Set<String> WITH_LIMITS = Set.of("integer", "decimal", "money");
    private static final Set<String> WITH_LENGTH = Set.of("text", "longtext", "name", "address");

    /** Five working days are a week. */
    private static final double CALENDAR_DAYS_IN_A_WORKING_DAY = 7.0 / 5;

    private static final int TYPE_AT = 2;
    private static final int TYPE_END = 4;

    private final String file;
    private final Node item;
    private final PackCheck.Known known;
    private final List<PackFault> faults;
    private final Names names;

    ItemCheck(String file, Node item, PackCheck.Known known, List<PackFault> faults) {
        this.file = file;
        this.item = item;
        this.known = known;
        this.faults = faults;
        this.names = names(item);
    }

    /** The keys that the item's expressions may use. */
    static Names names(Node item) {
        var form = new HashMap<String, FieldKind>();
        item.list("form").stream()
                .flatMap(page -> page.list("fields").stream())
                .forEach(
                        field ->
                                fieldType(field.text("type"))
                                        .ifPresent(
                                                type ->
                                                        form.put(
                                                                field.text("key"),
                                                                Applicability.kind(type))));
        return new Names(
                item.list("questions").stream()
                        .map(question -> question.text("key"))
                        .collect(Collectors.toSet()),
                form);
    }

    void check() {
        placeInPack();
        codes();
        limits();
        visits();
        questions();
        fields();
        materials();
        steps();
        result();
        procedures();
        handling();
        if (item.text("type").equals("01") && item.list("faq").isEmpty()) {
            error(item, "faq", "", "行政许可至少要有一条常见问题");
        }
        noCatchAll(item.list("conditions"), "conditions");
    }

    private void placeInPack() {
        var path = Path.of(file);
        var agency = path.getName(1).toString();
        if (!known.agencies().contains(agency)) {
            faults.add(
                    new PackFault(
                            file,
                            1,
                            "",
                            "文件夹“" + agency + "”不是部门",
                            "agencies.yaml 里的 key",
                            Severity.ERROR));
        }
        if (!path.getFileName().toString().equals(item.text("key") + ".yaml")) {
            error(item, "key", "", "文件名应当是 " + item.text("key") + ".yaml");
        }
    }

    private void codes() {
        var type = item.text("type");
        if (ItemType.ofCode(type).isEmpty() && !EXTENSION.matcher(type).matches()) {
            error(item, "type", "", "事项类型“" + type + "”不在表中");
        }
        var code = item.text("catalogCode");
        if (code.isEmpty()) return;
        ItemCode.read(code)
                .fault()
                .ifPresent(f -> error(item, "catalogCode", "", "基本编码不对：" + PackCheck.words(f)));
        if (code.length() >= TYPE_END && !code.substring(TYPE_AT, TYPE_END).equals(type)) {
            error(
                    item,
                    "catalogCode",
                    "",
                    "基本编码第 3、4 位是 "
                            + code.substring(TYPE_AT, TYPE_END)
                            + "，应当和事项类型 "
                            + type
                            + " 一致");
        }
    }

    private void limits() {
        var limits = item.at("limits");
        var atOnce = item.text("caseKind").equals("at-once");
        if (limits.isEmpty()) return;
        var statutory = limits.get().at("statutory");
        var promised = limits.get().at("promised");
        if (statutory.isEmpty() || promised.isEmpty()) return;
        var promisedDays = promised.get().whole("days");
        if (atOnce != (promisedDays == 0)) {
            error(
                    promised.get(),
                    "days",
                    "limits.promised.",
                    atOnce ? "即办件的承诺时限是 0" : "承诺时限是 0 的应当是即办件");
        }
        var sameUnit = promised.get().text("unit").equals(statutory.get().text("unit"));
        var statutoryDays = statutory.get().whole("days");
        if (sameUnit && promisedDays > statutoryDays) {
            error(
                    promised.get(),
                    "days",
                    "limits.promised.",
                    "承诺时限 " + promisedDays + " 天比法定时限 " + statutoryDays + " 天长");
        } else if (!sameUnit && calendarDays(promised.get()) > calendarDays(statutory.get())) {
            finding(promised.get(), "days", "limits.promised.", "单位不同，按一周五个工作日折算，承诺时限可能比法定时限长");
        }
    }

    private static double calendarDays(Node limit) {
        return limit.whole("days")
                * (limit.text("unit").equals("working") ? CALENDAR_DAYS_IN_A_WORKING_DAY : 1);
    }

    private void visits() {
        var reason = item.text("visitReason");
        var visits = item.whole("visits");
        if (visits > 0 && (reason.isBlank() || reason.equals("无"))) {
            error(item, "visitReason", "", "要到现场 " + visits + " 次，就要写明为什么");
        }
        if (visits == 0 && !reason.isBlank() && !reason.equals("无")) {
            error(item, "visitReason", "", "不用到现场的，这里写“无”");
        }
        if (visits > 0 && item.text("onlineDepth").equals("full")) {
            error(item, "onlineDepth", "", "全程网办的事项不用到现场，visits 应当是 0");
        }
    }

    private void questions() {
        unique(item.list("questions"), "questions", "key");
        PackCheck.each(
                item.list("questions"),
                "questions",
                (question, path) -> {
                    unique(question.list("choices"), path + ".choices", "value");
                    if (question.list("choices").size() < 2) {
                        error(question, "choices", path + ".", "至少要有两个选项");
                    }
                });
    }

    private void fields() {
        var all = item.list("form").stream().flatMap(page -> page.list("fields").stream()).toList();
        unique(all, "form.fields", "key");
        PackCheck.each(
                item.list("form"),
                "form",
                (page, path) -> PackCheck.each(page.list("fields"), path + ".fields", this::field));
    }

    private void field(Node field, String path) {
        var below = path + ".";
        var type = field.text("type");
        condition(field, below);
        unique(field.list("choices"), below + "choices", "value");
        if (WITH_CHOICES.contains(type) == field.list("choices").isEmpty()) {
            error(
                    field,
                    "choices",
                    below,
                    WITH_CHOICES.contains(type) ? "选择题要有选项" : "只有 choice、choices 才写选项");
        }
        for (var limit : List.of("min", "max")) {
            if (field.at(limit).isPresent() && !WITH_LIMITS.contains(type)) {
                error(field, limit, below, "只有 integer、decimal、money 才写 " + limit);
            }
        }
        if (field.at("maxLength").isPresent() && !WITH_LENGTH.contains(type)) {
            error(field, "maxLength", below, "只有文字才写 maxLength");
        }
        number(field, "min")
                .filter(min -> number(field, "max").filter(max -> min > max).isPresent())
                .ifPresent(_ -> error(field, "min", below, "min 比 max 大"));
        var prefill = field.text("prefill");
        if (!prefill.isEmpty()
                && !(prefill.startsWith("applicant.")
                        && Names.APPLICANT.contains(prefill.substring("applicant.".length())))) {
            faults.add(
                    new PackFault(
                            file,
                            field.lineOf("prefill"),
                            below + "prefill",
                            "没有“" + prefill + "”",
                            Names.APPLICANT.stream()
                                    .sorted()
                                    .map(name -> "applicant." + name)
                                    .collect(Collectors.joining("、")),
                            Severity.ERROR));
        }
    }

    private static Optional<Double> number(Node field, String key) {
        return Optional.of(field.text(key))
                .filter(text -> Shape.NUMBER.matcher(text).matches())
                .map(Double::valueOf);
    }

    private void materials() {
        var materials = item.list("materials");
        unique(materials, "materials", "key");
        PackCheck.each(
                materials,
                "materials",
                (material, path) -> {
                    condition(material, path + ".");
                    catchAll(material, "name", path + ".");
                    if (material.text("tolerated").equals("true")
                            && !item.text("tolerant").equals("true")) {
                        finding(material, "tolerated", path + ".", "材料可容缺，但事项的 tolerant 不是 true");
                    }
                });
        if (item.text("tolerant").equals("true")
                && materials.stream().noneMatch(m -> m.text("tolerated").equals("true"))) {
            finding(item, "tolerant", "", "没有一份材料可容缺，tolerant 不起作用");
        }
    }

    private void steps() {
        var steps = item.list("steps");
        unique(steps, "steps", "key");
        var before = new HashSet<String>();
        PackCheck.each(
                steps,
                "steps",
                (step, path) -> {
                    condition(step, path + ".");
                    stepPost(step, path);
                    PackCheck.each(
                            step.list("after"),
                            path + ".after",
                            (after, below) -> {
                                if (!before.contains(after.text())) {
                                    faults.add(
                                            new PackFault(
                                                    file,
                                                    after.line(),
                                                    below,
                                                    "前面没有步骤“" + after.text() + "”",
                                                    String.join("、", before),
                                                    Severity.ERROR));
                                }
                            });
                    before.add(step.text("key"));
                });
        if (steps.isEmpty()) return;
        var decisions = steps.stream().filter(s -> s.text("kind").equals("decision")).count();
        if (!steps.getLast().text("kind").equals("decision") || decisions != 1) {
            error(item, "steps", "", "只有一个决定，而且是最后一步");
        }
        if (!steps.getLast().text("when").isEmpty()) {
            error(steps.getLast(), "when", "steps.", "决定这一步不能有条件");
        }
        if (item.text("caseKind").equals("at-once") && steps.size() != 1) {
            error(item, "steps", "", "即办件只有一步：决定");
        }
        stepDays(steps);
    }

    private void stepPost(Node step, String path) {
        var rights = known.posts().get(step.text("post"));
        var needed = step.text("kind").equals("decision") ? "decide" : "review";
        if (rights == null) {
            faults.add(
                    new PackFault(
                            file,
                            step.lineOf("post"),
                            path + ".post",
                            "没有岗位“" + step.text("post") + "”",
                            "staff.yaml 里的岗位",
                            Severity.ERROR));
        } else if (!rights.contains(needed)) {
            error(step, "post", path + ".", "岗位“" + step.text("post") + "”没有权限 " + needed);
        }
    }

    /** The longest way through the steps should fit into the promised term. */
    private void stepDays(List<Node> steps) {
        var promised = item.at("limits").flatMap(limits -> limits.at("promised"));
        if (promised.isEmpty() || !promised.get().text("unit").equals("working")) return;
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
        var longest = end.getOrDefault(previous, 0);
        if (longest > promised.get().whole("days")) {
            finding(
                    item,
                    "steps",
                    "",
                    "各步骤最长要 " + longest + " 个工作日，超过承诺的 " + promised.get().whole("days") + " 个");
        }
    }

    private void result() {
        item.at("result")
                .ifPresent(
                        result -> {
                            var isCertificate = result.text("kind").equals("certificate");
                            var type = result.text("certificate");
                            if (isCertificate == type.isEmpty()) {
                                error(
                                        result,
                                        "certificate",
                                        "result.",
                                        isCertificate ? "结果是证照，要写明是哪一种" : "结果不是证照，不写 certificate");
                            } else if (isCertificate && !known.certificates().containsKey(type)) {
                                faults.add(
                                        new PackFault(
                                                file,
                                                result.lineOf("certificate"),
                                                "result.certificate",
                                                "没有证照类型“" + type + "”",
                                                "certificate-types.yaml 里的 key",
                                                Severity.ERROR));
                            }
                        });
    }

    /** 特别程序: of the law, or of the place's dictionary with its basis. */
    private void procedures() {
        PackCheck.each(
                item.list("specialProcedures"),
                "specialProcedures",
                (procedure, path) -> {
                    if (!known.procedures().contains(procedure.text())) {
                        faults.add(
                                new PackFault(
                                        file,
                                        procedure.line(),
                                        path,
                                        "没有“" + procedure.text() + "”这种特别程序",
                                        known.procedures().stream()
                                                .sorted()
                                                .collect(Collectors.joining("、")),
                                        Severity.ERROR));
                    }
                });
    }

    private void handling() {
        var handling = item.at("handling");
        if (handling.isEmpty()) return;
        var rules =
                handling.get().at("automatic").map(auto -> auto.list("rules")).orElse(List.of());
        unique(rules, "handling.automatic.rules", "key");
        PackCheck.each(
                rules,
                "handling.automatic.rules",
                (rule, path) -> condition(rule, path + "."));
    }

    private void condition(Node node, String below) {
        node.at("when")
                .filter(when -> !when.text().isEmpty())
                .ifPresent(
                        when ->
                                Expressions.conditionFaults(when.text(), names)
                                        .forEach(fault -> error(node, "when", below, fault)));
    }

    private void noCatchAll(List<Node> texts, String path) {
        PackCheck.each(
                texts,
                path,
                (text, below) -> {
                    if (CATCH_ALL.matcher(text.text()).find()) {
                        faults.add(
                                new PackFault(
                                        file,
                                        text.line(),
                                        below,
                                        "兜底的说法：“" + text.text() + "”，要写清楚是什么",
                                        "",
                                        Severity.ERROR));
                    }
                });
    }

    private void catchAll(Node node, String key, String below) {
        if (CATCH_ALL.matcher(node.text(key)).find()) {
            error(node, key, below, "兜底的说法：“" + node.text(key) + "”，要写清楚是什么");
        }
    }

    private void unique(List<Node> list, String path, String key) {
        Duplicates.find(list, key)
                .forEach(
                        twice ->
                                faults.add(
                                        new PackFault(
                                                file,
                                                twice.line(),
                                                path + "." + key,
                                                twice.message(),
                                                "",
                                                Severity.ERROR)));
    }

    private static Optional<FieldType> fieldType(String type) {
        return switch (type) {
            case "citizenId" -> Optional.of(FieldType.CITIZEN_ID);
            case "creditCode" -> Optional.of(FieldType.CREDIT_CODE);
            default ->
                    List.of(FieldType.values()).stream()
                            .filter(
                                    known ->
                                            known.name()
                                                    .toLowerCase(java.util.Locale.ROOT)
                                                    .equals(type))
                            .findFirst();
        };
    }

    private void error(Node node, String key, String below, String message) {
        add(node, key, below, message, Severity.ERROR);
    }

    private void finding(Node node, String key, String below, String message) {
        add(node, key, below, message, Severity.FINDING);
    }

    private void add(Node node, String key, String below, String message, Severity severity) {
        faults.add(new PackFault(file, node.lineOf(key), below + key, message, "", severity));
    }
}
