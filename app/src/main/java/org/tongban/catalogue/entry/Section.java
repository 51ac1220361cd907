package org.tongban.catalogue.entry;

import static org.tongban.catalogue.entry.Part.may;
import static org.tongban.catalogue.entry.Part.must;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.catalogue.entry.Part.Group;
import org.tongban.catalogue.entry.Part.Kind;
import org.tongban.catalogue.entry.Part.Leaf;
import org.tongban.catalogue.entry.Part.Rows;

/** The pages of the editor, in the order in which an entry is thought through. */
public enum Section {
    BASICS(
            List.of(
                    must("summary", Kind.TEXT),
                    may("alsoCalled", Kind.LINES),
                    must("level", Kind.CHOICE),
                    must("audience", Kind.CHOICES, "person", "firm"),
                    may("themes", Kind.LINES),
                    new Group(
                            "result",
                            List.of(
                                    must("name", Kind.LINE),
                                    must("kind", Kind.CHOICE, "certificate", "document", "none"),
                                    may("certificate", Kind.CHOICE))),
                    may("name", Kind.LINE),
                    new Group(
                            "investment",
                            List.of(may("scope", Kind.LINE), may("measure", Kind.LINE))),
                    new Group("overrides", List.of(may("name", Kind.LINE))))),
    CONDITIONS(List.of(may("conditions", Kind.LINES))),
    LIMITS(
            List.of(
                    must("caseKind", Kind.CHOICE, "promised", "at-once"),
                    new Group("limits", List.of(limit("statutory"), limit("promised"))),
                    must("visits", Kind.WHOLE),
                    must("visitReason", Kind.LINE),
                    must("onlineDepth", Kind.CHOICE, "full", "apply", "info"),
                    may("realName", Kind.CHOICE, "declared", "window", "provider"),
                    may("tolerant", Kind.TRUTH),
                    may("supplementDays", Kind.WHOLE),
                    may("silenceAgrees", Kind.TRUTH),
                    may(
                            "specialProcedures",
                            Kind.CHOICES,
                            "听证",
                            "招标",
                            "拍卖",
                            "检验",
                            "检测",
                            "检疫",
                            "鉴定",
                            "专家评审"))),
    QUESTIONS(
            List.of(
                    new Rows(
                            "questions",
                            "text",
                            List.of(
                                    must("key", Kind.KEY),
                                    must("text", Kind.LINE),
                                    must("choices", Kind.OPTIONS))))),
    FORM(
            List.of(
                    new Rows(
                            "form",
                            "page",
                            List.of(
                                    must("page", Kind.LINE),
                                    new Rows("fields", "label", fieldParts()))))),
    MATERIALS(
            List.of(
                    new Rows("materials", "name", materialParts()),
                    new Rows(
                            "cancelledProofs",
                            "name",
                            List.of(
                                    must("name", Kind.LINE),
                                    must("replacement", Kind.LINE),
                                    must("basis", Kind.LINE),
                                    must("since", Kind.LINE))))),
    STEPS(
            List.of(
                    new Rows(
                            "steps",
                            "name",
                            List.of(
                                    must("key", Kind.KEY),
                                    must("name", Kind.LINE),
                                    must("post", Kind.CHOICE),
                                    must("kind", Kind.CHOICE, "review", "decision"),
                                    must("days", Kind.WHOLE),
                                    may("after", Kind.ROWS_ABOVE),
                                    may("when", Kind.CONDITION))),
                    handling())),
    FEES(
            List.of(
                    new Rows(
                            "fee",
                            "name",
                            List.of(
                                    must("name", Kind.LINE),
                                    must("amount", Kind.DECIMAL),
                                    must("unit", Kind.LINE),
                                    may("basis", Kind.LINE))),
                    new Group(
                            "fund",
                            List.of(
                                    may("name", Kind.LINE),
                                    may("standard", Kind.LINE),
                                    may("basis", Kind.LINE))))),
    FAQ(
            List.of(
                    new Rows(
                            "faq",
                            "question",
                            List.of(must("question", Kind.LINE), must("answer", Kind.TEXT)))));

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody changes.
    private final List<Part> parts;

    Section(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** What is asked on this page. */
    public List<Part> parts() {
        return parts;
    }

    /** In addresses and keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page after this one; empty after the last. */
    public Optional<Section> following() {
        return Arrays.stream(values()).filter(each -> each.compareTo(this) > 0).findFirst();
    }

    /** The page of that word. */
    public static Optional<Section> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The page on which a place of the tree stands; the first for what stands on none. */
    public static Section holding(String path) {
        var root = path.replaceFirst("[.\\[].*", "");
        return Arrays.stream(values())
                .filter(each -> each.parts.stream().anyMatch(part -> part.key().equals(root)))
                .findFirst()
                .orElse(BASICS);
    }

    /** Every part of an entry. */
    public static List<Part> all() {
        return Arrays.stream(values()).flatMap(each -> each.parts.stream()).toList();
    }

    /** What goes another way than usual: passed up, reviewed in advance, decided by rules. */
    private static Group handling() {
        return new Group(
                "handling",
                List.of(
                        new Group(
                                "forward",
                                List.of(may("authority", Kind.LINE), may("days", Kind.WHOLE))),
                        may("simulated", Kind.TRUTH),
                        new Group(
                                "automatic",
                                List.of(
                                        new Rows(
                                                "rules",
                                                "says",
                                                List.of(
                                                        must("key", Kind.KEY),
                                                        must("says", Kind.LINE),
                                                        must("when", Kind.CONDITION))),
                                        may("samplePercent", Kind.WHOLE)))));
    }

    private static Group limit(String key) {
        return new Group(
                key,
                List.of(
                        must("days", Kind.WHOLE),
                        must("unit", Kind.CHOICE, "working", "calendar"),
                        may("basis", Kind.LINE)));
    }

    /** A question of the form; a group has rows of simple ones. */
    private static List<Part> fieldParts() {
        var parts = new ArrayList<Part>(questionParts("group"));
        parts.add(
                new Rows(
                        "fields",
                        "label",
                        questionParts().stream()
                                .filter(part -> !part.key().equals("when"))
                                .filter(part -> !part.key().equals("prefill"))
                                .toList()));
        parts.add(may("minRows", Kind.WHOLE));
        parts.add(may("maxRows", Kind.WHOLE));
        return List.copyOf(parts);
    }

    private static List<Part> questionParts(String... more) {
        return List.of(
                must("key", Kind.KEY),
                must("label", Kind.LINE),
                may("hint", Kind.LINE),
                new Leaf(
                        "type",
                        Kind.CHOICE,
                        true,
                        types(
                                more,
                                "text",
                                "longtext",
                                "name",
                                "citizenId",
                                "creditCode",
                                "projectCode",
                                "mobile",
                                "region",
                                "address",
                                "date",
                                "integer",
                                "decimal",
                                "money",
                                "yesno",
                                "choice",
                                "choices",
                                "file")),
                may("required", Kind.TRUTH),
                may("choices", Kind.OPTIONS),
                may("maxLength", Kind.WHOLE),
                may("min", Kind.DECIMAL),
                may("max", Kind.DECIMAL),
                may(
                        "prefill",
                        Kind.CHOICE,
                        "applicant.name",
                        "applicant.idNumber",
                        "applicant.creditCode",
                        "applicant.mobile",
                        "applicant.address"),
                may("when", Kind.CONDITION));
    }

    private static List<String> types(String[] more, String... simple) {
        return Stream.concat(Arrays.stream(simple), Arrays.stream(more)).toList();
    }

    private static List<Part> materialParts() {
        return List.of(
                must("key", Kind.KEY),
                must("name", Kind.LINE),
                may("hint", Kind.LINE),
                must("necessity", Kind.CHOICE, "required", "optional"),
                may("tolerated", Kind.TRUTH),
                must("source", Kind.CHOICE, "self", "agency", "third-party"),
                must("form", Kind.CHOICE, "electronic", "paper", "both"),
                must("originals", Kind.WHOLE),
                must("copies", Kind.WHOLE),
                may("checks", Kind.LINES),
                may("when", Kind.CONDITION),
                may("basis", Kind.LINE),
                new Group(
                        "commitment",
                        List.of(
                                may("fact", Kind.LINE),
                                may("consequence", Kind.TEXT),
                                may("checkDays", Kind.WHOLE))),
                new Group(
                        "fetch", List.of(may("certificate", Kind.LINE), may("fills", Kind.LINES))));
    }
}
