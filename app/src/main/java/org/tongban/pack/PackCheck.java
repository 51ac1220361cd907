package org.tongban.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalogue.BaseItem;
import org.tongban.catalogue.ItemJson;
import org.tongban.catalogue.search.PeoplesWords;
import org.tongban.codes.CertificateTypeCode;
import org.tongban.codes.CitizenId;
import org.tongban.codes.CodeFault;
import org.tongban.codes.CreditCode;
import org.tongban.codes.Mobile;
import org.tongban.codes.Parsed;
import org.tongban.codes.RegionCode;
import org.tongban.pack.PackFault.Severity;
import tools.jackson.databind.json.JsonMapper;

/** Checks a pack as a whole: the shape of each file, the codes in it, and what refers to what. */
final class PackCheck {

    private static final List<String> LAYOUT_PARTS =
            List.of(
                    "title",
                    "number",
                    "identifier",
                    "holder",
                    "holderNumber",
                    "issuer",
                    "issuedOn",
                    "validUntil",
                    "lines",
                    "text",
                    "frame",
                    "qr",
                    "seal");

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<String> LEVELS =
            List.of("province", "city", "county", "town", "village");
    private static final String WORDS = "words.yaml";
    private static final Node NOTHING = new Node.Mapping(Map.of(), Map.of(), 1);

    private final PackText text;
    private final List<PackFault> faults;

    /** The files of items with what they inherit from the base list; all others as they stand. */
    private final Map<String, Node> files;

    private PackCheck(PackText text) {
        this.text = text;
        this.faults = new ArrayList<>(text.faults());
        this.files = new LinkedHashMap<>(text.files());
    }

    /**
     * What the check came to.
     *
     * @param faults errors and findings by file and line
     * @param content empty when there is an error
     */
    record Checked(List<PackFault> faults, Optional<PackContent> content) {
        Checked {
            faults = List.copyOf(faults);
        }
    }

    static Checked check(PackText text) {
        return new PackCheck(text).check();
    }

    private Checked check() {
        shapes();
        new BaseCheck(files, faults).check();
        var known = known();
        regions();
        place(known);
        agencies();
        centres(known);
        staff(known);
        applicants();
        certificateTypes();
        items(known);
        words();
        var sorted =
                faults.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparing(PackFault::file)
                                        .thenComparing(PackFault::line)
                                        .thenComparing(PackFault::keyPath))
                        .toList();
        return new Checked(
                sorted,
                sorted.stream().anyMatch(PackFault::isError)
                        ? Optional.empty()
                        : Optional.of(content()));
    }

    private void shapes() {
        text.files()
                .forEach(
                        (file, node) ->
                                shapeOf(file)
                                        .check(
                                                node,
                                                "",
                                                (line, path, message, allowed) ->
                                                        faults.add(
                                                                new PackFault(
                                                                        file,
                                                                        line,
                                                                        path,
                                                                        message,
                                                                        allowed,
                                                                        Severity.ERROR))));
    }

    private static Shape shapeOf(String file) {
        return switch (file) {
            case "place.yaml" -> PackShapes.PLACE;
            case "agencies.yaml" -> PackShapes.AGENCIES;
            case "centres.yaml" -> PackShapes.CENTRES;
            case "staff.yaml" -> PackShapes.STAFF;
            case "applicants.yaml" -> PackShapes.APPLICANTS;
            case WORDS -> PackShapes.WORDS;
            default ->
                    file.startsWith("items/")
                            ? PackShapes.ITEM
                            : file.startsWith(BaseCheck.FOLDER)
                                    ? PackShapes.BASE
                                    : PackShapes.CERTIFICATE_TYPES;
        };
    }

    private Known known() {
        var regions =
                text.regions().stream().map(PackText.RegionRow::code).collect(Collectors.toSet());
        var windows = new HashSet<String>();
        file("centres.yaml").list().forEach(c -> windows.addAll(texts(c.list("windows"), "key")));
        var posts = new LinkedHashMap<String, Set<String>>();
        file("staff.yaml")
                .list("posts")
                .forEach(
                        post ->
                                posts.put(
                                        post.text("key"),
                                        post.list("rights").stream()
                                                .map(Node::text)
                                                .collect(Collectors.toSet())));
        var certificates = new HashMap<String, Node>();
        certificateFiles()
                .flatMap(f -> file(f).list().stream())
                .forEach(type -> certificates.put(type.text("key"), type));
        return new Known(
                regions, texts(file("agencies.yaml").list(), "key"), windows, posts, certificates,
                procedures());
    }

    /** What may be referred to. */
    record Known(
            Set<String> regions,
            Set<String> agencies,
            Set<String> windows,
            Map<String, Set<String>> posts,
            Map<String, Node> certificates,
            Set<String> procedures) {}

    /** 特别程序 that an item may name: those of the law, and those of the place's dictionary. */
    private Set<String> procedures() {
        var names = new HashSet<>(PackShapes.PROCEDURES_OF_THE_LAW);
        file("place.yaml")
                .at("policies")
                .ifPresent(policies -> names.addAll(texts(policies.list("procedures"), "name")));
        return names;
    }

    private void regions() {
        var seen = new HashMap<String, String>();
        for (var row : text.regions()) {
            if (!RegionCode.read(row.code()).isValid()) {
                error(PackReader.REGIONS, row.line(), "code", "区划代码不对：" + row.code(), "12 位数字");
            }
            if (row.name().isBlank()) error(PackReader.REGIONS, row.line(), "name", "没有名称", "");
            if (!LEVELS.contains(row.level())) {
                error(
                        PackReader.REGIONS,
                        row.line(),
                        "level",
                        "“" + row.level() + "”不在表中",
                        String.join("、", LEVELS));
            }
            if (!row.virtual().equals("true") && !row.virtual().equals("false")) {
                error(
                        PackReader.REGIONS,
                        row.line(),
                        "virtual",
                        "“" + row.virtual() + "”不合要求",
                        "true、false");
            }
            var parentLevel = seen.get(row.parent());
            if (!row.parent().isEmpty() && parentLevel == null) {
                error(
                        PackReader.REGIONS,
                        row.line(),
                        "parent",
                        "上级 " + row.parent() + " 不在前面的行里",
                        "");
            } else if (parentLevel != null
                    && LEVELS.indexOf(parentLevel) >= LEVELS.indexOf(row.level())) {
                error(PackReader.REGIONS, row.line(), "parent", "上级的级别不比自己高", "");
            }
            if (seen.putIfAbsent(row.code(), row.level()) != null) {
                error(PackReader.REGIONS, row.line(), "code", "代码重复：" + row.code(), "");
            }
        }
    }

    private void place(Known known) {
        var place = file("place.yaml");
        reference("place.yaml", place, "region", "", known.regions(), "regions.csv 里的区划");
        place.at("statedTotals")
                .ifPresent(
                        stated ->
                                Stream.of("windows", "front", "back")
                                        .filter(figure -> stated.at(figure).isPresent())
                                        .forEach(figure -> total(stated, figure)));
    }

    /** Said also when they agree: who checks a source wants to see that they were compared. */
    private void total(Node stated, String figure) {
        var sum = file("agencies.yaml").list().stream().mapToInt(a -> a.whole(figure)).sum();
        var said = stated.whole(figure);
        faults.add(
                new PackFault(
                        "place.yaml",
                        stated.lineOf(figure),
                        "statedTotals." + figure,
                        said == sum
                                ? "合计相符：" + said + " = " + sum
                                : "合计不符：写的是 " + said + "，各行相加是 " + sum,
                        "",
                        Severity.FINDING));
    }

    private void agencies() {
        var list = file("agencies.yaml").list();
        for (var property : List.of("key", "name", "noticeMark", "creditCode")) {
            unique("agencies.yaml", list, "", property);
        }
        each(
                list,
                "",
                (agency, path) -> {
                    code("agencies.yaml", agency, "creditCode", path, CreditCode::read);
                    if (agency.text("phone").equals(agency.text("complaintPhone"))
                            && !agency.text("phone").isEmpty()) {
                        error(
                                "agencies.yaml",
                                agency.lineOf("complaintPhone"),
                                path + ".complaintPhone",
                                "投诉电话不能和咨询电话相同",
                                "");
                    }
                });
    }

    private void centres(Known known) {
        var list = file("centres.yaml").list();
        unique("centres.yaml", list, "", "key");
        unique(
                "centres.yaml",
                list.stream().flatMap(centre -> centre.list("windows").stream()).toList(),
                "windows",
                "key");
        each(
                list,
                "",
                (centre, path) -> {
                    reference(
                            "centres.yaml",
                            centre,
                            "region",
                            path,
                            known.regions(),
                            "regions.csv 里的区划");
                    each(
                            centre.list("windows"),
                            path + ".windows",
                            (window, below) -> window(window, below, known));
                });
    }

    private void window(Node window, String path, Known known) {
        reference("centres.yaml", window, "agency", path, known.agencies(), "agencies.yaml 里的部门");
        var ofAgency = window.text("kind").equals("agency");
        if (ofAgency != window.at("agency").isPresent()) {
            error(
                    "centres.yaml",
                    window.line(),
                    path,
                    ofAgency ? "部门窗口要写明 agency" : "综合窗口不写 agency",
                    "");
        }
    }

    private void staff(Known known) {
        var file = "staff.yaml";
        var posts = file(file).list("posts");
        var people = file(file).list("people");
        unique(file, posts, "posts", "key");
        unique(file, people, "people", "login");
        unique(file, people, "people", "staffNo");
        each(
                posts,
                "posts",
                (post, path) -> {
                    reference(file, post, "agency", path, known.agencies(), "agencies.yaml 里的部门");
                    reference(file, post, "window", path, known.windows(), "centres.yaml 里的窗口");
                    if (post.text("scope").equals("agency") && post.at("agency").isEmpty()) {
                        error(file, post.lineOf("scope"), path + ".scope", "管本部门的岗位要写明 agency", "");
                    }
                    if (post.text("scope").equals("window") && post.at("window").isEmpty()) {
                        error(file, post.lineOf("scope"), path + ".scope", "管本窗口的岗位要写明 window", "");
                    }
                });
        each(
                people,
                "people",
                (person, path) ->
                        each(
                                person.list("posts"),
                                path + ".posts",
                                (post, below) ->
                                        known(
                                                file,
                                                post,
                                                below,
                                                known.posts().keySet(),
                                                "本文件 posts 里的岗位")));
    }

    private void applicants() {
        var file = "applicants.yaml";
        var people = file(file).list("people");
        var firms = file(file).list("firms");
        unique(file, people, "people", "login");
        unique(file, people, "people", "idNumber");
        unique(file, firms, "firms", "creditCode");
        each(
                people,
                "people",
                (person, path) -> {
                    code(file, person, "idNumber", path, CitizenId::read);
                    code(file, person, "mobile", path, Mobile::read);
                });
        var logins = texts(people, "login");
        each(
                firms,
                "firms",
                (firm, path) -> {
                    code(file, firm, "creditCode", path, CreditCode::read);
                    reference(file, firm, "representative", path, logins, "本文件 people 里的 login");
                    each(
                            firm.list("agents"),
                            path + ".agents",
                            (agent, below) ->
                                    known(file, agent, below, logins, "本文件 people 里的 login"));
                });
    }

    private void certificateTypes() {
        var firstIn = new HashMap<String, String>();
        certificateFiles()
                .forEach(
                        file -> {
                            var list = file(file).list();
                            unique(file, list, "", "typeCode");
                            each(
                                    list,
                                    "",
                                    (type, path) -> {
                                        code(
                                                file,
                                                type,
                                                "typeCode",
                                                path,
                                                CertificateTypeCode::read);
                                        unique(file, type.list("fields"), path + ".fields", "key");
                                        var other = firstIn.putIfAbsent(type.text("key"), file);
                                        if (other != null) {
                                            error(
                                                    file,
                                                    type.lineOf("key"),
                                                    path + ".key",
                                                    "“" + type.text("key") + "”已在 " + other + " 里",
                                                    "");
                                        }
                                        faces(file, type, path);
                                        layout(file, type, path);
                                    });
                        });
    }

    /** A layout shows the parts that every certificate has, and fields of its own type. */
    private void layout(String file, Node type, String path) {
        if (type.at("layout").isEmpty()) return;
        var layout = type.at("layout").get();
        var fields = texts(type.list("fields"), "key");
        each(
                layout.list("places"),
                path + ".layout.places",
                (place, below) -> {
                    if (!LAYOUT_PARTS.contains(place.text("show"))
                            && !fields.contains(place.text("show"))) {
                        error(
                                file,
                                place.lineOf("show"),
                                below + ".show",
                                "版面上没有“" + place.text("show") + "”这一部分",
                                String.join("、", LAYOUT_PARTS) + "，或者 fields 里的 key");
                    }
                });
        if (layout.list("places").stream().noneMatch(place -> place.text("show").equals("seal"))) {
            error(file, layout.line(), path + ".layout", "版面上要有盖章的位置", "show: seal");
        }
    }

    /** The face of a certificate may use only what every item that issues it asks for. */
    private void faces(String file, Node type, String path) {
        for (var item : files.entrySet()) {
            if (!item.getKey().startsWith("items/")
                    || !item.getValue()
                            .at("result")
                            .map(result -> result.text("certificate"))
                            .equals(Optional.of(type.text("key")))) {
                continue;
            }
            var names = ItemCheck.names(item.getValue());
            each(
                    type.list("fields"),
                    path + ".fields",
                    (face, below) ->
                            Expressions.valueFaults(face.text("from"), names)
                                    .forEach(
                                            fault ->
                                                    error(
                                                            file,
                                                            face.lineOf("from"),
                                                            below + ".from",
                                                            fault + "（事项 " + item.getKey() + "）",
                                                            "")));
        }
    }

    private void items(Known known) {
        var firstIn = new HashMap<String, String>();
        files.forEach(
                (file, item) -> {
                    if (!file.startsWith("items/")) return;
                    new ItemCheck(file, item, known, faults).check();
                    var other = firstIn.putIfAbsent(item.text("key"), file);
                    if (other != null) {
                        error(
                                file,
                                item.lineOf("key"),
                                "key",
                                "“" + item.text("key") + "”已在 " + other + " 里",
                                "");
                    }
                });
    }

    /** A word that stands under two terms would answer with whichever comes first. */
    private void words() {
        var items = new HashSet<String>();
        files.forEach(
                (file, item) -> {
                    if (file.startsWith("items/")) items.add(item.text("key"));
                });
        var meanings = file(WORDS).list("meanings");
        var events = file(WORDS).list("lifeEvents");
        unique(WORDS, meanings, "meanings", "term");
        unique(WORDS, events, "lifeEvents", "key");
        for (var kind : List.of("meanings", "lifeEvents")) {
            each(
                    file(WORDS).list(kind),
                    kind,
                    (one, path) ->
                            each(
                                    one.list("items"),
                                    path + ".items",
                                    (item, below) -> {
                                        if (!items.contains(item.text())) notHere(item, below);
                                    }));
        }
        var saidOf = new HashMap<String, String>();
        each(
                meanings,
                "meanings",
                (meaning, path) ->
                        each(
                                meaning.list("words"),
                                path + ".words",
                                (word, below) -> {
                                    var other =
                                            saidOf.putIfAbsent(word.text(), meaning.text("term"));
                                    if (other == null) return;
                                    error(
                                            WORDS,
                                            word.line(),
                                            below,
                                            "“" + word.text() + "”已经是“" + other + "”的说法",
                                            "一个说法只写在一处");
                                }));
    }

    /** No error: words may be written down before the item is, and outlive it. */
    private void notHere(Node item, String path) {
        faults.add(
                new PackFault(
                        WORDS,
                        item.line(),
                        path,
                        "本包里没有事项“" + item.text() + "”，这个说法暂时指不到它",
                        "本包 items 里的事项",
                        Severity.FINDING));
    }

    private PeoplesWords peoplesWords() {
        return files.containsKey(WORDS)
                ? MAPPER.convertValue(PackShapes.WORDS.tree(file(WORDS)), PeoplesWords.class)
                : PeoplesWords.NONE;
    }

    private PackContent content() {
        var regions =
                text.regions().stream()
                        .map(
                                row ->
                                        new PackContent.Region(
                                                row.code(),
                                                row.name(),
                                                row.level(),
                                                row.parent().isEmpty() ? null : row.parent(),
                                                row.virtual().equals("true")))
                        .toList();
        var items =
                files.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("items/"))
                        .map(
                                entry -> {
                                    var tree = map(PackShapes.ITEM.tree(entry.getValue()));
                                    tree.put("overrides", stated(tree.get("overrides")));
                                    tree.put(
                                            "agency",
                                            Path.of(entry.getKey()).getName(1).toString());
                                    return ItemJson.of(tree);
                                })
                        .toList();
        return new PackContent(
                withoutNothing(map(PackShapes.PLACE.tree(file("place.yaml")))),
                regions,
                list("agencies.yaml", PackContent.Agency.class),
                list("centres.yaml", PackContent.Centre.class),
                MAPPER.convertValue(
                        PackShapes.STAFF.tree(file("staff.yaml")), PackContent.Staff.class),
                MAPPER.convertValue(
                        PackShapes.APPLICANTS.tree(file("applicants.yaml")),
                        PackContent.Applicants.class),
                certificateFiles()
                        .flatMap(file -> list(file, PackContent.CertificateType.class).stream())
                        .toList(),
                base(),
                items,
                peoplesWords());
    }

    private List<BaseItem> base() {
        return files.keySet().stream()
                .filter(name -> name.startsWith(BaseCheck.FOLDER))
                .flatMap(name -> file(name).list().stream())
                .map(
                        node -> {
                            var tree = map(((Shape.ListOf) PackShapes.BASE).item().tree(node));
                            tree.put("particulars", stated(tree.get("particulars")));
                            return ItemJson.base(tree);
                        })
                .toList();
    }

    /** What a mapping really says: an optional key that is absent stands in its tree as nothing. */
    private static Map<String, Object> stated(@Nullable Object tree) {
        return withoutNothing(map(tree));
    }

    private <T> List<T> list(String file, Class<T> type) {
        var tree = shapeOf(file).tree(file(file));
        return tree instanceof List<?> values
                ? values.stream().map(value -> MAPPER.convertValue(value, type)).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked") // The tree of a mapping has texts for keys.
    private static Map<String, Object> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    private static Map<String, Object> withoutNothing(Map<String, Object> tree) {
        tree.values().removeIf(value -> value == null);
        return tree;
    }

    private Node file(String name) {
        return files.getOrDefault(name, NOTHING);
    }

    private Stream<String> certificateFiles() {
        return files.keySet().stream().filter(name -> name.startsWith("certificate-types"));
    }

    private static Set<String> texts(List<Node> list, String key) {
        return list.stream()
                .map(node -> node.text(key))
                .filter(found -> !found.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Something to do with each value of a list and its path. */
    interface Step {
        void with(Node node, String path);
    }

    static void each(List<Node> list, String path, Step step) {
        for (var i = 0; i < list.size(); i++) {
            step.with(list.get(i), path + "[" + i + "]");
        }
    }

    private void unique(String file, List<Node> list, String path, String key) {
        Duplicates.find(list, key)
                .forEach(
                        twice ->
                                error(
                                        file,
                                        twice.line(),
                                        path.isEmpty() ? key : path + "." + key,
                                        twice.message(),
                                        ""));
    }

    private void reference(
            String file, Node node, String key, String path, Set<String> known, String allowed) {
        node.at(key)
                .ifPresent(
                        value ->
                                known(
                                        file,
                                        value,
                                        path.isEmpty() ? key : path + "." + key,
                                        known,
                                        allowed));
    }

    private void known(String file, Node value, String path, Set<String> known, String allowed) {
        if (!value.text().isEmpty() && !known.contains(value.text())) {
            error(file, value.line(), path, "没有“" + value.text() + "”", allowed);
        }
    }

    /** Reads a code. */
    private interface CodeReader {
        Parsed<?> read(String typed);
    }

    private void code(String file, Node node, String key, String path, CodeReader reader) {
        node.at(key)
                .filter(value -> !value.text().isEmpty())
                .flatMap(value -> reader.read(value.text()).fault())
                .ifPresent(
                        fault ->
                                error(
                                        file,
                                        node.lineOf(key),
                                        path + "." + key,
                                        "号码不对：" + words(fault),
                                        ""));
    }

    static String words(CodeFault fault) {
        return switch (fault) {
            case EMPTY -> "没有填写";
            case WRONG_LENGTH -> "位数不对";
            case FIFTEEN_DIGITS -> "15 位的旧号码已停用";
            case WRONG_CHARACTER -> "有不该出现的字符";
            case WRONG_PARTS -> "分段不对";
            case WRONG_CHECK -> "校验位不对";
            case WRONG_INNER_CHECK -> "里面组织机构代码的校验位不对";
            case IMPOSSIBLE_DATE -> "里面的日期不存在";
            case UNKNOWN_TYPE -> "里面的事项类型不在表中";
            case UNKNOWN_LEVEL -> "里面的行使层级不在表中";
            case ISSUER_NOT_CREDIT_CODE -> "颁发机构不是统一社会信用代码";
        };
    }

    private void error(String file, int line, String path, String message, String allowed) {
        faults.add(new PackFault(file, line, path, message, allowed, Severity.ERROR));
    }
}
